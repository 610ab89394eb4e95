// Published and independently computed numbers against ours. Reads every *.json of the folder in DISCERN_REFERENCE_DIR,
// or tests/reference: {"cases": [{"id", "op", "inputs", "expected", "tolerance"}]}. An unknown op fails.
#include "tests/reference/operations.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using discern::reference::json;
using discern::reference::Operation;

double tolerance_of(const json& tolerance, const std::string& key) {
    if (tolerance.is_number()) return tolerance.get<double>();
    if (tolerance.is_object() && tolerance.contains(key)) return tolerance[key].get<double>();
    if (tolerance.is_object() && tolerance.contains("default")) return tolerance["default"].get<double>();
    return 1e-9;
}

// What differs first, with its path; empty when all agrees.
std::string difference(const json& expected, const json& got, double tolerance, const std::string& path) {
    if (expected.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            if (!got.is_object() || !got.contains(key)) return path + "." + key + " is missing";
            if (auto text = difference(value, got[key], tolerance, path + "." + key); !text.empty()) return text;
        }
        return {};
    }
    if (expected.is_array()) {
        if (!got.is_array() || got.size() != expected.size()) return path + " has another length";
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (auto text = difference(expected[i], got[i], tolerance, path + "[" + std::to_string(i) + "]"); !text.empty())
                return text;
        return {};
    }
    if (expected.is_null()) return got.is_null() ? "" : path + " should be nothing, is " + got.dump();
    if (expected.is_boolean() || expected.is_string() || !got.is_number())
        return expected == got ? "" : path + " should be " + expected.dump() + ", is " + got.dump();
    const double gap = std::fabs(expected.get<double>() - got.get<double>());
    return gap <= tolerance ? "" : path + " should be " + expected.dump() + ", is " + got.dump();
}

std::string run_case(const json& one, const std::vector<Operation>& operations) {
    const auto name = one["op"].get<std::string>();
    const auto operation =
        std::find_if(operations.begin(), operations.end(), [&](const Operation& o) { return o.name == name; });
    if (operation == operations.end()) return "the operation \"" + name + "\" is not known";
    const json got = operation->run(one["inputs"]);
    for (const auto& [key, value] : one["expected"].items()) {
        if (!got.contains(key)) return key + " is missing";
        if (auto text = difference(value, got[key], tolerance_of(one["tolerance"], key), key); !text.empty()) return text;
    }
    return {};
}

}  // namespace

int main() {
    const char* asked = std::getenv("DISCERN_REFERENCE_DIR");
    const std::filesystem::path folder = asked && *asked ? asked : DISCERN_SOURCE_DIR "/tests/reference";
    std::vector<Operation> operations = discern::reference::core_operations();
    for (const Operation& operation : discern::reference::peer_operations()) operations.push_back(operation);

    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::size_t passed = 0, failed = 0;
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        const json document = json::parse(text.str(), nullptr, false);
        if (document.is_discarded() || !document.contains("cases")) {
            std::printf("FAILED %s: no cases\n", path.filename().c_str());
            ++failed;
            continue;
        }
        for (const json& one : document["cases"]) {
            const std::string problem = run_case(one, operations);
            if (problem.empty()) ++passed;
            else {
                ++failed;
                std::printf("FAILED %s, %s: %s\n", path.filename().c_str(), one.value("id", "?").c_str(), problem.c_str());
            }
        }
    }
    if (passed + failed == 0) {
        std::printf("FAILED: no reference cases in %s\n", folder.c_str());
        return 1;
    }
    std::printf("%zu cases agree, %zu do not\n", passed, failed);
    return failed ? 1 : 0;
}
