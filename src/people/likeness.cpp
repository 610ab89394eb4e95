#include "people/likeness.hpp"

#include "text/nickname.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

constexpr std::size_t words_at_most = 8;       // of a name; what follows is no name any more
constexpr std::size_t spelling_from = 4;       // shorter words are too close to each other by themselves
constexpr std::size_t candidates_at_most = 9;  // beyond that the question is of no use

bool is_unspaced_script(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7AF);
}

// The signs of a name that is written in such a script throughout, sorted; empty for all others.
std::string sorted_signs(const NameParts& name) {
    std::u32string signs;
    for (const std::string& word : name.words)
        for (std::size_t at = 0; at < word.size();) {
            const char32_t c = next_code_point(word, at);
            if (!is_unspaced_script(c)) return {};
            signs += c;
        }
    std::sort(signs.begin(), signs.end());
    std::string key;
    for (const char32_t c : signs) append_utf8(key, c);
    return key;
}

// At most one letter more, less, other, or two changed places. Compared by bytes: a letter beyond ASCII that differs in
// one byte counts as one.
bool one_apart(std::string_view one, std::string_view other) {
    if (one.size() > other.size()) std::swap(one, other);
    if (one.size() < spelling_from || other.size() > one.size() + 1 || one == other) return false;
    std::size_t front = 0;
    while (front < one.size() && one[front] == other[front]) ++front;
    std::size_t back = 0;
    while (back < one.size() - front && one[one.size() - 1 - back] == other[other.size() - 1 - back]) ++back;
    const std::size_t middle_one = one.size() - front - back, middle_other = other.size() - front - back;
    if (middle_one <= 1 && middle_other <= 1) return true;
    return middle_one == 2 && middle_other == 2 && one[front] == other[front + 1] && one[front + 1] == other[front];
}

bool is_initial_of(std::string_view one, std::string_view other) {
    std::size_t at = 0;
    if (one.empty() || other.size() <= one.size()) return false;
    (void)next_code_point(one, at);
    return at == one.size() && other.starts_with(one);
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of each side that the other lacks, each as often as it is missing. Asked of very many pairs: nothing is
// allocated, and of each side only the first missing word is kept, because with two all is lost.
struct Difference {
    const std::string *one = nullptr, *other = nullptr;
    std::size_t of_one = 0, of_other = 0, shared = 0;
};
Difference difference(const NameParts& one, const NameParts& other) {
    Difference difference;
    std::array<bool, words_at_most> found{};
    for (const std::string& word : one.words) {
        std::size_t place = 0;
        while (place < other.words.size() && (found[place] || other.words[place] != word)) ++place;
        if (place < other.words.size()) {
            found[place] = true;
            ++difference.shared;
        } else if (difference.of_one++ == 0) {
            difference.one = &word;
        }
    }
    for (std::size_t place = 0; place < other.words.size(); ++place)
        if (!found[place] && difference.of_other++ == 0) difference.other = &other.words[place];
    return difference;
}

bool is_written_without_blanks(const NameParts& one, const NameParts& other) {
    if (one.words.size() == other.words.size() || (one.words.size() > 1 && other.words.size() > 1)) return false;
    const std::string signs = sorted_signs(one);
    return !signs.empty() && signs == sorted_signs(other);
}

}  // namespace

int likelihood_rank(Likeness why) {
    switch (why) {
        case Likeness::OtherAddress: return 0;
        case Likeness::Unspaced: return 1;
        case Likeness::FormerName: return 2;
        case Likeness::Nickname: return 3;
        case Likeness::MoreNames: return 4;
        case Likeness::Initials: return 5;
        case Likeness::Spelling: return 6;
        case Likeness::Name: return 7;
    }
    return 8;
}

std::optional<Likeness> likeness_of(const NameParts& one, const NameParts& other) {
    if (one.words.empty() || other.words.empty()) return std::nullopt;
    if (one.words.size() > words_at_most || other.words.size() > words_at_most) return std::nullopt;
    const Difference rest = difference(one, other);
    if (rest.of_one == 0 && rest.of_other == 0) return Likeness::Name;
    if (is_written_without_blanks(one, other)) return Likeness::Unspaced;
    if (rest.shared == 0) return std::nullopt;
    if (rest.of_one == 0 || rest.of_other == 0)
        return rest.shared >= 2 ? std::optional(Likeness::MoreNames) : std::nullopt;
    if (rest.of_one != 1 || rest.of_other != 1) return std::nullopt;
    const std::string &mine = *rest.one, &theirs = *rest.other;
    if (holds(one.bracketed, theirs) || holds(other.bracketed, mine)) return Likeness::FormerName;
    if (may_be_nicknames(mine, theirs)) return Likeness::Nickname;
    if (is_initial_of(mine, theirs) || is_initial_of(theirs, mine)) return Likeness::Initials;
    if (one_apart(mine, theirs)) return Likeness::Spelling;
    return std::nullopt;
}

void LikenessIndex::add(PersonId person, NameParts name) {
    const auto entry = static_cast<std::uint32_t>(people_.size());
    const auto put = [entry](Members& members) {
        if (members.empty() || members.back() != entry) members.push_back(entry);
    };
    for (const std::string& word : name.words) put(by_word_[word]);
    for (const std::string& word : name.bracketed) put(by_word_[word]);
    if (const std::string signs = sorted_signs(name); !signs.empty()) put(by_signs_[signs]);
    people_.push_back({person, std::move(name)});
}

void LikenessIndex::look_in(const std::unordered_map<std::string, Members>& groups, const std::string& word,
                            const NameParts& name, std::vector<std::uint32_t>& found) const {
    const auto group = groups.find(word);
    if (group == groups.end()) return;
    for (const std::uint32_t entry : group->second)
        if (likeness_of(name, people_[entry].name)) found.push_back(entry);
}

std::vector<LikenessIndex::Candidate> LikenessIndex::all_alike(const NameParts& name) const {
    if (name.words.size() > words_at_most) return {};
    std::vector<std::uint32_t> found;
    for (const std::string& word : name.words) look_in(by_word_, word, name, found);
    for (const std::string& word : name.bracketed) look_in(by_word_, word, name, found);
    if (!by_signs_.empty())
        if (const std::string signs = sorted_signs(name); !signs.empty()) look_in(by_signs_, signs, name, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<Candidate> candidates;
    for (const std::uint32_t entry : found)
        candidates.push_back({people_[entry].person, *likeness_of(name, people_[entry].name)});
    return candidates;
}

std::vector<LikenessIndex::Candidate> LikenessIndex::alike(const NameParts& name) const {
    std::vector<Candidate> candidates = all_alike(name);
    if (candidates.size() > candidates_at_most) candidates.resize(candidates_at_most);
    return candidates;
}

}  // namespace discern
