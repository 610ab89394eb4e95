#include "workspace/workspace.hpp"

namespace discern {

Workspace::Workspace(const JudgementKnowledge& knowledge, Day today)
    : Workspace(
          [&knowledge](const PersonBook& book, std::span<const std::uint32_t> which, const Goals& goals, Day day) {
              return judge_invitations(book, which, goals, knowledge, day);
          },
          today) {}

}  // namespace discern
