#include "knowledge/json_reader.hpp"

#include <algorithm>

namespace discern {
namespace {

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

}  // namespace

JsonFile::JsonFile(std::string path, std::string_view bytes) : path_(std::move(path)) {
    if (bytes.empty()) complain("The file is missing.");
    root_ = Json::parse(bytes);
    if (root_.is_discarded()) {
        complain("The file is not JSON.");
        root_ = Json::object();
    }
}

void JsonFile::complain(std::string what) {
    if (!problem_) problem_ = Problem{std::move(what), {path_, 0}, "Correct the asset and build again."};
}

double JsonFile::number(const Json& object, const char* key, double otherwise) {
    const auto* value = member(object, key);
    if (!value) return otherwise;
    if (!value->is_number()) {
        complain(std::string("\"") + key + "\" is not a number.");
        return otherwise;
    }
    return value->get<double>();
}

bool JsonFile::flag(const Json& object, const char* key, bool otherwise) {
    const auto* value = member(object, key);
    if (!value) return otherwise;
    if (!value->is_boolean()) {
        complain(std::string("\"") + key + "\" is not true or false.");
        return otherwise;
    }
    return value->get<bool>();
}

std::string JsonFile::text(const Json& object, const char* key, std::string_view otherwise) {
    const auto* value = member(object, key);
    if (!value) return std::string(otherwise);
    if (!value->is_string()) {
        complain(std::string("\"") + key + "\" is not text.");
        return std::string(otherwise);
    }
    return value->get<std::string>();
}

const Json& JsonFile::list(const Json& object, const char* key) {
    const auto* value = member(object, key);
    if (value && value->is_array()) return *value;
    if (value) complain(std::string("\"") + key + "\" is not a list.");
    return Json::array();
}

const Json& JsonFile::object(const Json& object, const char* key) {
    const auto* value = member(object, key);
    if (value && value->is_object()) return *value;
    if (value) complain(std::string("\"") + key + "\" is not an object.");
    return Json::object();
}

void JsonFile::allow_only(const Json& object, std::initializer_list<std::string_view> keys,
                          std::string_view where) {
    for (const auto& [key, value] : object.items())
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            complain("\"" + key + "\" is not known in " + std::string(where) + ".");
}

}  // namespace discern
