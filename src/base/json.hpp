// JSON as a tree of values: read by the library nlohmann/json, held in one plain class, because the library's own tree
// costs the page 40 KB. What is written is written as text by whoever writes it (append_json_string below).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace discern {

class Json {
public:
    struct Member;
    // Nested at most this deeply; deeper text counts as damaged.
    static constexpr std::size_t depth_at_most = 200;

    Json();  // null
    Json(const Json& other);
    Json(Json&& other) noexcept;
    Json& operator=(const Json& other);
    Json& operator=(Json&& other) noexcept;
    ~Json();

    // Damaged text (also invalid UTF-8, a number too large for a double, anything behind the value) is discarded.
    [[nodiscard]] static Json parse(std::string_view text);
    [[nodiscard]] static const Json& array();   // an empty one
    [[nodiscard]] static const Json& object();  // an empty one

    [[nodiscard]] bool is_discarded() const { return std::holds_alternative<Discarded>(value_); }
    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    [[nodiscard]] bool is_boolean() const { return std::holds_alternative<bool>(value_); }
    [[nodiscard]] bool is_number_unsigned() const { return std::holds_alternative<std::uint64_t>(value_); }
    [[nodiscard]] bool is_number_integer() const { return is_number_unsigned() || std::holds_alternative<std::int64_t>(value_); }
    [[nodiscard]] bool is_number() const { return is_number_integer() || std::holds_alternative<double>(value_); }
    [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(value_); }
    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
    [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }
    [[nodiscard]] bool is_structured() const { return is_array() || is_object(); }

    // Of another kind than asked for: false, 0, "".
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] std::uint64_t count() const;  // of a number_unsigned
    [[nodiscard]] const std::string& text() const;
    template <class T>
    [[nodiscard]] T get() const {
        if constexpr (std::is_same_v<T, bool>) return boolean();
        else if constexpr (std::is_floating_point_v<T>) return static_cast<T>(number());
        else if constexpr (std::is_unsigned_v<T>) return static_cast<T>(count());
        else return text();
    }
    // Strings as they are, numbers and truth values as JSON writes them; of anything else "".
    [[nodiscard]] std::string scalar_text() const;

    // Arrays. Other values count as empty ones.
    [[nodiscard]] std::size_t size() const;  // of objects: how many members
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const Json& operator[](std::size_t place) const;  // null beyond the end
    [[nodiscard]] const Json* begin() const;
    [[nodiscard]] const Json* end() const;

    // Objects: the member of this name (the last one, if it is there twice), or end(). In the order of the text.
    [[nodiscard]] const Json* find(std::string_view name) const;
    [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }
    [[nodiscard]] std::span<const Member> items() const;

private:
    friend class JsonTree;
    struct Discarded {};
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;
    std::variant<std::monostate, Discarded, bool, std::uint64_t, std::int64_t, double, std::string, Array, Object> value_;
};

struct Json::Member {
    std::string name;
    Json value;
};

// Appends `value` in quotation marks; invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& text, std::string_view value);

}  // namespace discern
