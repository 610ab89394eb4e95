// Commands become changes: what each one would exchange in the document, and how undoing it is called.
#pragma once

#include "workspace/change.hpp"
#include "workspace/workspace.hpp"

#include <functional>
#include <optional>

namespace discern {

struct UndoEntry {
    Change change;
    Workspace::Done done;  // without "undo." or "redo."
};

struct CommandScene {
    const Document& document;
    Day today;
    Instant now;
    // Nothing for an id that is in neither list (rows, plan_rows).
    std::function<bool(InvitationId)> is_listed;
    // Of a listed one. Judges if need be, so it is asked only for decisions.
    std::function<const Outline&(InvitationId)> outline_of;
};

// Nothing when the command would change nothing, or speaks of something that is not in the document.
[[nodiscard]] std::optional<UndoEntry> entry_for(const Command& command, const CommandScene& scene);

}  // namespace discern
