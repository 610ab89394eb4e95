#include "notes/phrase_pattern.hpp"

#include "notes/note_fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace discern {

namespace {

constexpr std::array<std::string_view, token_class_count> class_names{
    "num", "money", "pct", "year", "clock", "times", "name", "link", "handle", "phone", "email", "file"};

// The tokens of a folded word as the note's own text would be cut: at apostrophes and hyphens, Chinese by character.
void append_word_elements(PhrasePattern& pattern, std::string_view text) {
    bool is_prefix = false;
    if (!text.empty() && text.back() == '*') {
        is_prefix = true;
        text.remove_suffix(1);
    }
    const auto add = [&](std::string word, bool last) {
        pattern.steps.push_back({{is_prefix && last ? PatternElement::Kind::Prefix : PatternElement::Kind::Word, std::move(word), {}}, {}});
    };
    // Nearly every word is written as it is folded.
    if (!text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_alnum(static_cast<unsigned char>(c)); })) {
        return add(std::string(text), true);
    }
    std::string word;
    const auto flush = [&](bool last) {
        if (!word.empty()) add(word, last);
        word.clear();
    };
    for (const auto code : folded_word(text)) {
        if (is_ascii_alnum(code)) {
            word.push_back(static_cast<char>(code));
        } else {
            flush(false);
            if (!is_word_char(code)) continue;
            std::string sign;
            append_utf8(sign, code);
            pattern.steps.push_back({{PatternElement::Kind::Word, std::move(sign), {}}, {}});
        }
    }
    flush(true);
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    [[nodiscard]] std::optional<PhrasePattern> read() {
        auto pattern = steps();
        if (!pattern || at_ != text_.size()) return std::nullopt;
        return pattern;
    }

private:
    // Steps up to '|', ')' or the end.
    std::optional<PhrasePattern> steps() {
        PhrasePattern pattern;
        while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|') {
            if (text_[at_] == ' ') {
                ++at_;
            } else if (text_[at_] == '(') {
                auto choice = choices();
                if (!choice) return std::nullopt;
                pattern.steps.push_back(std::move(*choice));
            } else if (!append_element(pattern)) {
                return std::nullopt;
            }
        }
        return pattern;
    }

    std::optional<PatternStep> choices() {
        PatternStep step;
        do {
            ++at_;  // '(' or '|'
            auto choice = steps();
            if (!choice) return std::nullopt;
            step.choices.push_back(std::move(*choice));
        } while (at_ < text_.size() && text_[at_] == '|');
        if (at_ >= text_.size()) return std::nullopt;
        ++at_;  // ')'
        return step;
    }

    bool append_element(PhrasePattern& pattern) {
        const auto start = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '(' && text_[at_] != ')' && text_[at_] != '|') ++at_;
        const auto piece = text_.substr(start, at_ - start);
        if (piece == "..") {
            pattern.steps.push_back({{PatternElement::Kind::Gap, {}, {}}, {}});
        } else if (piece == "_") {
            pattern.steps.push_back({{PatternElement::Kind::Any, {}, {}}, {}});
        } else if (piece.size() > 2 && piece.front() == '<' && piece.back() == '>') {
            const auto name = piece.substr(1, piece.size() - 2);
            std::size_t i = 0;
            while (i < class_names.size() && class_names[i] != name) ++i;
            if (i == class_names.size()) return false;
            pattern.steps.push_back({{PatternElement::Kind::Class, {}, static_cast<TokenClass>(i)}, {}});
        } else {
            append_word_elements(pattern, piece);
        }
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

[[nodiscard]] bool is_gap(const PatternStep& step) {
    return step.choices.empty() && step.element.kind == PatternElement::Kind::Gap;
}

}  // namespace

std::optional<PhrasePattern> read_phrase(std::string_view phrase) {
    auto pattern = Reader(phrase).read();
    if (!pattern || pattern->steps.empty() || is_gap(pattern->steps.front()) || is_gap(pattern->steps.back())) return std::nullopt;
    return pattern;
}

}  // namespace discern
