#include "intake/page_reader.hpp"

#include "intake/page_lines.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace discern {
namespace {

using Lines = std::span<const PageLine>;

constexpr auto inviting =
    std::to_array<std::string_view>({" follows you and is inviting you to connect", " is inviting you to connect",
                                     " wants to connect", " invited you to connect"});
constexpr auto not_of_people =
    std::to_array<std::string_view>({"invited you to subscribe", "invited you to follow", "invited you to join",
                                     "invited you to attend", "newsletter \xE2\x80\xA2"});
constexpr auto picture_words =
    std::to_array<std::string_view>({"profile picture", "profile photo", "'s photo", "\xE2\x80\x99s photo"});
constexpr auto noise = std::to_array<std::string_view>({"skip to main content",
                                                        "home",
                                                        "my network",
                                                        "jobs",
                                                        "messaging",
                                                        "notifications",
                                                        "me",
                                                        "for business",
                                                        "search",
                                                        "manage invitations",
                                                        "received",
                                                        "sent",
                                                        "message",
                                                        "connect",
                                                        "follow",
                                                        "following",
                                                        "more",
                                                        "pending",
                                                        "open to",
                                                        "contact info",
                                                        "show all",
                                                        "see more",
                                                        "show more",
                                                        "... more",
                                                        "… show more",
                                                        "...see more",
                                                        "load more"});

template <std::size_t N>
bool contains_one_of(const std::array<std::string_view, N>& phrases, std::string_view text) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

// "Focused (12)", "All (37)", "People (905)": the filters above the list.
bool is_filter(std::string_view text) {
    if (!text.ends_with(')')) return false;
    const std::size_t open = text.rfind(" (");
    if (open == std::string_view::npos) return false;
    const std::string_view number = text.substr(open + 2, text.size() - open - 3);
    return !number.empty() && number.find_first_not_of("0123456789,+") == std::string_view::npos;
}

bool is_noise(const PageLine& line) {
    const std::string small = folded(line.text);  // "…" is folded to "..."
    const bool unfolds_more = small.starts_with("...") && small.ends_with(" more");
    return unfolds_more || is_filter(line.text) || std::find(noise.begin(), noise.end(), small) != noise.end()
           || small.starts_with("reply to ");
}

// The name within "Ana Sample follows you and is inviting you to connect"; empty when the line is no such line.
std::string_view name_of_inviting(std::string_view text) {
    for (const std::string_view phrase : inviting)
        if (const std::size_t at = text.find(phrase); at != std::string_view::npos) return text.substr(0, at);
    return {};
}

bool is_picture(std::string_view text) { return contains_one_of(picture_words, text); }

// Badges stand as labels of icons, which only the HTML has.
bool read_badge(std::string_view small, Profile& profile) {
    if (small.size() > 60) return false;
    if (small.find("verif") != std::string_view::npos)
        profile.verified = Verification::Verified;
    else if (small.find("premium") != std::string_view::npos)
        profile.premium = true;
    else
        return false;
    return true;
}

// What stands between the name and the buttons of a card: headline, mutual connections, age, a note in older pages.
void read_card_line(const PageLine& line, Instant copied_at, SeenPerson& person) {
    const std::string small = folded(line.text);
    if (const auto age = age_from_text(line.text)) {
        person.invitation->sent_at = Instant{copied_at.seconds_since_epoch - *age};
    } else if (auto mutual = mutuals_from_text(line.text)) {
        person.mutual_count = mutual->count;
        person.mutual_names = std::move(mutual->names);
    } else if (is_noise(line) || is_picture(line.text) || line.text == person.name
               || read_badge(small, person.profile)) {
        return;
    } else if (person.profile.headline.empty()) {
        person.profile.headline = line.text;
    } else if (person.invitation->sent_at) {  // behind the age, only a note comes
        if (!person.invitation->note.empty()) person.invitation->note += '\n';
        person.invitation->note += line.text;
    }
}

bool is_button(Lines lines, std::size_t at, std::string_view text) {
    return at < lines.size() && lines[at].text == text;
}

// Behind the buttons: the note of this card, then the beginning of the next one. Returns where the next one begins.
std::size_t end_of_note(Lines lines, std::size_t from, std::size_t to) {
    std::size_t begin = to;
    for (std::size_t i = from; i < to; ++i)
        if (!name_of_inviting(lines[i].text).empty() || contains_one_of(not_of_people, folded(lines[i].text))) {
            begin = i;
            break;
        }
    if (begin == to) return from;  // older pages have no such line, and no note behind the buttons
    // The label of the picture, or the name alone, may stand before it.
    const std::string_view name = name_of_inviting(lines[begin].text);
    while (begin > from && (is_picture(lines[begin - 1].text) || (!name.empty() && lines[begin - 1].text == name)))
        --begin;
    return begin;
}

void add_note(Lines lines, std::size_t from, std::size_t to, SeenPerson& person) {
    for (std::size_t i = from; i < to; ++i) {
        if (is_noise(lines[i])) continue;
        if (!person.invitation->note.empty()) person.invitation->note += '\n';
        person.invitation->note += lines[i].text;
    }
}

// The last lines before the first card are the page's own; the card begins at its inviting line, or as near to its
// buttons as a card can be.
std::size_t begin_of_first_card(Lines lines, std::size_t buttons) {
    const std::size_t begin = end_of_note(lines, 0, buttons);
    if (begin > 0 || buttons == 0) return begin;
    std::size_t age = buttons;
    while (age > 0 && !age_from_text(lines[age - 1].text)) --age;
    std::size_t first = age > 5 ? age - 5 : 0;
    while (first < buttons && is_noise(lines[first])) ++first;
    for (std::size_t i = first; i < buttons; ++i)
        if (is_picture(lines[i].text) || !lines[i].profile_key.empty()) return i;
    return first;
}

SeenPerson card_from(Lines card, Instant copied_at) {
    SeenPerson person;
    person.invitation.emplace();
    person.line = card.empty() ? 0 : card.front().number;
    for (const PageLine& line : card) {
        if (person.profile_key.empty()) person.profile_key = line.profile_key;
        if (const auto name = name_of_inviting(line.text); !name.empty()) {
            person.name = name;
            person.follows_user = line.text.find(" follows you ") != std::string::npos;
            break;
        }
    }
    for (const PageLine& line : card) {
        if (!name_of_inviting(line.text).empty()) continue;
        if (person.name.empty() && !is_picture(line.text) && !is_noise(line))
            person.name = line.text;
        else
            read_card_line(line, copied_at, person);
    }
    return person;
}

PageReading received_from(Lines lines, Instant copied_at) {
    PageReading reading;
    std::vector<std::size_t> buttons;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if ((is_button(lines, i, "Ignore") && is_button(lines, i + 1, "Accept"))
            || (is_button(lines, i, "Accept") && is_button(lines, i + 1, "Ignore")))
            buttons.push_back(i++);
    std::size_t begin = buttons.empty() ? 0 : begin_of_first_card(lines, buttons.front());
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Lines card = lines.subspan(begin, buttons[i] - begin);
        const std::size_t behind = buttons[i] + 2;
        // The last card's note ends where the page's own words begin again; a note is at most 300 characters.
        const std::size_t last = i + 1 < buttons.size() ? buttons[i + 1] : behind;
        begin = end_of_note(lines, behind, last);
        if (std::any_of(card.begin(), card.end(),
                        [](const PageLine& line) { return contains_one_of(not_of_people, folded(line.text)); })) {
            ++reading.left_out;
            continue;
        }
        SeenPerson person = card_from(card, copied_at);
        if (i + 1 < buttons.size()) {
            add_note(lines, behind, begin, person);
        } else {
            std::size_t end = behind;
            std::size_t length = 0;
            while (end < lines.size() && !is_noise(lines[end]) && (length += lines[end].text.size()) <= 1'200) ++end;
            add_note(lines, behind, end, person);
        }
        if (!person.name.empty()) reading.people.push_back(std::move(person));
    }
    return reading;
}

PageReading sent_from(Lines lines, Instant copied_at) {
    PageReading reading{.kind = PageReading::Kind::Sent, .people = {}, .left_out = 0};
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text != "Withdraw") continue;
        // From "<name>'s profile picture" on; before the first card stand the page's own words.
        std::size_t first = begin;
        for (std::size_t k = begin; k < i; ++k)
            if (is_picture(lines[k].text)) first = k;
        while (first < i && is_noise(lines[first])) ++first;
        SeenPerson person = card_from(lines.subspan(first, i - first), copied_at);
        person.invitation->direction = Direction::Outgoing;
        if (!person.name.empty()) reading.people.push_back(std::move(person));
        begin = i + 1;
    }
    return reading;
}

bool is_degree(std::string_view text) {
    return text == "· 1st" || text == "· 2nd" || text == "· 3rd" || text == "· 3rd+" || text == "1st" || text == "2nd"
           || text == "3rd" || text == "3rd+";
}

// The top card: name, degree, headline, place, followers, connections, mutual connections; then "About" and
// "Experience".
PageReading profile_from(Lines lines) {
    PageReading reading{.kind = PageReading::Kind::Profile, .people = {}, .left_out = 0};
    SeenPerson person;
    std::size_t degree = 0;
    while (degree < lines.size() && !is_degree(lines[degree].text)) ++degree;
    if (degree == lines.size() || degree == 0) return reading;
    std::size_t name = degree;
    while (name > 0) {
        const std::string& text = lines[--name].text;
        const std::string small = folded(text);
        const bool is_pronouns = small.find('/') != std::string::npos && small.size() < 20;
        if (!is_pronouns && !read_badge(small, person.profile) && !is_noise(lines[name])) break;
    }
    person.name = lines[name].text;
    person.line = lines[name].number;
    std::size_t at = degree + 1;
    const std::size_t top_end = std::min(lines.size(), degree + 20);
    for (; at < top_end; ++at) {
        const std::string& text = lines[at].text;
        if (text == "About" || text == "Activity" || text == "Experience") break;
        if (auto mutual = mutuals_from_text(text)) {
            person.mutual_count = mutual->count;
            person.mutual_names = std::move(mutual->names);
        } else if (text.ends_with(" followers") || text.ends_with(" follower")) {
            person.profile.followers = shown_count_from_text(text.substr(0, text.find_last_of(' ')));
        } else if (text.ends_with(" connections") || text.ends_with(" connection")) {
            person.profile.connections = shown_count_from_text(text.substr(0, text.find_last_of(' ')));
        } else if (is_noise(lines[at]) || is_picture(text) || read_badge(folded(text), person.profile) || text == "·") {
            continue;
        } else if (person.profile.headline.empty()) {
            person.profile.headline = text;
        } else if (person.profile.place.empty()) {
            const std::size_t dot = text.find(" · Contact info");
            person.profile.place = text.substr(0, dot);
        }
    }
    for (at = degree; at < lines.size(); ++at) {
        if (lines[at].text == "About")
            while (at + 1 < lines.size() && lines[at + 1].text != "Activity" && lines[at + 1].text != "Experience"
                   && lines[at + 1].text != "Featured" && person.profile.about.size() < 3'000) {
                ++at;
                if (is_noise(lines[at]) || lines[at].text == "About") continue;
                if (!person.profile.about.empty()) person.profile.about += '\n';
                person.profile.about += lines[at].text;
            }
        if (lines[at].text != "Experience") continue;
        std::vector<std::string_view> shown;
        for (std::size_t k = at + 1; k < lines.size() && shown.size() < 2; ++k)
            if (lines[k].text != "Experience" && !lines[k].text.ends_with(" logo")) shown.push_back(lines[k].text);
        if (shown.size() == 2) {
            person.profile.position = shown[0];
            person.profile.company = shown[1].substr(0, shown[1].find(" · "));
        }
        break;
    }
    for (const PageLine& line : lines)
        if (person.profile_key.empty() && !line.profile_key.empty() && line.text.find(person.name) != std::string::npos)
            person.profile_key = line.profile_key;
    reading.people.push_back(std::move(person));
    return reading;
}

PageReading reading_of(Lines lines, Instant copied_at) {
    PageReading received = received_from(lines, copied_at);
    if (!received.people.empty() || received.left_out > 0) return received;
    PageReading sent = sent_from(lines, copied_at);
    if (!sent.people.empty()) return sent;
    return profile_from(lines);
}

}  // namespace

Result<PageReading> read_page(std::string_view text, std::string_view html, Instant copied_at) {
    const auto plain_lines = lines_of_text(text), html_lines = lines_of_html(html);
    PageReading plain = reading_of(plain_lines, copied_at), rich = reading_of(html_lines, copied_at);
    PageReading& better = rich.people.size() >= plain.people.size() && !rich.people.empty() ? rich : plain;
    if (better.people.empty() && better.left_out == 0)
        return std::unexpected(Problem{"This is not a page that Discern can read.",
                                       {},
                                       "Open your received or sent invitations, or a profile, on LinkedIn in English; "
                                       "select all, copy, and paste here."});
    return std::move(better);
}

}  // namespace discern
