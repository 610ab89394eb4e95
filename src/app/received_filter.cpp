// Help while the filter is typed: which operators there are, and the values that occur behind them.
#include "app/received_state.hpp"

#include "base/numbers.hpp"
#include "base/sorted.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace discern {
namespace {

constexpr std::size_t most_completions = 6;
constexpr std::array<std::string_view, 4> operator_names = {"company:", "from:", "flag:", "goal:"};

struct Value {
    std::string text, label;
    std::uint32_t rows = 0;
};

// With blanks inside, a value has to be quoted to stay one.
std::string quoted(const std::string& value) { return value.find(' ') == value.npos ? value : "\"" + value + "\""; }

template <class Visit>
void each_open_row(const Workspace& workspace, Visit visit) {
    for (const ReceivedRow& row : workspace.rows())
        if (workspace.is_open(row)) visit(row);
}

std::vector<Value> flags_that_occur(const Workspace& workspace, const Strings& strings) {
    const auto codes = workspace.flag_codes();
    std::vector<std::uint32_t> counts(codes.size());
    each_open_row(workspace, [&](const ReceivedRow& row) {
        const auto& flags = workspace.outline_of(row).flags;
        for (std::size_t place = 0; place < codes.size(); ++place) counts[place] += flags[place] ? 1 : 0;
    });
    std::vector<Value> values;
    for (std::size_t place = 0; place < codes.size(); ++place)
        if (counts[place] > 0) values.push_back({codes[place], strings.text("flag." + codes[place]), counts[place]});
    return values;
}

std::vector<Value> companies_that_occur(const Workspace& workspace) {
    std::map<std::string, Value> found;
    each_open_row(workspace, [&](const ReceivedRow& row) {
        const std::string& company = workspace.person_of(row).profile.company;
        if (company.empty()) return;
        Value& value = found[folded(company)];
        value.text = value.label = company;
        ++value.rows;
    });
    std::vector<Value> values;
    for (auto& [key, value] : found) values.push_back(std::move(value));
    return values;
}

std::vector<Value> purposes_that_occur(const Workspace& workspace, const Strings& strings) {
    std::array<std::uint32_t, purpose_count> counts{};
    each_open_row(workspace, [&](const ReceivedRow& row) {
        for (std::size_t place = 0; place < purpose_count; ++place)
            if (workspace.outline_of(row).purpose_fit[place] >= 0.5) ++counts[place];
    });
    std::vector<Value> values;
    for (std::size_t place = 0; place < purpose_count; ++place) {
        const std::string name(name_of(static_cast<Purpose>(place)));
        if (counts[place] > 0) values.push_back({name, strings.text("purpose." + name), counts[place]});
    }
    return values;
}

std::vector<Completion> operators(std::string_view before, std::string_view typed, const Strings& strings) {
    std::vector<Completion> completions;
    for (const std::string_view name : operator_names)
        if (name.starts_with(typed) && name != typed)
            completions.push_back({std::string(before) + std::string(name), std::string(name), strings.text("received.operator." + std::string(name.substr(0, name.size() - 1)))});
    return completions;
}

}  // namespace

void refresh_completions(const Workspace& workspace, ReceivedState& state, const Strings& strings) {
    const std::string& text = state.filter.text;
    if (state.completions_of == text && state.completions_generation == workspace.generation()) return;
    state.completions_of = text;
    state.completions_generation = workspace.generation();
    state.completions.clear();
    state.completion.reset();
    const std::size_t start = text.find_last_of(' ') == text.npos ? 0 : text.find_last_of(' ') + 1;
    std::string_view before(text.data(), start), word = std::string_view(text).substr(start);
    if (word.starts_with('-')) {
        before = std::string_view(text).substr(0, start + 1);
        word.remove_prefix(1);
    }
    const auto colon = word.find(':');
    if (colon == word.npos) {
        state.completions = operators(before, folded(word), strings);
        return;
    }
    const std::string name = folded(word.substr(0, colon + 1)), typed = folded(word.substr(colon + 1));
    std::vector<Value> values;
    if (name == "flag:") values = flags_that_occur(workspace, strings);
    else if (name == "company:") values = companies_that_occur(workspace);
    else if (name == "goal:") values = purposes_that_occur(workspace, strings);
    sort_stably(values, [](const Value& a, const Value& b) { return a.rows > b.rows; });
    for (const Value& value : values) {
        const bool fits = folded(value.text).starts_with(typed) || folded(value.label).find(typed) != std::string::npos;
        if (!fits || folded(value.text) == typed) continue;
        if (state.completions.size() == most_completions) break;
        state.completions.push_back({std::string(before) + name + quoted(value.text), value.label, grouped(value.rows)});
    }
}

}  // namespace discern
