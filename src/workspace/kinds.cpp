#include "workspace/kinds.hpp"

#include "judgement/goals.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace discern {
namespace {

constexpr auto known_facts = std::to_array<FactCode>(
    {FactCode::met_repeatedly, FactCode::regular_contact, FactCode::works_with_daily, FactCode::good_terms, FactCode::same_team,
     FactCode::same_project, FactCode::same_company, FactCode::manager, FactCode::direct_report, FactCode::former_colleague,
     FactCode::client, FactCode::mentor, FactCode::social, FactCode::friend_, FactCode::volunteers_together, FactCode::answer_known});
constexpr auto school_facts = std::to_array<FactCode>({FactCode::alumni, FactCode::classmate});
constexpr auto recruiter_facts = std::to_array<FactCode>({FactCode::recruiter_for_users_field, FactCode::recruiter_any_field});
constexpr auto seller_facts = std::to_array<FactCode>({FactCode::sells_services, FactCode::direct_seller, FactCode::note_sells});

// An answer of "no" is on record with the amount 0.
bool has_any(const std::vector<Fact>& facts, std::span<const FactCode> codes) {
    return std::ranges::any_of(facts, [codes](const Fact& fact) { return fact.amount > 0 && std::ranges::find(codes, fact.code) != codes.end(); });
}

bool shares(const Person& person, SharedPlace::Kind kind) {
    return std::ranges::any_of(person.shared_places, [kind](const SharedPlace& place) { return place.kind == kind; });
}

bool serves(const Outline& verdict, Purpose purpose) { return verdict.purpose_fit[static_cast<std::size_t>(purpose)] >= 0.5; }

bool is_known_person(const Person& person) {
    const Ties& ties = person.ties;
    return ties.connected_on || (ties.messages_from_them > 0 && ties.messages_to_them > 0) || ties.recommendations_received > 0 ||
           ties.recommendations_given > 0 || has_any(person.facts, known_facts) || shares(person, SharedPlace::Kind::Employer);
}

bool sells(const Invitation& invitation, const Person& person, const Outline& verdict, const FlagBits& seller_flags) {
    return (verdict.flags & seller_flags).any() || has_any(person.facts, seller_facts) ||
           (invitation.reading && (invitation.reading->kind == "sales_pitch" || has_any(invitation.reading->facts, seller_facts)));
}

}  // namespace

std::string_view name_of(Kind kind) {
    constexpr std::array<std::string_view, kind_count> names = {"suspicious", "known", "alumni", "recruiters", "sellers", "field", "others"};
    return names[static_cast<std::size_t>(kind)];
}

FlagBits seller_flags_of(std::span<const std::string> flag_codes) {
    FlagBits bits;
    for (std::size_t place = 0; place < std::min(flag_codes.size(), bits.size()); ++place)
        bits[place] = flag_codes[place] == "sales_pitch" || flag_codes[place] == "sales_role" || flag_codes[place] == "mlm";
    return bits;
}

Kind kind_of(const Person& person, const Invitation& invitation, const Outline& verdict, const FlagBits& seller_flags) {
    if (verdict.action == Action::Report || verdict.scam_chance >= suspicious_from) return Kind::Suspicious;
    if (is_known_person(person)) return Kind::Known;
    if (has_any(person.facts, school_facts) || shares(person, SharedPlace::Kind::School)) return Kind::Alumni;
    if (has_any(person.facts, recruiter_facts) || serves(verdict, Purpose::Recruiters)) return Kind::Recruiters;
    if (sells(invitation, person, verdict, seller_flags)) return Kind::Sellers;
    const std::array field = {FactCode::same_field, FactCode::active_in_users_field};
    if (has_any(person.facts, field) || serves(verdict, Purpose::GrowNetwork)) return Kind::Field;
    return Kind::Others;
}

}  // namespace discern
