// Visitors of save_fields.hpp for JSON: readable, tolerant of fields that are missing or not known.
#pragma once

#include "base/json.hpp"
#include "base/numbers.hpp"
#include "base/result.hpp"
#include "workspace/save_fields.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace discern::save {

[[nodiscard]] std::optional<std::uint64_t> number_from_hex(std::string_view text);

// Fields equal to their default are left out. People, invitations and the like stand one a line.
class JsonWriter {
public:
    explicit JsonWriter(std::string& text) : text_(text) {}
    [[nodiscard]] static std::uint32_t version() { return Document::current_version; }

    template <class T>
    void operator()(std::string_view name, const T& value) {
        (*this)(name, value, T{});
    }
    template <class T>
    void operator()(std::string_view name, const T& value, const T& fallback) {
        if (value == fallback) return;
        if (!first_) text_ += ',';
        first_ = false;
        append_json_string(text_, name);
        text_ += ':';
        write(value);
    }

    template <class T>
    void write_object(const T& value) {
        const bool outer_first = first_;
        first_ = true;
        text_ += '{';
        fields(*this, value);
        text_ += '}';
        first_ = outer_first;
    }

private:
    void write(const std::string& value) { append_json_string(text_, value); }
    void write(bool value) { text_ += value ? "true" : "false"; }
    void write(std::uint8_t value) { write_number(value); }
    void write(std::uint16_t value) { write_number(value); }
    void write(std::uint32_t value) { write_number(value); }
    void write(double value) { text_ += text_from_double(value); }
    void write(std::uint64_t value) { append_json_string(text_, hex_text(value)); }  // a sum: JSON's numbers are too short
    void write(Day value) { append_json_string(text_, iso_text(value)); }
    void write(Instant value) { append_json_string(text_, iso_text(value)); }
    void write(PersonId value) { write_number(value.index); }
    void write(InvitationId value) { append_json_string(text_, hex_text(value.value)); }
    void write(FactCode value) { append_json_string(text_, name_of(value)); }
    void write(Action value) { append_json_string(text_, name_of(value)); }
    void write(LimitKey value) { append_json_string(text_, name_of(value)); }
    template <WordedEnum T>
    void write(T value) {
        append_json_string(text_, words_of(value)[static_cast<std::size_t>(value)]);
    }
    void write(const std::array<std::uint8_t, purpose_count>& value) {
        text_ += '{';
        for (std::size_t i = 0; i < purpose_count; ++i) {
            if (i > 0) text_ += ',';
            append_json_string(text_, name_of(static_cast<Purpose>(i)));
            text_ += ':';
            write(value[i]);
        }
        text_ += '}';
    }
    template <class T>
    void write(const std::optional<T>& value) {
        write(*value);  // an empty one equals its default and never comes here
    }
    template <class T>
    void write(const std::vector<T>& values) {
        ++depth_;
        text_ += '[';
        bool first = true;
        for (const T& value : values) {
            if constexpr (std::same_as<T, Fact>)
                if (!belongs_to_book(value)) continue;
            if (!first) text_ += ',';
            first = false;
            if (depth_ == 1 && std::is_class_v<T> && !std::same_as<T, std::string>) text_ += '\n';
            write(value);
        }
        text_ += ']';
        --depth_;
    }
    template <class T>
    void write(const T& value)
        requires requires(JsonWriter& self) { fields(self, value); }
    {
        write_object(value);
    }
    void write_number(std::uint32_t value) { text_ += std::to_string(value); }

    std::string& text_;
    bool first_ = true;
    int depth_ = 0;
};

// Reads into a value that holds its defaults. The first thing that does not fit is remembered by its path
// ("people[12].ties.connected_on"); after it nothing more is read.
class JsonReader {
public:
    explicit JsonReader(const Json& json) : json_(&json) {}
    // Fields that an older file lacks keep their defaults, so every version is read as the newest.
    [[nodiscard]] static std::uint32_t version() { return Document::current_version; }

    [[nodiscard]] bool failed() const { return !fault_.empty(); }
    [[nodiscard]] const std::string& fault() const { return fault_; }

    template <class T>
    void operator()(std::string_view name, T& value) {
        if (failed()) return;
        const auto found = json_->find(name);
        if (found == json_->end()) return;
        const std::size_t length = path_.size();
        if (!path_.empty()) path_ += '.';
        path_ += name;
        read(*found, value);
        path_.resize(length);
    }
    template <class T>
    void operator()(std::string_view name, T& value, const T&) {
        (*this)(name, value);
    }

    template <class T>
    void read_object(T& value) {
        read(*json_, value);
    }

private:
    void fail() {
        if (fault_.empty()) fault_ = path_.empty() ? "the whole" : path_;
    }
    template <class T>
    void read_unsigned(const Json& json, T& value) {
        if (!json.is_number_unsigned() || json.count() > std::numeric_limits<T>::max()) return fail();
        value = static_cast<T>(json.count());
    }
    template <class T, class Parse>
    void read_word(const Json& json, T& value, Parse parse) {
        if (!json.is_string()) return fail();
        const auto parsed = parse(std::string_view(json.text()));
        if (!parsed) return fail();
        value = *parsed;
    }

    void read(const Json& json, std::string& value) {
        if (!json.is_string()) return fail();
        value = json.text();
    }
    void read(const Json& json, bool& value) {
        if (!json.is_boolean()) return fail();
        value = json.boolean();
    }
    void read(const Json& json, std::uint8_t& value) { read_unsigned(json, value); }
    void read(const Json& json, std::uint16_t& value) { read_unsigned(json, value); }
    void read(const Json& json, std::uint32_t& value) { read_unsigned(json, value); }
    void read(const Json& json, std::uint64_t& value) { read_word(json, value, number_from_hex); }
    void read(const Json& json, double& value) {
        if (!json.is_number()) return fail();
        value = json.number();
    }
    void read(const Json& json, Day& value) { read_word(json, value, day_from_iso); }
    void read(const Json& json, Instant& value) { read_word(json, value, instant_from_iso); }
    void read(const Json& json, PersonId& value) { read_unsigned(json, value.index); }
    void read(const Json& json, InvitationId& value) { read(json, value.value); }
    void read(const Json& json, FactCode& value) { read_word(json, value, fact_code_from_name); }
    void read(const Json& json, Action& value) { read_word(json, value, action_from_name); }
    void read(const Json& json, LimitKey& value) { read_word(json, value, limit_key_from_name); }
    template <WordedEnum T>
    void read(const Json& json, T& value) {
        read_word(json, value, [](std::string_view word) {
            const auto& words = words_of(T{});
            const auto found = std::ranges::find(words, word);
            return found == words.end() ? std::optional<T>() : static_cast<T>(found - words.begin());
        });
    }
    void read(const Json& json, std::array<std::uint8_t, purpose_count>& value) {
        if (!json.is_object()) return fail();
        for (std::size_t i = 0; i < purpose_count; ++i)
            if (const auto found = json.find(name_of(static_cast<Purpose>(i))); found != json.end()) {
                read(*found, value[i]);
                if (value[i] > 5) return fail();
            }
    }
    template <class T>
    void read(const Json& json, std::optional<T>& value) {
        read(json, value.emplace());
    }
    template <class T>
    void read(const Json& json, std::vector<T>& values) {
        if (!json.is_array()) return fail();
        values.clear();
        values.reserve(json.size());
        const std::size_t length = path_.size();
        for (std::size_t i = 0; i < json.size() && !failed(); ++i) {
            path_ += '[';
            path_ += std::to_string(i);
            path_ += ']';
            read(json[i], values.emplace_back());
            path_.resize(length);
        }
    }
    template <class T>
    void read(const Json& json, T& value)
        requires requires(JsonReader& self) { fields(self, value); }
    {
        if (!json.is_object()) return fail();
        const Json* const outer = std::exchange(json_, &json);
        fields(*this, value);
        json_ = outer;
    }

    const Json* json_;
    std::string path_, fault_;
};

}  // namespace discern::save
