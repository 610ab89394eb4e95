#include "notes/phrase_pattern.hpp"

#include "notes/note_fold.hpp"

#include <algorithm>
#include <array>

namespace discern {

namespace {

constexpr std::array<std::string_view, token_class_count> class_names{
    "num", "money", "pct", "year", "clock", "times", "name", "link", "handle", "phone", "email", "file"};

[[nodiscard]] bool ends_a_piece(char c) { return c == ' ' || c == '(' || c == ')' || c == '|'; }

[[nodiscard]] bool begins_with_gap(std::string_view phrase) {
    while (phrase.starts_with(' ')) phrase.remove_prefix(1);
    return phrase.starts_with("..") && (phrase.size() == 2 || ends_a_piece(phrase[2]));
}

}  // namespace

bool PhraseWriter::add(std::string_view phrase, std::uint32_t root, ConceptId id) {
    text_ = phrase;
    at_ = 0;
    nodes_.assign(1, root);
    reached_.clear();
    Open open{0, {}};
    if (begins_with_gap(phrase) || !read_steps(open) || at_ != text_.size() || open.steps == 0 || open.last.kind == Kind::Gap) return false;
    write_last(open);
    if (std::find(nodes_.begin(), nodes_.end(), root) != nodes_.end()) return false;
    for (const auto node : nodes_) graph_.end_at(node, id);
    return true;
}

// Up to '|', ')' or the end.
bool PhraseWriter::read_steps(Open& open) {
    while (at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|') {
        if (text_[at_] == ' ') ++at_;
        else if (!(text_[at_] == '(' ? read_choices(open) : read_element(open))) return false;
    }
    return true;
}

// From '(' until behind ')'. Choices of one word meet again in one node.
bool PhraseWriter::read_choices(Open& open) {
    write_last(open);
    ++open.steps;
    const auto meeting = graph_.new_node();
    const std::size_t end = nodes_.size(), reached = reached_.size();
    bool is_met = false;
    do {
        ++at_;  // '(' or '|'
        for (std::size_t i = open.nodes; i < end; ++i) nodes_.push_back(nodes_[i]);
        Open choice{end, {}};
        if (!read_steps(choice)) return false;
        if (choice.steps == 1 && choice.last.kind == Kind::Symbol) {
            for (std::size_t i = end; i < nodes_.size(); ++i) lead(nodes_[i], choice.last, meeting);
            is_met = true;
        } else {
            write_last(choice);
            for (std::size_t i = end; i < nodes_.size(); ++i) {
                const auto first = reached_.begin() + static_cast<std::ptrdiff_t>(reached);
                if (std::find(first, reached_.end(), nodes_[i]) == reached_.end()) reached_.push_back(nodes_[i]);
            }
        }
        nodes_.resize(end);
    } while (at_ < text_.size() && text_[at_] == '|');
    if (at_ >= text_.size()) return false;
    ++at_;  // ')'
    if (is_met) reached_.push_back(meeting);
    nodes_.resize(open.nodes);
    nodes_.insert(nodes_.end(), reached_.begin() + static_cast<std::ptrdiff_t>(reached), reached_.end());
    reached_.resize(reached);
    return true;
}

bool PhraseWriter::read_element(Open& open) {
    const auto start = at_;
    // Nearly every word is written as it is folded.
    WordEntry word;
    while (at_ < text_.size() && is_ascii_alnum(static_cast<unsigned char>(text_[at_]))) word.add(static_cast<unsigned char>(text_[at_++]));
    word.is_prefix = at_ < text_.size() && text_[at_] == '*';
    if (word.is_prefix) ++at_;
    if (word.length > 0 && (at_ == text_.size() || ends_a_piece(text_[at_]))) {
        take(open, {Kind::Symbol, symbol_of(word)});
        return true;
    }
    while (at_ < text_.size() && !ends_a_piece(text_[at_])) ++at_;
    const auto piece = text_.substr(start, at_ - start);
    if (piece == "..") {
        take(open, {Kind::Gap, no_symbol});
    } else if (piece == "_") {
        take(open, {Kind::Any, no_symbol});
    } else if (piece.size() > 2 && piece.front() == '<' && piece.back() == '>') {
        const auto found = std::find(class_names.begin(), class_names.end(), piece.substr(1, piece.size() - 2));
        if (found == class_names.end()) return false;
        take(open, {Kind::Symbol, static_cast<Symbol>(found - class_names.begin())});
    } else {
        read_words(open, piece);
    }
    return true;
}

// The tokens of a folded word as the note's own text would be cut: at apostrophes and hyphens, Chinese by character.
void PhraseWriter::read_words(Open& open, std::string_view text) {
    const bool is_prefix = text.ends_with('*');
    if (is_prefix) text.remove_suffix(1);
    WordEntry word;
    const auto end_word = [&](bool last) {
        word.is_prefix = is_prefix && last;
        if (word.length > 0) take(open, {Kind::Symbol, symbol_of(word)});
        word = {};
    };
    for (const auto code : folded_word(text)) {
        if (is_ascii_alnum(code)) {
            word.add(code);
            continue;
        }
        end_word(false);
        if (!is_word_char(code)) continue;
        word.add(code);
        end_word(false);
    }
    end_word(true);
}

void PhraseWriter::take(Open& open, Element element) {
    write_last(open);
    open.last = element;
    ++open.steps;
}

// Every phrase has nodes of its own below the root, so that choices can meet again in one node.
void PhraseWriter::write_last(Open& open) {
    if (open.last.kind == Kind::None) return;
    const auto target = graph_.new_node();
    for (std::size_t i = open.nodes; i < nodes_.size(); ++i) lead(nodes_[i], open.last, target);
    nodes_.resize(open.nodes);
    nodes_.push_back(target);
    open.last = {};
}

void PhraseWriter::lead(std::uint32_t node, Element element, std::uint32_t target) {
    if (element.kind == Kind::Any) graph_.lead_by_any(node, target);
    else if (element.kind == Kind::Gap) graph_.lead_by_gap(node, target);
    else graph_.lead_by(node, element.symbol, target);
}

Symbol PhraseWriter::symbol_of(const WordEntry& word) {
    const auto hash = word.hash.value();
    const auto is_it = [&](std::uint32_t number) { return words_[number].hash.value() == hash && words_[number].is_prefix == word.is_prefix; };
    if (const auto number = numbers_.find(hash, is_it)) return words_[*number].symbol;
    numbers_.put(hash, static_cast<std::uint32_t>(words_.size()));
    words_.push_back(word);
    return words_.back().symbol = next_symbol_++;
}

}  // namespace discern
