#include "judgement/situation.hpp"

#include "base/sorted.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace discern {
namespace {

constexpr int resend_lock_days = 21, patience_days = 14;  // advice R39

void add_cue(Situation& out, Cue cue, double amount = 1, std::string_view quote = {}, SourceRef source = {},
             double reliability = 1) {
    out.add({signal_of(cue), amount, reliability, std::nullopt, quote, source});
}

void read_profile_numbers(const Profile& profile, Situation& out) {
    if (profile.connections) {
        const auto n = *profile.connections;
        add_cue(out, n < 50 ? Cue::few_connections : n > 10'000 ? Cue::huge_network : Cue::modest_network, n);
    }
    if (profile.followers && *profile.followers >= 10'000) {
        add_cue(out, Cue::large_following, *profile.followers);
        if (*profile.followers >= 200'000) add_cue(out, Cue::vast_following, *profile.followers);
    }
    switch (profile.completeness) {
        case Completeness::Empty:
        case Completeness::Sparse: add_cue(out, Cue::thin_profile); break;
        case Completeness::Partial: add_cue(out, Cue::partial_profile); break;
        case Completeness::Full: add_cue(out, Cue::full_profile); break;
        case Completeness::Unknown: break;
    }
    switch (profile.photo) {
        case Photo::None: add_cue(out, Cue::no_photo); break;
        case Photo::Casual: add_cue(out, Cue::casual_photo); break;
        case Photo::Professional: add_cue(out, Cue::professional_photo); break;
        case Photo::Unknown: break;
    }
    switch (profile.verified) {
        case Verification::Workplace: add_cue(out, Cue::workplace_badge); break;
        case Verification::Identity:
        case Verification::Verified: add_cue(out, Cue::identity_badge); break;
        case Verification::None:
        case Verification::Unknown: break;
    }
}

void read_ties(const Person& person, Situation& out) {
    const Ties& ties = person.ties;
    const auto add = [&](FactCode code, double amount, std::optional<Day> when, SourceRef source) {
        out.add({signal_of(code), amount, 1, when, {}, source});
    };
    if (ties.connected_on) add(FactCode::connected_now, 1, ties.connected_on, ties.connected_source);
    const auto last = ties.last_message ? std::optional(utc_day_of(*ties.last_message)) : std::nullopt;
    const auto both = std::min(ties.messages_from_them, ties.messages_to_them);
    if (both > 0) add(FactCode::messages_two_way, 2.0 * both, last, ties.messages_source);
    else if (ties.messages_from_them > 0)
        add(FactCode::messages_from_them_only, ties.messages_from_them, last, ties.messages_source);
    else if (ties.messages_to_them > 0)
        add(FactCode::messages_to_them_only, ties.messages_to_them, last, ties.messages_source);
    if (ties.endorsements_received) add(FactCode::endorsed_user, ties.endorsements_received, {}, ties.endorsed_source);
    if (ties.endorsements_given) add(FactCode::endorsed_by_user, ties.endorsements_given, {}, ties.endorsed_source);
    if (ties.recommendations_received)
        add(FactCode::recommended_user, ties.recommendations_received, {}, ties.recommended_source);
    if (ties.recommendations_given)
        add(FactCode::recommended_by_user, ties.recommendations_given, {}, ties.recommended_source);
    for (const auto& place : person.shared_places) {
        const bool school = place.kind == SharedPlace::Kind::School;
        const bool together = place.overlap.value_or(false);
        const FactCode code = school ? (together ? FactCode::shared_school_overlap : FactCode::shared_school_apart)
                                     : (together ? FactCode::shared_employer_overlap : FactCode::shared_employer_apart);
        out.add({signal_of(code), 1, place.overlap ? 1.0 : 0.7, std::nullopt, place.name, place.source});
    }
}

void read_mutuals(const PersonBook& book, const Person& person, Situation& out) {
    const Mutuals& mutuals = person.mutuals;
    double trusted = 0;  // named ones count by what the archive says about the user and them
    bool has_real_friend = false;
    for (const PersonId id : mutuals.named) {
        if (id.index >= book.people.size()) continue;
        const double trust = trust_in(book.at(id));
        trusted += trust;
        has_real_friend = has_real_friend || trust >= 0.5;
    }
    trusted = std::max(trusted, static_cast<double>(mutuals.known.value_or(0)));
    if (has_real_friend) add_cue(out, Cue::trusted_mutual);
    if (trusted >= 0.3) add_cue(out, Cue::one_known, trusted);
    if (trusted >= 2) out.mark(Cue::several_known);
    if (mutuals.count && *mutuals.count == 0) add_cue(out, Cue::none_shared);
    if (mutuals.count) {
        const double unknown = *mutuals.count - std::min<double>(*mutuals.count, std::max<double>(
            static_cast<double>(mutuals.named.size()), mutuals.known.value_or(0)));
        if (unknown > 0) add_cue(out, Cue::some_unknown, unknown);
    }
}

void read_targets(const Words& words, std::string_view text, const StatedWords& stated, Situation& out) {
    for (const NamedTarget& target : stated.targets)
        if (const auto range = find_sequence(words, target.words))
            add_cue(out, target.cue, 1, text.substr(range->start, range->end - range->start));
    if (const auto range = find_sequence(words, stated.company))
        add_cue(out, Cue::user_company, 1, text.substr(range->start, range->end - range->start));
}

// "at Harbour Works", "@Harbour", "bei Harbour": here a company's name follows. (Word hashes of "at", "bei", ...)
bool names_employer(std::string_view text, const Words& words, std::size_t place) {
    static const std::vector<std::uint64_t> links = [] {
        Words found;
        split_words("at bei chez en na for", found);
        std::vector<std::uint64_t> hashes;
        for (const Word& word : found.words) hashes.push_back(word.hash);
        return hashes;
    }();
    if (place > 0 && std::find(links.begin(), links.end(), words.words[place - 1].hash) != links.end()) return true;
    const auto before = text.substr(0, words.words[place].start);
    const auto last = before.find_last_not_of(' ');
    return last != std::string_view::npos && before[last] == '@';
}

// Companies that the user follows or has applied to. A name of one word is many a common word ("Remote"): it counts
// where nothing else stands, or where an employer is named.
void read_companies(const Words& words, std::string_view text, const StatedWords& stated, Situation& out) {
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        auto tied = std::lower_bound(stated.companies.begin(), stated.companies.end(), words.words[i].hash,
                                     [](const TiedCompany& c, std::uint64_t hash) { return c.words.front() < hash; });
        for (; tied != stated.companies.end() && tied->words.front() == words.words[i].hash; ++tied) {
            const std::size_t size = tied->words.size();
            if (out.has(tied->tie) || i + size > words.words.size()) continue;
            const auto here = std::span(words.words).subspan(i, size);
            if (!std::equal(here.begin(), here.end(), tied->words.begin(),
                            [](const Word& word, std::uint64_t hash) { return word.hash == hash; }))
                continue;
            if (size == 1 && words.words.size() > 1 && !names_employer(text, words, i)) continue;
            const auto quote = text.substr(here.front().start, here.back().end - here.front().start);
            out.add({signal_of(tied->tie), 1, 1, tied->since, quote, tied->source});
        }
    }
}

void read_profile_words(const Profile& profile, const StatedWords& stated, const Lexicon& lexicon, ReadingDesk& desk,
                        Situation& out) {
    std::uint64_t fields = 0;
    std::string_view field_quote;
    const auto read = [&](std::string_view text, bool roles) {
        if (text.empty()) return;
        split_words(text, desk.words);
        desk.matches.clear();
        find_phrases(desk.words, lexicon, desk.matches);
        for (const auto& match : desk.matches) {
            const auto quote = text.substr(match.start, match.end - match.start);
            if (match.cue && roles && !out.has(*match.cue)) add_cue(out, *match.cue, 1, quote);
            if (match.field < 0) continue;
            fields |= std::uint64_t{1} << match.field;
            if (field_quote.empty() || (stated.fields >> match.field & 1u)) field_quote = quote;
        }
        read_targets(desk.words, text, stated, out);
        if (roles) read_companies(desk.words, text, stated, out);
    };
    read(profile.headline, true);
    if (profile.position != profile.headline) read(profile.position, true);
    read(profile.company, true);
    read(profile.about, false);
    if (fields && stated.fields) {
        const Cue cue = fields & stated.fields        ? Cue::same_field_words
                        : fields & stated.near_fields ? Cue::neighbour_field_words
                                                      : Cue::other_field_words;
        add_cue(out, cue, 1, field_quote);
    }
    if (!profile.place.empty() && !stated.place.empty()) {
        split_words(profile.place, desk.words);
        const std::array first{stated.place.front()};
        if (find_sequence(desk.words, first)) add_cue(out, Cue::same_place, 1, profile.place);
    }
}

// How long ago it was sent. An own invitation that was sent and not accepted is pending, and fresh for two weeks (advice
// R39); that says nothing of how well the two know each other.
void read_ages(const Invitation& invitation, Day today, Situation& out) {
    if (!invitation.sent_at) return;
    const Day sent = utc_day_of(*invitation.sent_at);
    const int age = today.days_since_epoch - sent.days_since_epoch;
    if (age >= 21) out.mark(Cue::old_invitation);
    if (invitation.direction != Direction::Outgoing || invitation.accepted) return;
    out.add({signal_of(FactCode::invitation_pending), 1, 1, sent, {}, invitation.source});
    if (age <= patience_days) out.mark(Cue::fresh_invitation);
}

// Sent and not answered; an own invitation without a time is only a plan.
bool stands_open(const Invitation& invitation) {
    return !invitation.accepted && (invitation.direction == Direction::Incoming || invitation.sent_at);
}

// Two who have invited each other: what one of them asks for, the other has asked for as well.
void read_other_way(const PersonBook& book, const Invitation& invitation, const ReadingDesk& desk, Situation& out) {
    const std::size_t person = invitation.person.index;
    if (person < desk.both_ways.size() && !desk.both_ways[person]) return;
    for (const Invitation& other : book.invitations) {
        if (other.person != invitation.person || other.direction == invitation.direction || !stands_open(other)) continue;
        const auto code = other.direction == Direction::Outgoing ? FactCode::user_invited_them : FactCode::they_invited_user;
        const auto sent = other.sent_at ? std::optional(utc_day_of(*other.sent_at)) : std::nullopt;
        out.add({signal_of(code), 1, 1, sent, {}, other.source});
        return;
    }
}

void read_note(const Invitation& invitation, Situation& out) {
    if (invitation.note.empty()) {
        add_cue(out, Cue::no_note, 1, {}, invitation.source);
        return;
    }
    out.mark(Cue::has_note);
    if (!invitation.reading) return;
    const NoteReading& reading = *invitation.reading;
    constexpr std::pair<std::string_view, Cue> kinds[] = {
        {"empty", Cue::no_note},          {"generic_default", Cue::note_generic}, {"mass_template", Cue::note_template},
        {"sales_pitch", Cue::note_pitch}, {"personal_good", Cue::note_personal},  {"recruiter_genuine", Cue::note_recruiting}};
    for (const auto& [kind, cue] : kinds)
        if (reading.kind == kind) add_cue(out, cue, 1, {}, invitation.source, reading.certainty);
    const auto add_read = [&](const Signal& signal) {
        out.add(signal);
        out.only_read.set(signal.id.index);
    };
    // Of notes that nobody learned from, all harmless ones stayed below (tests/fixtures/notes/unseen*.json).
    constexpr double nearly_sure = 0.75;
    if (reading.is_unsafe) {
        const Cue cue = reading.unsafe_chance >= nearly_sure ? Cue::note_unsafe : Cue::note_doubtful;
        add_read({signal_of(cue), 1, reading.unsafe_chance, std::nullopt, {}, invitation.source});
    }
    // Who offers the user a fee does not ask for one; and what a fee for advice is worth, the user has seen.
    const bool told_of_paid_advice = out.has(FactCode::offers_paid_expert_work);
    const bool they_pay = told_of_paid_advice || std::any_of(reading.facts.begin(), reading.facts.end(), [](const Fact& fact) {
        return fact.code == FactCode::offers_paid_expert_work;
    });
    const auto is_misread = [&](FactCode code) {
        return (they_pay && code == FactCode::asks_fee) || (told_of_paid_advice && code == FactCode::promises_unlikely_gain);
    };
    for (const Fact& fact : reading.facts)
        if (!out.has(fact.code) && !is_misread(fact.code))
            add_read({signal_of(fact.code), fact.amount, 0.9, fact.when, fact.quote, invitation.source});
    for (const NoteSign& sign : reading.signs)
        if (const auto flag = note_flag_from_name(sign.flag))
            add_read({signal_of(*flag), 1, 0.9, std::nullopt, sign.quote, invitation.source});
}

}  // namespace

void ReadingDesk::look_for_both_ways(const PersonBook& book) {
    std::vector<bool> incoming(book.people.size()), outgoing(book.people.size());
    for (const Invitation& invitation : book.invitations)
        if (stands_open(invitation))
            (invitation.direction == Direction::Incoming ? incoming : outgoing)[invitation.person.index] = true;
    both_ways.assign(book.people.size(), false);
    for (std::size_t i = 0; i < both_ways.size(); ++i) both_ways[i] = incoming[i] && outgoing[i];
}

void Situation::clear() {
    present.reset();
    only_read.reset();
    list.clear();
    signals.clear();
}

void Situation::add(const Signal& signal) {
    signals.push_back(signal);
    if (signal.amount > 0) set(signal.id);
}

void read_situation(const PersonBook& book, const Invitation& invitation, const StatedWords& stated,
                    const JudgementKnowledge& knowledge, Day today, ReadingDesk& desk, Situation& out) {
    out.clear();
    out.mark(invitation.direction == Direction::Incoming ? Cue::incoming : Cue::outgoing);
    read_ages(invitation, today, out);
    read_other_way(book, invitation, desk, out);
    const Person& person = book.at(invitation.person);
    for (const Fact& fact : person.facts) {
        out.add({signal_of(fact.code), fact.amount, 1, fact.when, fact.quote, fact.source});
        if (fact.code == FactCode::invitation_withdrawn && fact.when &&
            today.days_since_epoch - fact.when->days_since_epoch > resend_lock_days)
            out.mark(Cue::previous_wait_over);
    }
    read_ties(person, out);
    read_mutuals(book, person, out);
    read_profile_numbers(person.profile, out);
    read_profile_words(person.profile, stated, knowledge.lexicon, desk, out);
    read_note(invitation, out);
}

double trust_in(const Person& person) {
    const auto has = [&](FactCode code) {
        return std::any_of(person.facts.begin(), person.facts.end(),
                           [&](const Fact& fact) { return fact.code == code && fact.amount > 0; });
    };
    if (has(FactCode::open_networker_stated)) return 0;
    for (const Fact& fact : person.facts)
        if (fact.code == FactCode::answer_known && fact.amount == 0) return 0;
    // Each line on its own is a reason to know somebody; together they saturate.
    double doubt = 1;
    const auto grant = [&](double share) { doubt *= 1 - share; };
    const auto both = std::min(person.ties.messages_from_them, person.ties.messages_to_them);
    if (both > 0) grant(0.35 + 0.5 * both / (both + 5.0));
    if (person.ties.recommendations_received || person.ties.recommendations_given) grant(0.85);
    if (person.ties.endorsements_received || person.ties.endorsements_given) grant(0.25);
    for (const auto& place : person.shared_places)
        if (place.overlap.value_or(false)) grant(0.4);
    constexpr std::pair<FactCode, double> known_by[] = {
        {FactCode::answer_known, 0.85},     {FactCode::works_with_daily, 0.95}, {FactCode::friend_, 0.95},
        {FactCode::regular_contact, 0.9},   {FactCode::same_team, 0.9},         {FactCode::met_repeatedly, 0.85},
        {FactCode::former_colleague, 0.75}, {FactCode::mentor, 0.8},            {FactCode::classmate, 0.7},
        {FactCode::same_project, 0.75},     {FactCode::client, 0.7},            {FactCode::manager, 0.8},
        {FactCode::direct_report, 0.85},    {FactCode::messaged, 0.6},          {FactCode::met_once, 0.5},
        {FactCode::volunteers_together, 0.8}};
    for (const auto& [code, share] : known_by)
        if (has(code)) grant(share);
    return 1 - doubt;
}

std::vector<PersonId> trusted_mutuals(const PersonBook& book, const Person& person, double least) {
    std::vector<std::pair<double, PersonId>> ranked;
    for (const PersonId id : person.mutuals.named)
        if (id.index < book.people.size())
            if (const double trust = trust_in(book.at(id)); trust >= least) ranked.push_back({trust, id});
    sort_stably(ranked, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<PersonId> people;
    for (const auto& [trust, id] : ranked) people.push_back(id);
    return people;
}

}  // namespace discern
