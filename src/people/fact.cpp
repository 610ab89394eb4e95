#include "people/fact.hpp"

#include <array>

namespace discern {
namespace {

struct CodeRow {
    std::string_view name;
    FactGroup group;
};

constexpr auto code_rows = std::to_array<CodeRow>({
#define FACT(name, group) CodeRow{#name, FactGroup::group},
#define FACT_AS(enumerator, name, group) CodeRow{name, FactGroup::group},
#include "people/fact_codes.def"
#undef FACT
#undef FACT_AS
});

}  // namespace

std::string_view name_of(FactCode code) { return code_rows[static_cast<std::size_t>(code)].name; }

FactGroup group_of(FactCode code) { return code_rows[static_cast<std::size_t>(code)].group; }

std::optional<FactCode> fact_code_from_name(std::string_view name) {
    for (std::size_t i = 0; i < code_rows.size(); ++i)
        if (code_rows[i].name == name) return static_cast<FactCode>(i);
    return std::nullopt;
}

std::size_t fact_code_count() { return code_rows.size(); }

}  // namespace discern
