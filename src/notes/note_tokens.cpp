#include "notes/note_tokens.hpp"

#include "notes/host_signs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <string>

namespace discern {

namespace {

// Characters that links are made of, by what a run of them may be: a word where all are letters, a link only where one of
// "@.:/" is among them.
constexpr std::uint8_t run_letter = 1, run_link_sign = 2, run_other = 4;
constexpr auto run_chars = [] {
    std::array<std::uint8_t, 128> run{};
    for (const char32_t code : std::u32string_view(U"0123456789?&=_%#~+-")) run[code] = run_other;
    for (const char32_t code : std::u32string_view(U"@:/.")) run[code] = run_link_sign;
    for (char32_t code = U'a'; code <= U'z'; ++code) run[code] = run_letter;
    return run;
}();

[[nodiscard]] std::uint8_t run_char(char32_t code) { return code < run_chars.size() ? run_chars[code] : std::uint8_t{0}; }
[[nodiscard]] bool is_run_char(char32_t code) { return run_char(code) != 0; }

[[nodiscard]] bool is_currency_sign(char32_t code) {
    return code == U'$' || code == 0x20ac || code == 0xa3 || code == 0xa5 || code == 0x20b9 || code == 0x20bf || code == 0x20a8;
}

[[nodiscard]] bool is_emoji(char32_t code) {
    return (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x2600 && code <= 0x27bf) || code == 0x2b50 || code == 0x20bf;
}

class Cutter {
public:
    Cutter(const FoldedNote& note, const NoteLexicon::Compiled& lexicon, NoteTokens& out) : chars_(note.chars), lexicon_(lexicon), out_(out) {}

    void cut() {
        out_.clear();
        find_placeholders();
        std::size_t i = 0;
        while (i < chars_.size()) {
            const auto code = chars_[i].code;
            if (const auto first = run_char(code); first != 0) {
                auto end = i + 1;
                unsigned made_of = first;
                for (std::uint8_t next = 0; end < chars_.size() && (next = run_char(chars_[end].code)) != 0; ++end) made_of |= next;
                if (made_of == run_letter) {
                    add_token(i, end - 1, 0);
                    loud_now_ = 0;
                } else {
                    cut_run(i, end, (made_of & run_link_sign) != 0);
                }
                i = end;
            } else {
                if (is_han(code) || (code >= 0x80 && is_word_char(code))) {
                    add_token(i, i, 0).han = is_han(code);
                } else {
                    sign_at(i);
                }
                ++i;
            }
        }
        name_money_and_phones();
        find_spelled_number();
        for (auto& token : out_.tokens) add_symbols(token);
        out_.sentence_count = out_.tokens.empty() ? 0U : out_.tokens.back().sentence + 1U;
        out_.loud = loud_signs_ >= 2 || capitals_in_row_ >= 2;
    }

private:
    NoteToken& add_token(std::size_t first, std::size_t last, std::uint16_t classes) {
        NoteToken token;
        token.first_char = static_cast<std::uint32_t>(first);
        token.last_char = static_cast<std::uint32_t>(last);
        if (!out_.tokens.empty()) {
            token.sentence = static_cast<std::uint16_t>(out_.tokens.back().sentence + (out_.tokens.back().stop_after ? 1 : 0));
        }
        token.classes = classes;
        token.capital = chars_[first].capital;
        if (last - first >= 3) {
            token.all_capital = true;
            for (auto k = first; k <= last && token.all_capital; ++k) token.all_capital = chars_[k].capital;
        }
        capitals_now_ = token.all_capital ? capitals_now_ + 1 : 0;
        capitals_in_row_ = std::max(capitals_in_row_, capitals_now_);
        out_.tokens.push_back(token);
        return out_.tokens.back();
    }

    void sign_at(std::size_t i) {
        const auto code = chars_[i].code;
        if (code == U'!') {
            ++loud_now_;
            loud_signs_ = std::max(loud_signs_, loud_now_);
        } else {
            loud_now_ = 0;
        }
        if (code == U'?') out_.question = true;
        if (is_emoji(code)) ++out_.emoji_count;
        if (out_.tokens.empty()) return;
        auto& last = out_.tokens.back();
        if (code == U'!' || code == U'?' || code == U'\n' || code == 0x3002) last.stop_after = last.break_after = true;
        if (code == U',' || code == U';' || code == U'(' || code == 0x2013 || code == 0x2014 || code == 0x3001 || code == U'|') last.break_after = true;
    }

    [[nodiscard]] char32_t code_at(std::size_t i) const { return i < chars_.size() ? chars_[i].code : U' '; }

    // A run of characters that links are made of: a link, address, handle or file as one token, else words and numbers.
    void cut_run(std::size_t begin, std::size_t end, bool has_link_sign) {
        auto last = end;
        while (last > begin && !is_ascii_alnum(chars_[last - 1].code) && chars_[last - 1].code != U'/') --last;
        const auto run = std::span(chars_).subspan(begin, last - begin);
        const bool may_be_special =
            has_link_sign && std::any_of(run.begin(), run.end(), [](const FoldedChar& c) { return run_char(c.code) == run_link_sign; });
        HostSign special;
        if (may_be_special) {
            std::string text;
            for (auto k = begin; k < last; ++k) text.push_back(static_cast<char>(chars_[k].code));
            special = host_sign_of(text, lexicon_);
        }
        if (special.kind != HostSign::Kind::None) {
            add_special(begin + special.skip, last - 1, special);
            for (auto k = last; k < end; ++k) stop_or_break(k);
            return;
        }
        for (auto i = begin; i < end;) {
            const auto code = chars_[i].code;
            if (is_digit(code)) {
                i = cut_number(i, end);
            } else if (is_ascii_alnum(code)) {
                auto word_end = i;
                while (word_end < end && is_ascii_alnum(chars_[word_end].code)) ++word_end;
                add_token(i, word_end - 1, 0);
                loud_now_ = 0;
                i = word_end;
            } else {
                stop_or_break(i);
                ++i;
            }
        }
    }

    void add_special(std::size_t first, std::size_t last, const HostSign& special) {
        std::uint16_t classes = 0;
        BuiltIn built_in = BuiltIn::Link;
        switch (special.kind) {
            case HostSign::Kind::Email: classes = class_bit(TokenClass::Email); built_in = BuiltIn::Email; break;
            case HostSign::Kind::Handle: classes = class_bit(TokenClass::Handle); built_in = BuiltIn::Handle; break;
            case HostSign::Kind::RiskyFile: classes = class_bit(TokenClass::File); built_in = BuiltIn::RiskyFile; break;
            case HostSign::Kind::File: classes = class_bit(TokenClass::File); built_in = BuiltIn::HarmlessFile; break;
            default: classes = class_bit(TokenClass::Link); break;
        }
        add_token(first, last, classes);
        const auto index = static_cast<std::uint32_t>(out_.tokens.size() - 1);
        out_.found.push_back({built_in, index, index});
        if (special.shortened) out_.found.push_back({BuiltIn::ShortLink, index, index});
        if (special.messenger) out_.found.push_back({BuiltIn::MessengerLink, index, index});
        if (special.fake) out_.found.push_back({BuiltIn::FakeLink, index, index});
    }

    // Full stop: the end of a sentence unless an abbreviation, an initial or a number goes on.
    void stop_or_break(std::size_t i) {
        if (out_.tokens.empty()) return;
        auto& last = out_.tokens.back();
        const auto code = chars_[i].code;
        if (code == U':' || (code == U'-' && is_blank(code_at(i + 1)))) last.break_after = true;
        if (code == U'?') {
            out_.question = true;
            last.stop_after = last.break_after = true;
        }
        if (code != U'.') return;
        const auto next = code_at(i + 1);
        if (next != U'.' && is_run_char(next)) return;
        const auto word = chars_of(last);
        if (i + 1 < chars_.size() && !last.han && ((word.size() == 1 && !is_digit(word[0].code)) || lexicon_.abbreviations.contains(word))) return;
        last.stop_after = last.break_after = true;
    }

    std::size_t cut_number(std::size_t begin, std::size_t end) {
        auto i = begin;
        std::size_t digits = 0;
        bool plain = true, clock = false;
        const auto all = chars_.size();
        while (i < all) {
            const auto code = chars_[i].code;
            if (is_digit(code)) {
                ++digits;
            } else if ((code == U'.' || code == U',' || code == U':') && is_digit(code_at(i + 1))) {
                plain = false;
                clock = code == U':';
            } else {
                break;
            }
            ++i;
        }
        std::uint16_t classes = clock ? class_bit(TokenClass::Clock) : class_bit(TokenClass::Number);
        const bool is_year = plain && digits == 4 && (code_at(begin) == U'1' || code_at(begin) == U'2') &&
                             (code_at(begin + 1) == U'9' || code_at(begin + 1) == U'0');
        if (is_year) classes |= class_bit(TokenClass::Year);
        auto last = i - 1;
        if (code_at(i) == U'x' && !is_ascii_alnum(code_at(i + 1))) {
            classes |= class_bit(TokenClass::Times);
            last = i++;
        } else if ((code_at(i) == U'k' || code_at(i) == U'm') && !is_ascii_alnum(code_at(i + 1))) {
            last = i++;
        }
        if (code_at(i) == U'%' || (code_at(i) == U' ' && code_at(i + 1) == U'%') || (code_at(i) == 0xa0 && code_at(i + 1) == U'%')) {
            classes |= class_bit(TokenClass::Percent);
        }
        auto before = begin;
        while (before > 0 && is_blank(chars_[before - 1].code)) --before;
        auto after = i;
        while (is_blank(code_at(after)) && after < all) ++after;
        if ((before > 0 && is_currency_sign(chars_[before - 1].code)) || is_currency_sign(code_at(after))) {
            classes |= class_bit(TokenClass::Money);
        }
        add_token(begin, last, classes);
        loud_now_ = 0;
        return std::max(i, std::min(end, i));
    }

    [[nodiscard]] std::span<const FoldedChar> chars_of(const NoteToken& token) const {
        return std::span(chars_).subspan(token.first_char, token.last_char - token.first_char + 1U);
    }

    [[nodiscard]] bool is_currency(const NoteToken& token) const {
        if (!token.han) return lexicon_.currency.contains(chars_of(token));
        const auto code = chars_[token.first_char].code;
        return code == U'元' || code == U'块' || code == U'万';
    }

    [[nodiscard]] bool is_magnitude(const NoteToken& token) const {
        return token.han ? chars_[token.first_char].code == U'万' : lexicon_.magnitudes.contains(chars_of(token));
    }

    // Currency words beside numbers; groups of digits that make a phone number.
    void name_money_and_phones() {
        auto& tokens = out_.tokens;
        const auto number = class_bit(TokenClass::Number);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if ((tokens[i].classes & number) == 0) continue;
            auto after = i + 1;
            if (after < tokens.size() && is_magnitude(tokens[after])) {
                if (after + 1 < tokens.size() && is_currency(tokens[after + 1])) ++after;
            }
            const bool money = (after < tokens.size() && is_currency(tokens[after])) || (i > 0 && is_currency(tokens[i - 1]));
            if (money) tokens[i].classes = static_cast<std::uint16_t>((tokens[i].classes | class_bit(TokenClass::Money)) & ~class_bit(TokenClass::Year));
            if ((tokens[i].classes & class_bit(TokenClass::Percent)) != 0) out_.found.push_back({BuiltIn::Percent, index(i), index(i)});
            if ((tokens[i].classes & class_bit(TokenClass::Money)) != 0) out_.found.push_back({BuiltIn::Money, index(i), index(i)});
            if ((tokens[i].classes & class_bit(TokenClass::Year)) != 0) out_.found.push_back({BuiltIn::Year, index(i), index(i)});
            out_.found.push_back({BuiltIn::Number, index(i), index(i)});
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if ((tokens[i].classes & number) == 0) continue;
            auto end = i;
            std::size_t digits = 0;
            while (end < tokens.size() && (tokens[end].classes & number) != 0 && (end == i || !tokens[end - 1].break_after) &&
                   (end == i || tokens[end].first_char - tokens[end - 1].last_char <= 3)) {
                for (auto k = tokens[end].first_char; k <= tokens[end].last_char; ++k) digits += is_digit(chars_[k].code) ? 1U : 0U;
                ++end;
            }
            const auto first = tokens[i].first_char;
            const bool dialled = (first > 0 && chars_[first - 1].code == U'+') || chars_[first].code == U'0';
            if (digits >= 9 || (digits >= 8 && dialled)) {
                tokens[i].classes |= class_bit(TokenClass::Phone);
                out_.found.push_back({BuiltIn::Phone, index(i), index(end - 1)});
            }
            i = end > i ? end - 1 : i;
        }
    }

    // "tres cero cero, cinco uno ...": digits written as words, so that no filter sees the number. Nobody dictates one in a
    // clean note: six and more of them in a row are a disguised telephone number.
    void find_spelled_number() {
        auto& tokens = out_.tokens;
        // Six in a row take up one place of every six: where none of those is a digit, nothing is looked at in between.
        for (std::size_t probe = dictated_digits - 1; probe < tokens.size(); probe += dictated_digits) {
            if (digit_in(tokens[probe]) == Digit::None) continue;
            auto begin = probe, end = probe + 1;
            while (begin > 0 && digit_in(tokens[begin - 1]) != Digit::None) --begin;
            while (end < tokens.size() && digit_in(tokens[end]) != Digit::None) ++end;
            const auto words = std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(begin), tokens.begin() + static_cast<std::ptrdiff_t>(end),
                                             [&](const NoteToken& token) { return digit_in(token) == Digit::Spelled; });
            if (end - begin >= dictated_digits && words >= 4) {
                tokens[begin].classes |= class_bit(TokenClass::Phone);
                out_.found.push_back({BuiltIn::Phone, index(begin), index(end - 1)});
                out_.found.push_back({BuiltIn::Disguised, index(begin), index(end - 1)});
            }
            probe = end;
        }
    }

    static constexpr std::size_t dictated_digits = 6;
    enum class Digit : std::uint8_t { None, Sign, Spelled };

    [[nodiscard]] Digit digit_in(const NoteToken& token) const {
        const auto first = chars_[token.first_char].code;
        if (token.han ? is_han_digit(first) : lexicon_.digit_words.contains(chars_of(token))) return Digit::Spelled;
        return is_digit(first) && token.last_char - token.first_char <= 1 ? Digit::Sign : Digit::None;
    }

    [[nodiscard]] static bool is_han_digit(char32_t code) {
        static constexpr std::u32string_view digits = U"零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖";
        return digits.find(code) != std::u32string_view::npos;
    }

    [[nodiscard]] static std::uint32_t index(std::size_t i) { return static_cast<std::uint32_t>(i); }

    void add_symbols(NoteToken& token) {
        token.symbols_begin = index(out_.symbols.size());
        if (token.classes == 0 && token.capital && !token.all_capital && token.last_char > token.first_char) token.classes = class_bit(TokenClass::Name);
        for (unsigned left = token.classes; left != 0; left &= left - 1) out_.symbols.push_back(static_cast<Symbol>(std::countr_zero(left)));
        constexpr auto no_words = static_cast<std::uint16_t>(class_bit(TokenClass::Link) | class_bit(TokenClass::Email) |
                                                             class_bit(TokenClass::Handle) | class_bit(TokenClass::File));
        if ((token.classes & no_words) == 0) token.hash = lexicon_.words.find(chars_of(token), out_.symbols);
        token.symbols_end = index(out_.symbols.size());
    }

    // "{name}", "[First Name]", "%FIRSTNAME%", "<name>": slots that nobody filled.
    void find_placeholders() {
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            const auto open = chars_[i].code;
            const char32_t close = open == U'{' ? U'}' : open == U'[' ? U']' : open == U'<' ? U'>' : open == U'%' ? U'%' : U'\0';
            if (close == U'\0') continue;
            std::string inside;
            auto k = i + 1;
            while (k < chars_.size() && chars_[k].code != close && k - i < 32 && chars_[k].code < 0x80) inside.push_back(static_cast<char>(chars_[k++].code));
            if (k >= chars_.size() || chars_[k].code != close || inside.empty()) continue;
            const bool brace = open == U'{' && std::all_of(inside.begin(), inside.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '{' || c == '_' || c == ' ' || c == '.'; });
            const bool known = std::any_of(lexicon_.placeholder_words.begin(), lexicon_.placeholder_words.end(),
                                           [&](const std::string& word) { return inside.find(word) != std::string::npos; });
            if (brace || (known && inside.size() <= 24)) out_.found.push_back({BuiltIn::Placeholder, 0, 0});
            if (brace || known) return;
        }
    }

    const std::vector<FoldedChar>& chars_;
    const NoteLexicon::Compiled& lexicon_;
    NoteTokens& out_;
    std::uint32_t loud_now_ = 0, loud_signs_ = 0, capitals_now_ = 0, capitals_in_row_ = 0;
};

}  // namespace

void cut_into_tokens(const FoldedNote& note, const NoteLexicon::Compiled& lexicon, NoteTokens& tokens) {
    Cutter(note, lexicon, tokens).cut();
}

}  // namespace discern
