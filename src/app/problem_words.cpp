#include "app/problem_words.hpp"

#include "base/date.hpp"
#include "base/numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace discern {
namespace {

constexpr std::string_view prefix = "problem.";

// What stands in the slots "{0}", "{1}", ... of `pattern` in `text`; nothing where they do not fit. Slots come in order.
std::optional<std::vector<std::string>> slots_of(std::string_view pattern, std::string_view text) {
    std::vector<std::string> slots;
    for (bool in_slot = false;;) {
        const auto open = pattern.find('{');
        const std::string_view literal = pattern.substr(0, open);
        const bool last = open == pattern.npos;
        // What ends the pattern ends the text; what stands between slots is taken where it comes first.
        const auto at = !in_slot ? (text.starts_with(literal) ? 0 : text.npos)
                        : last   ? (text.size() > literal.size() && text.ends_with(literal) ? text.size() - literal.size() : text.npos)
                                 : text.find(literal, 1);
        if (at == text.npos) return std::nullopt;
        if (in_slot) slots.emplace_back(text.substr(0, at));
        text.remove_prefix(at + literal.size());
        if (last) return text.empty() ? std::optional(std::move(slots)) : std::nullopt;
        pattern.remove_prefix(pattern.find('}') + 1);
        in_slot = true;
    }
}

std::string slot_words(const std::string& slot, const Strings& strings) {
    if (const auto day = day_from_iso(slot)) return strings.day(*day);
    std::string digits = slot;
    std::erase(digits, ',');
    if (const auto number = count_from_text(digits)) return grouped(*number);
    return problem_words(slot, strings);
}

}  // namespace

std::string problem_words(std::string_view english, const Strings& strings) {
    if (english.empty()) return {};
    const auto entries = strings.english().entries();
    auto entry = std::lower_bound(entries.begin(), entries.end(), prefix, [](const auto& one, std::string_view key) { return one.key < key; });
    const StringTable::Entry* with_slots = nullptr;
    for (; entry != entries.end() && entry->key.starts_with(prefix); ++entry) {
        if (entry->text == english) return strings.text(entry->key);
        // Of several that fit, the one that says more itself.
        if (entry->text.find('{') != std::string::npos && slots_of(entry->text, english) &&
            (with_slots == nullptr || entry->text.size() > with_slots->text.size()))
            with_slots = &*entry;
    }
    if (with_slots == nullptr) return std::string(english);
    std::vector<std::string> slots = *slots_of(with_slots->text, english);
    // A sentence that counts takes the form for its number.
    std::string digits = slots.front();
    std::erase(digits, ',');
    if (const auto count = count_from_text(digits); count && strings.has(with_slots->key + ".one")) return strings.counted(with_slots->key, *count);
    for (std::string& slot : slots) slot = slot_words(slot, strings);
    return strings.text(with_slots->key, slots);
}

Problem in_words(const Problem& problem, const Strings& strings) {
    return {.what = problem_words(problem.what, strings), .where = {problem_words(problem.where.file, strings), problem.where.row}, .mend = problem_words(problem.mend, strings)};
}

std::string import_words(const ImportReport& report, const Strings& strings) {
    return strings.text("import.told", {strings.list(std::array{strings.counted("import.told.connections", report.connections, {grouped(report.connections_hidden)}),
        strings.counted("import.told.received", report.invitations_incoming, {grouped(report.incoming_open())}), strings.counted("import.told.skipped", report.skipped_total)})});
}

std::string place_words(const Place& place, const Strings& strings) {
    return place.row > 0 ? strings.text("import.row", {place.file, grouped(place.row)}) : place.file;
}

std::string problem_sentence(const Problem& problem, const Strings& strings) {
    const Problem told = in_words(problem, strings);
    std::string what = told.where.file.empty() ? told.what : strings.text("text.labelled", {place_words(told.where, strings), told.what});
    return told.mend.empty() ? what : strings.sentences({what, told.mend});
}

}  // namespace discern
