#include "base/json.hpp"

#include "base/numbers.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace discern {
namespace {

// The length of the valid UTF-8 sequence at the start of `text`, 0 if there is none.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return text.empty() ? 0 : 1;
    const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    if (lead >= 0xC2 && lead <= 0xDF) return is_tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!is_tail(1) || !is_tail(2) || (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
        return 3;
    }
    if (lead < 0xF0 || lead > 0xF4 || !is_tail(1) || !is_tail(2) || !is_tail(3)) return 0;
    return (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F) ? 0 : 4;
}

}  // namespace

// Takes what the library's reader finds and builds the tree.
class JsonTree {
public:
    using Text = nlohmann::json::string_t;

    explicit JsonTree(Json& root) : root_(root) {}

    bool null() { return add({}); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const Text&) { return add(value); }
    bool string(Text& value) { return add(std::move(value)); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::Object()); }
    bool start_array(std::size_t) { return open(Json::Array()); }
    bool key(Text& name) {
        std::get<Json::Object>(open_.back()->value_).emplace_back().name = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

private:
    // The place of the next value: the end of the innermost array, the member just named, or the root.
    Json& next() {
        if (open_.empty()) return root_;
        if (auto* array = std::get_if<Json::Array>(&open_.back()->value_)) return array->emplace_back();
        return std::get<Json::Object>(open_.back()->value_).back().value;
    }
    bool add(decltype(Json::value_) value) {
        next().value_ = std::move(value);
        return true;
    }
    bool open(decltype(Json::value_) value) {
        if (open_.size() >= Json::depth_at_most) return false;
        Json& place = next();
        place.value_ = std::move(value);
        open_.push_back(&place);  // stays where it is: what holds it grows only after it is closed
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    Json& root_;
    std::vector<Json*> open_;
};

Json::Json() = default;
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::parse(std::string_view text) {
    Json json;
    JsonTree tree(json);
    // Only the library's reader, without its tree, which would be several times as much program.
    auto input = nlohmann::detail::input_adapter(text);
    nlohmann::detail::parser<nlohmann::json, decltype(input)> reader(std::move(input), nullptr, false);
    if (!reader.sax_parse(&tree)) json.value_ = Discarded{};
    return json;
}

const Json& Json::array() {
    static const Json empty = parse("[]");
    return empty;
}

const Json& Json::object() {
    static const Json empty = parse("{}");
    return empty;
}

bool Json::boolean() const {
    const bool* value = std::get_if<bool>(&value_);
    return value != nullptr && *value;
}

double Json::number() const {
    if (const auto* count = std::get_if<std::uint64_t>(&value_)) return static_cast<double>(*count);
    if (const auto* whole = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*whole);
    const double* real = std::get_if<double>(&value_);
    return real ? *real : 0;
}

std::uint64_t Json::count() const {
    const auto* value = std::get_if<std::uint64_t>(&value_);
    return value ? *value : 0;
}

const std::string& Json::text() const {
    static const std::string none;
    const auto* value = std::get_if<std::string>(&value_);
    return value ? *value : none;
}

std::string Json::scalar_text() const {
    if (is_string()) return text();
    if (is_boolean()) return boolean() ? "true" : "false";
    if (const auto* count = std::get_if<std::uint64_t>(&value_)) return std::to_string(*count);
    if (const auto* whole = std::get_if<std::int64_t>(&value_)) return std::to_string(*whole);
    return is_number() ? text_from_double(number()) : std::string();
}

std::size_t Json::size() const {
    if (const auto* elements = std::get_if<Array>(&value_)) return elements->size();
    return items().size();
}

const Json& Json::operator[](std::size_t place) const {
    static const Json null;
    const auto* elements = std::get_if<Array>(&value_);
    return elements && place < elements->size() ? (*elements)[place] : null;
}

const Json* Json::begin() const {
    const auto* elements = std::get_if<Array>(&value_);
    return elements ? elements->data() : nullptr;
}

const Json* Json::end() const {
    const auto* elements = std::get_if<Array>(&value_);
    return elements ? elements->data() + elements->size() : nullptr;
}

const Json* Json::find(std::string_view name) const {
    const auto members = items();
    for (std::size_t i = members.size(); i-- > 0;)
        if (members[i].name == name) return &members[i].value;
    return end();
}

std::span<const Json::Member> Json::items() const {
    const auto* members = std::get_if<Object>(&value_);
    return members ? std::span<const Member>(*members) : std::span<const Member>();
}

void append_json_string(std::string& text, std::string_view value) {
    constexpr std::string_view hex = "0123456789abcdef";
    text += '"';
    for (std::size_t i = 0; i < value.size();) {
        const char c = value[i];
        if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
            text += c;
            ++i;
            continue;
        }
        const std::size_t length = sequence_length(value.substr(i));
        if (length == 0) {
            text += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        if (length > 1) {
            text += value.substr(i, length);
        } else if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (c == '\n') {
            text += "\\n";
        } else if (c == '\t') {
            text += "\\t";
        } else if (c == '\r') {
            text += "\\r";
        } else if (c == '\x7F') {
            text += c;
        } else {
            text += "\\u00";
            text += hex[static_cast<unsigned char>(c) >> 4];
            text += hex[static_cast<unsigned char>(c) & 15];
        }
        i += length;
    }
    text += '"';
}

}  // namespace discern
