// The operations that a reference case can name. Each takes the case's "inputs" and gives what "expected" speaks of.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

namespace discern::reference {

using nlohmann::json;
using Numbers = std::vector<double>;
using Table = std::vector<Numbers>;

struct Operation {
    std::string_view name;
    json (*run)(const json& inputs);
};

[[nodiscard]] std::vector<Operation> core_operations();  // what Discern itself computes
[[nodiscard]] std::vector<Operation> peer_operations();  // other methods, for comparison only
[[nodiscard]] json smaa2(const json& inputs);       // from draws that are given
[[nodiscard]] json smaa2_distributions(const json& inputs);  // from distributions, drawn here
[[nodiscard]] json exact_smaa(const json& inputs);       // three criteria, by exact polygons

[[nodiscard]] inline Numbers numbers(const json& list) {
    Numbers result;
    for (const json& value : list) result.push_back(value.get<double>());
    return result;
}
[[nodiscard]] inline Table table(const json& list) {
    Table result;
    for (const json& row : list) result.push_back(numbers(row));
    return result;
}

}  // namespace discern::reference
