// What a newer archive does not know but the open document does, brought over to it: joins and partings, what pages and
// address books showed, invitations that the user touched or pasted, and who of the older book is who in the newer one.
#pragma once

#include "workspace/document.hpp"
#include "workspace/saved_state.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace discern {

class CarryOver {
public:
    // Both must live as long as this; `newer` is the archive's book as it was read and is added to.
    CarryOver(const Document& current, PersonBook& newer);

    // Once. Afterwards `newer` is the merged book; the state's answers and rulings speak of its people.
    void run(save::SavedState& state);

    // Ids of invitations that were pasted without an address -> the archive's own ids.
    [[nodiscard]] const std::map<InvitationId, InvitationId>& renamed() const { return renamed_; }
    // Invitations of the older archive that the newer one lacks, and that stay only because the user dealt with them.
    [[nodiscard]] const std::set<InvitationId>& kept_though_gone() const { return kept_though_gone_; }

private:
    // A person of the older book, before any join, in the newer one.
    std::optional<PersonId> place_of(PersonId older);
    PersonId bring(PersonId older);
    [[nodiscard]] const Person& record_of(PersonId older) const;
    [[nodiscard]] bool is_foreign(const SourceRef& source) const;  // of a file that the newer archive does not have
    void move_source(SourceRef& source);

    void match_people();
    void match_pasted_invitations();
    void carry_facts();
    void add_facts(Person& into, const Person& older);
    void carry_rulings(std::vector<save::SavedRuling>& rulings);
    std::optional<PersonId> part_name(PersonId older_one, PersonId newer_other);
    void carry_invitations();
    [[nodiscard]] bool must_stay(const Invitation& invitation) const;
    void carry_doubts();

    const Document& current_;
    PersonBook& newer_;
    const std::size_t archive_files_;  // files of the newer archive itself
    save::PersonFinder finder_;
    std::vector<PersonId> owner_;  // of each older invitation, before any join
    std::map<PersonId, PersonId> same_;
    std::map<InvitationId, InvitationId> renamed_;
    std::set<InvitationId> kept_though_gone_;
};

}  // namespace discern
