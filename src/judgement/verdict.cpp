#include "judgement/verdict.hpp"

namespace discern {
namespace {

constexpr auto action_names = std::to_array<std::string_view>(
    {"accept", "ask_first", "ignore", "report", "follow", "send_with_note", "send", "wait", "ask_introduction",
     "dont_send", "withdraw", "leave_pending"});

constexpr std::array<std::string_view, criterion_count> criterion_names = {
    "known", "linked", "relevance", "content", "photo", "comfort", "benefit", "favor", "note", "exposure"};

}  // namespace

std::string_view name_of(Action action) { return action_names[static_cast<std::size_t>(action)]; }

std::optional<Action> action_from_name(std::string_view name) {
    for (std::size_t i = 0; i < action_names.size(); ++i)
        if (action_names[i] == name) return static_cast<Action>(i);
    return std::nullopt;
}

std::string_view name_of(Criterion criterion) { return criterion_names[static_cast<std::size_t>(criterion)]; }

std::optional<Criterion> criterion_from_name(std::string_view name) {
    for (std::size_t i = 0; i < criterion_count; ++i)
        if (criterion_names[i] == name) return static_cast<Criterion>(i);
    return std::nullopt;
}

}  // namespace discern
