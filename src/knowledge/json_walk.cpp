#include "knowledge/json_walk.hpp"

#include "base/numbers.hpp"

namespace discern {

char JsonWalk::peek() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
}

void JsonWalk::fail() {
    failed_ = true;
    at_ = text_.size();
}

void JsonWalk::take(char expected) {
    if (peek() == expected) ++at_;
    else fail();
}

void JsonWalk::take_word(std::string_view word) {
    if (text_.substr(at_).starts_with(word)) at_ += word.size();
    else fail();
}

void JsonWalk::open(char bracket) {
    take(bracket);
    is_first_ = true;
}

bool JsonWalk::next(char bracket) {
    const bool is_first = is_first_;
    is_first_ = false;
    if (peek() == bracket) {
        ++at_;
        return false;
    }
    if (!is_first) take(',');
    if (at_ >= text_.size()) fail();
    return !failed_;
}

std::string_view JsonWalk::name() {
    const auto name = text();
    take(':');
    return name;
}

std::string_view JsonWalk::text() {
    take('"');
    const auto begin = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') ++at_;
    if (at_ >= text_.size() || text_[at_] == '\\') return fail(), std::string_view();
    return text_.substr(begin, at_++ - begin);
}

double JsonWalk::number() {
    static_cast<void>(peek());
    const auto begin = at_;
    while (at_ < text_.size() && ((text_[at_] >= '0' && text_[at_] <= '9') || std::string_view("+-.eE").find(text_[at_]) != std::string_view::npos)) ++at_;
    const auto number = double_from_text(text_.substr(begin, at_ - begin));
    if (!number) fail();
    return number.value_or(0);
}

void JsonWalk::skip() {
    switch (peek()) {
        case '{':
            for (open('{'); next('}'); skip()) static_cast<void>(name());
            break;
        case '[':
            for (open('['); next(']');) skip();
            break;
        case '"': static_cast<void>(text()); break;
        case 't': take_word("true"); break;
        case 'f': take_word("false"); break;
        case 'n': take_word("null"); break;
        default: static_cast<void>(number());
    }
}

}  // namespace discern
