// A newer archive over the open document: facts are the archive's, whatever the user did stays.
// Decisions and snoozes hang on InvitationId, which is the same in every archive; one that was pasted without an address
// passes them on to the archive's own. Answers, joins and what pages showed follow their person: by an invitation of theirs
// that both archives hold, by profile key, by name. Invitations that the newer archive no longer holds stay if the user
// planned, decided or snoozed them, or pasted them after it was made. Importing the same archive twice changes nothing.
#pragma once

#include "base/result.hpp"
#include "workspace/document.hpp"

#include <vector>

namespace discern {

// What is different since the archive that was open before; all of incoming invitations, in the order of their files.
struct MergeChanges {
    std::vector<InvitationId> arrived;            // only in the newer archive
    std::vector<InvitationId> gone;               // only in the older one, and not accepted there
    std::vector<InvitationId> accepted_meanwhile; // open in the older one, a connection in the newer one
    bool operator==(const MergeChanges&) const = default;
};

struct Merge {
    Document document;
    MergeChanges changes;
};

// The sample is replaced whole. Fails, with `current` untouched, when the archive is older than the open one or holds no
// invitations where the open one has some (then a part of an archive was handed in).
[[nodiscard]] Result<Merge> merged_with_archive(const Document& current, PersonBook newer);

}  // namespace discern
