#include "notes/note_desk.hpp"

#include "base/sorted.hpp"
#include "notes/note_length.hpp"
#include "notes/read_note.hpp"
#include "text/name.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace discern {

namespace {

constexpr std::uint32_t enough_sentences = 2;  // R36

// Signs of the lexicon that claim something about the two, and the evidence of which one item bears the claim out.
struct ClaimRule {
    std::string_view sign;
    std::array<std::string_view, 10> evidence;
};
constexpr auto claim_rules = std::to_array<ClaimRule>({
    {"met", {"met", "talked", "at_event", "colleagues", "former_colleagues", "classmates", "interview", "social", "student", "mentor"}},
    {"shared_past", {"employer", "school", "colleagues", "former_colleagues", "classmates", "alumni", "project", "student", "mentor", "volunteers"}},
    {"introduced", {"introduced", "mutual"}},
});

// "We met in Lisbon and I love what you do": where a new clause of the writer's begins, the claim is over.
constexpr auto clause_openings = std::to_array<std::string_view>(
    {" and I ", " and would ", " but I ", " so I ", " y me ", " y quer", " y quisiera", " et je ", " et j'", " mais je ",
     " und ich ", " und w\xC3\xBCrde ", " aber ich ", " e eu ", " e gostaria ", " mas eu "});

[[nodiscard]] std::uint32_t clause_end(std::string_view text, std::uint32_t from) {
    auto end = std::min(text.find_first_of(".!?;,\n", from), text.size());
    for (const auto opening : clause_openings) end = std::min(end, text.find(opening, from));
    return static_cast<std::uint32_t>(end);
}

// Words with a capital inside a clause: what a claim names. German writes every noun so; there they say nothing.
[[nodiscard]] std::vector<std::string_view> names_in(std::string_view clause) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < clause.size();) {
        const auto end = std::min(clause.find_first_of(" ()\"", i), clause.size());
        const auto word = clause.substr(i, end - i);
        const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
        if (capital && i > 0 && word.size() > 2) names.push_back(word);
        i = end + 1;
    }
    return names;
}

[[nodiscard]] bool says(const NoteEvidence& item, std::string_view name) {
    const auto wanted = name_key(name);
    const auto value = name_key(item.value);
    return !wanted.empty() && value.find(wanted) != std::string::npos;
}

// Byte where the text passes `limit` UTF-16 units.
[[nodiscard]] std::uint32_t byte_of_unit(std::string_view text, std::uint32_t limit) {
    std::uint32_t units = 0, at = 0;
    for (; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xc0) == 0x80) continue;
        units += byte >= 0xf0 ? 2U : 1U;
        if (units > limit) break;
    }
    return at;
}

class Desk {
public:
    Desk(std::string_view text, const std::vector<NoteEvidence>& evidence, const NoteLexicon& lexicon, std::uint32_t limit, DraftUse use)
        : text_(text), evidence_(evidence), use_(use) {
        NoteContext context;
        context.limit_chars = limit;
        context.every_span = true;
        analysis_ = analyse_note(text, lexicon, context);
        out_.chars = analysis_.chars;
        out_.limit_chars = limit;
        out_.sentences = analysis_.sentences;
    }

    DeskReading read() {
        if (analysis_.kind == NoteKind::Empty) return std::move(out_);
        if (out_.chars > out_.limit_chars) find(DeskIssue::TooLong, byte_of_unit(text_, out_.limit_chars), size(text_.size()));
        check_kind();
        for (const auto& rule : claim_rules) check_claims(rule);
        sort_stably(out_.findings, [](const DeskFinding& a, const DeskFinding& b) {
            return std::tie(a.issue, a.begin, a.end) < std::tie(b.issue, b.begin, b.end);
        });
        out_.findings.erase(std::unique(out_.findings.begin(), out_.findings.end()), out_.findings.end());
        return std::move(out_);
    }

private:
    [[nodiscard]] static std::uint32_t size(std::size_t n) { return static_cast<std::uint32_t>(n); }
    void find(DeskIssue issue, std::uint32_t begin = 0, std::uint32_t end = 0) { out_.findings.push_back({issue, begin, end}); }

    // The words of the signs that speak of an issue; the text as a whole when there are none.
    void find_words(DeskIssue issue, std::span<const std::string_view> signs) {
        const auto before = out_.findings.size();
        for (const auto& span : analysis_.spans) {
            if (std::find(signs.begin(), signs.end(), span.sign) != signs.end()) find(issue, span.begin, span.end);
        }
        if (out_.findings.size() == before) find(issue);
    }

    [[nodiscard]] bool fact(FactCode code) const {
        return std::any_of(analysis_.reading.facts.begin(), analysis_.reading.facts.end(), [&](const Fact& f) { return f.code == code; });
    }

    void check_kind() {
        static constexpr auto generic = std::to_array<std::string_view>({"expand_network", "profile_compliment", "shared_contacts_vague",
                                                                         "vague_exchange", "numbers_game", "praise_vague", "placeholder"});
        static constexpr auto pitch = std::to_array<std::string_view>({"we_help", "offer_service", "seller_self", "result_claim", "price_offer"});
        static constexpr auto favour = std::to_array<std::string_view>({"favour_ask", "job_beg", "call_ask"});
        static constexpr auto links = std::to_array<std::string_view>({"link", "short_link", "fake_link", "risky_file", "harmless_file"});
        static constexpr auto channels = std::to_array<std::string_view>({"messenger_move", "messenger_link"});
        const auto fits_anybody = [&](const NoteSpan& span) { return std::find(generic.begin(), generic.end(), span.sign) != generic.end(); };
        const bool is_generic = analysis_.kind == NoteKind::GenericDefault || analysis_.kind == NoteKind::MassTemplate ||
                                std::any_of(analysis_.spans.begin(), analysis_.spans.end(), fits_anybody);
        const bool invites = use_ == DraftUse::Invite;
        if (is_generic && invites) find_words(DeskIssue::Generic, generic);
        if (analysis_.sentences > enough_sentences) find(DeskIssue::ManySentences);
        if (invites && !fact(FactCode::note_names_specific_reason)) find(DeskIssue::NoReason);
        if (fact(FactCode::note_sells)) find_words(DeskIssue::Pitch, pitch);
        const bool asks_call = std::any_of(analysis_.spans.begin(), analysis_.spans.end(), [](const NoteSpan& span) { return span.sign == "call_ask"; });
        if (invites && (asks_call || fact(FactCode::asks_favour_now))) find_words(DeskIssue::AsksFavour, favour);
        if (fact(FactCode::sends_link_or_file)) find_words(DeskIssue::LinkOrFile, links);
        if (fact(FactCode::asks_off_platform)) find_words(DeskIssue::OffPlatform, channels);
        if (analysis_.reading.is_unsafe) find(DeskIssue::Unsafe);
    }

    void check_claims(const ClaimRule& rule) {
        std::uint32_t done = 0;  // one claim for a clause
        for (const auto& span : analysis_.spans) {
            if (span.sign != rule.sign || span.begin < done) continue;
            const auto end = std::max(span.end, clause_end(text_, span.end));
            done = end;
            const auto* item = bears_out(rule);
            const auto clause = text_.substr(span.begin, end - span.begin);
            const bool names_known = analysis_.language == "de" || all_names_on_record(clause);
            if (item != nullptr && names_known) {
                out_.borne_out.push_back({span.begin, end, *item});
            } else {
                find(DeskIssue::ClaimNotOnRecord, span.begin, end);
            }
        }
    }

    [[nodiscard]] const NoteEvidence* bears_out(const ClaimRule& rule) const {
        for (const auto name : rule.evidence) {
            if (name.empty()) continue;
            if (const auto* item = find_evidence(evidence_, name)) return item;
        }
        return nullptr;
    }

    [[nodiscard]] bool all_names_on_record(std::string_view clause) const {
        const auto names = names_in(clause);
        return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
            return std::any_of(evidence_.begin(), evidence_.end(), [&](const NoteEvidence& item) { return says(item, name); });
        });
    }

    std::string_view text_;
    const std::vector<NoteEvidence>& evidence_;
    DraftUse use_;
    NoteAnalysis analysis_;
    DeskReading out_;
};

}  // namespace

std::string_view name_of(DeskIssue issue) {
    switch (issue) {
        case DeskIssue::TooLong: return "too_long";
        case DeskIssue::Generic: return "generic";
        case DeskIssue::ManySentences: return "many_sentences";
        case DeskIssue::NoReason: return "no_reason";
        case DeskIssue::Pitch: return "pitch";
        case DeskIssue::AsksFavour: return "asks_favour";
        case DeskIssue::LinkOrFile: return "link_or_file";
        case DeskIssue::OffPlatform: return "off_platform";
        case DeskIssue::Unsafe: return "unsafe";
        case DeskIssue::ClaimNotOnRecord: return "claim_not_on_record";
    }
    return "";
}

DeskReading check_note_at_desk(std::string_view text, const std::vector<NoteEvidence>& evidence, const NoteLexicon& lexicon,
                               std::uint32_t limit_chars, DraftUse use) {
    return Desk(text, evidence, lexicon, limit_chars, use).read();
}

}  // namespace discern
