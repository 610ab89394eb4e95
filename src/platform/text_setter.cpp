#include "platform/text_setter.hpp"

#include "platform/display_text.hpp"
#include "platform/fonts.hpp"
#include "platform/scripts.hpp"

#include <imgui.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace discern {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_run = 240;     // code points in a right-to-left line that was not fitted
constexpr std::size_t longest_shaped = 28;   // then a run is cut, so that its picture stays small

TextSetter* current_setter = nullptr;

bool is_all_plain(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            if (byte < 0x20 && byte != '\n') return false;
            ++at;
            continue;
        }
        const char32_t c = decode_next(utf8, at);
        if (drawing_of(c) != Drawing::Plain || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x80 && c < 0xA0)) return false;
    }
    return true;
}

// What must not be drawn as it stands: controls, and private-use characters, which are the icons' and the runs'.
std::string without_foreign_codes(std::string_view utf8) {
    std::string clean;
    clean.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = decode_next(utf8, at);
        if (c == '\t') {
            clean += ' ';
        } else if (c >= 0xE000 && c <= 0xF8FF) {
            append_code_point(0xFFFD, clean);
        } else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0x2028 && c != 0x2029) {
            append_code_point(c, clean);
        }
    }
    return clean;
}

std::string first_code_points(std::string_view utf8, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count && at < utf8.size(); ++i) (void)decode_next(utf8, at);
    return std::string(utf8.substr(0, at));
}

bool starts_cluster(char32_t before, char32_t c) {
    const bool joins = before == 0x200D || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x0300 && c <= 0x036F) ||
                       (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F);
    return !joins;
}

struct WordKind {
    bool right_to_left = false, left_to_right = false, shaped = false;
};

WordKind kind_of(std::string_view word) {
    WordKind kind;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = decode_next(word, at);
        const Drawing drawing = drawing_of(c);
        if (drawing == Drawing::RightToLeft) kind.right_to_left = true;
        if (drawing == Drawing::Shaped) kind.shaped = true;
        if (is_left_to_right_letter(c)) kind.left_to_right = true;
    }
    return kind;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(' ', start), line.size());
        words.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

bool is_closing(char32_t c) {
    return std::u32string_view(U"、。，．：；！？）］｝」』】〉》〕・ー…,.:;!?)]}").contains(c);
}

bool is_semibold() { return ImGui::GetFont() == fonts().semibold; }

float plain_width(std::string_view text) {
    return ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::string key_for(char kind, std::string_view utf8, float width) {
    char number[48];
    const auto append = [&](std::string& key, auto value) {
        const auto end = std::to_chars(number, std::end(number), value).ptr;
        key.append(number, end).push_back(' ');
    };
    std::string key(1, kind);
    append(key, static_cast<int>(width));
    append(key, static_cast<int>(ImGui::GetFontSize() * 4));
    key.push_back(is_semibold() ? 'b' : 'r');
    return key.append(utf8);
}

}  // namespace

bool reads_right_to_left(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = decode_next(utf8, at);
        if (drawing_of(c) == Drawing::RightToLeft) return true;
        if (is_left_to_right_letter(c)) return false;
    }
    return false;
}

// Inside a word, what needs shaping together: marks with their bases, joined emoji, stretches of one such script.
void TextSetter::append_shaped(std::string_view words, std::vector<Piece>& pieces) const {
    std::size_t plain_start = 0, at = 0, last_start = 0;
    char32_t before = 0;
    const auto flush_plain = [&](std::size_t end) {
        if (end > plain_start) pieces.push_back({.text = std::string(words.substr(plain_start, end - plain_start))});
    };
    while (at < words.size()) {
        const std::size_t start = at;
        char32_t c = decode_next(words, at);
        if (drawing_of(c) == Drawing::Plain) {
            before = c;
            last_start = start;
            continue;
        }
        // A mark or joiner takes the plain character before it along.
        const std::size_t run_start = !starts_cluster(before, c) && before != 0 && before != ' ' ? last_start : start;
        flush_plain(run_start);
        std::size_t cut = run_start, length = 0;
        before = c;
        while (at < words.size()) {
            std::size_t next = at;
            c = decode_next(words, next);
            const bool more = drawing_of(c) == Drawing::Shaped || !starts_cluster(before, c);
            if (!more) break;
            if (++length >= longest_shaped && starts_cluster(before, c)) {
                pieces.push_back({.text = std::string(words.substr(cut, at - cut)), .is_run = true});
                cut = at;
                length = 0;
            }
            before = c;
            at = next;
        }
        pieces.push_back({.text = std::string(words.substr(cut, at - cut)), .is_run = true});
        plain_start = last_start = at;
        before = 0;
    }
    flush_plain(words.size());
}

std::vector<TextSetter::Piece> TextSetter::pieces_of(std::string_view line) const {
    if (is_all_plain(line)) return {{.text = std::string(line)}};
    const std::string clean = without_foreign_codes(line);
    if (reads_right_to_left(clean)) {
        return {{.text = first_code_points(clean, longest_run), .is_run = true, .right_to_left = true}};
    }
    std::vector<Piece> pieces;
    const std::vector<std::string_view> words = words_of(clean);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) pieces.push_back({.text = " "});
        const WordKind kind = kind_of(words[i]);
        if (!kind.right_to_left) {
            append_shaped(words[i], pieces);
            continue;
        }
        // Right-to-left words that follow each other, with numbers and marks between them, are read as one.
        std::size_t last = i;
        for (std::size_t j = i; j < words.size(); ++j) {
            const WordKind next = kind_of(words[j]);
            if (next.left_to_right && !next.right_to_left) break;
            if (next.right_to_left) last = j;
        }
        const char* end = words[last].data() + words[last].size();
        pieces.push_back({.text = std::string(words[i].data(), end), .is_run = true, .right_to_left = !kind.left_to_right});
        i = last;
    }
    return pieces;
}

std::string TextSetter::set(const std::vector<Piece>& pieces, std::vector<UsedPlace>& places) {
    std::string text;
    for (const Piece& piece : pieces) {
        if (!piece.is_run) {
            text += piece.text;
            continue;
        }
        const char32_t place = runs_.place(piece.text, piece.right_to_left);
        if (const RunTable::Run* run = runs_.run(place)) places.push_back({place, run->generation});
        append_code_point(place, text);
    }
    return text;
}

float TextSetter::width_of(std::string_view line) const {
    if (is_all_plain(line)) return plain_width(line);
    float width = 0;
    for (const Piece& piece : pieces_of(line)) {
        const RunStyle style{.font_px = ImGui::GetFontSize(), .semibold = is_semibold(), .right_to_left = piece.right_to_left};
        width += piece.is_run ? painter_.advance(piece.text, style) : plain_width(piece.text);
    }
    return width;
}

TextSetter::Answer* TextSetter::known(const std::string& key) {
    const auto found = answers_.find(key);
    if (found == answers_.end()) return nullptr;
    Answer& answer = found->second;
    for (const UsedPlace& used : answer.places) {
        if (!runs_.keep(used.code_point, used.generation)) return nullptr;
    }
    answer.used_in = runs_.frame();
    return &answer;
}

std::string_view TextSetter::line(std::string_view utf8) {
    if (is_all_plain(utf8)) return utf8;
    std::string key = key_for('t', utf8, 0);
    if (const Answer* answer = known(key)) return answer->text;
    Answer answer{.used_in = runs_.frame()};
    answer.text = set(pieces_of(utf8), answer.places);
    return answers_.insert_or_assign(std::move(key), std::move(answer)).first->second.text;
}

std::string_view TextSetter::fitted(std::string_view utf8, float max_width) {
    const bool plain = is_all_plain(utf8);
    if (plain && plain_width(utf8) <= max_width) return utf8;
    std::string key = key_for('f', utf8, max_width);
    if (const Answer* answer = known(key)) return answer->text;

    Answer answer{.used_in = runs_.frame()};
    std::string kept(utf8);
    if (plain || width_of(utf8) > max_width) {
        std::vector<std::size_t> ends{0};  // where the text may be cut
        char32_t before = 0;
        for (std::size_t at = 0; at < utf8.size();) {
            const std::size_t start = at;
            const char32_t c = decode_next(utf8, at);
            if (start > 0 && starts_cluster(before, c)) ends.push_back(start);
            before = c;
        }
        const auto cut_at = [&](std::size_t end) {
            while (end > 0 && utf8[end - 1] == ' ') --end;
            return std::string(utf8.substr(0, end)).append(ellipsis);
        };
        const auto too_long = std::ranges::partition_point(ends, [&](std::size_t end) { return width_of(cut_at(end)) <= max_width; });
        kept = too_long == ends.begin() ? std::string() : cut_at(*(too_long - 1));
    }
    answer.text = set(pieces_of(kept), answer.places);
    return answers_.insert_or_assign(std::move(key), std::move(answer)).first->second.text;
}

// Where a line may end: after a space or hyphen, between Han and kana, and where a dictionary says so (Thai).
std::vector<std::string_view> TextSetter::broken(std::string_view paragraph, float wrap_width) const {
    std::vector<std::size_t> ends;
    char32_t before = 0;
    bool wants_dictionary = false;
    for (std::size_t at = 0; at < paragraph.size();) {
        const std::size_t start = at;
        const char32_t c = decode_next(paragraph, at);
        const bool after_space = before == ' ' && c != ' ';
        const bool after_hyphen = (before == '-' || before == 0x2010 || before == 0x2013 || before == 0x2014) && c != ' ' && c != before;
        const bool between_han = (breaks_anywhere(c) || breaks_anywhere(before)) && before != ' ' && !is_closing(c) && starts_cluster(before, c);
        if (start > 0 && (after_space || after_hyphen || between_han)) ends.push_back(start);
        wants_dictionary |= needs_dictionary_breaks(c);
        before = c;
    }
    if (wants_dictionary) {
        for (const std::uint32_t place : painter_.break_places(paragraph)) ends.push_back(place);
        std::ranges::sort(ends);
    }
    ends.push_back(paragraph.size());

    const auto trimmed = [&](std::size_t from, std::size_t to) {
        while (to > from && paragraph[to - 1] == ' ') --to;
        return paragraph.substr(from, to - from);
    };
    std::vector<std::string_view> lines;
    std::size_t start = 0, fits = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (ends[i] <= start) continue;
        if (width_of(trimmed(start, ends[i])) <= wrap_width) {
            fits = ends[i];
            continue;
        }
        if (fits > start) {
            lines.push_back(trimmed(start, fits));
            start = fits;
            --i;
            continue;
        }
        // One word is wider than the line: break it where it stops fitting, but always take something.
        std::size_t at = start;
        (void)decode_next(paragraph, at);
        while (at < ends[i]) {
            std::size_t next = at;
            (void)decode_next(paragraph, next);
            if (width_of(paragraph.substr(start, next - start)) > wrap_width) break;
            at = next;
        }
        lines.push_back(paragraph.substr(start, at - start));
        start = fits = at;
        --i;
    }
    if (fits > start || lines.empty()) lines.push_back(trimmed(start, paragraph.size()));
    return lines;
}

std::span<const std::string_view> TextSetter::lines(std::string_view utf8, float wrap_width) {
    std::string key = key_for('p', utf8, wrap_width);
    if (const Answer* answer = known(key)) return answer->views;

    const auto stored = answers_.insert_or_assign(std::move(key), Answer{.used_in = runs_.frame()}).first;
    Answer& answer = stored->second;
    answer.text = utf8;  // the lines must outlive the caller's string
    std::erase(answer.text, '\r');
    const std::string_view text = answer.text;
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::ranges::copy(broken(text.substr(start, end - start), wrap_width), std::back_inserter(parts));
        start = end + 1;
    }
    answer.made_lines.reserve(parts.size());  // views into them must not move
    for (const std::string_view part : parts) {
        if (is_all_plain(part)) {
            answer.views.push_back(part);
        } else {
            answer.views.push_back(answer.made_lines.emplace_back(set(pieces_of(part), answer.places)));
        }
    }
    return answer.views;
}

void TextSetter::next_frame() {
    runs_.next_frame();
    if (answers_.size() < 2000) return;
    std::erase_if(answers_, [this](const auto& entry) { return entry.second.used_in + 2 < runs_.frame(); });
}

void use_text_setter(TextSetter* setter) { current_setter = setter; }

std::string_view display_text(std::string_view utf8) { return current_setter ? current_setter->line(utf8) : utf8; }
std::string_view display_fitted(std::string_view utf8, float max_width) {
    return current_setter ? current_setter->fitted(utf8, max_width) : utf8;
}
std::span<const std::string_view> display_lines(std::string_view utf8, float wrap_width) {
    return current_setter ? current_setter->lines(utf8, wrap_width) : std::span<const std::string_view>();
}

}  // namespace discern
