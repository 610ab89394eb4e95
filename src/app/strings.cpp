#include "app/strings.hpp"

namespace discern {

std::string Strings::text(std::string_view key) const { return std::string(table_->text(key)); }

std::string Strings::text(std::string_view key, std::initializer_list<std::string> slots) const {
    return table_->filled(key, std::vector<std::string>(slots));
}

std::string Strings::text(std::string_view key, const std::vector<std::string>& slots) const {
    return table_->filled(key, slots);
}

std::string Strings::counted(std::string_view key, std::uint64_t count, std::initializer_list<std::string> slots) const {
    std::vector<std::string> all = {grouped(count)};
    all.insert(all.end(), slots);
    const std::string form = std::string(key) + "." + language().plural_form(count);
    return table_->filled(table_->contains(form) ? std::string_view(form) : key, all);
}

std::string Strings::sentences(std::initializer_list<std::string> each) const {
    std::string all;
    for (const std::string& sentence : each)
        if (!sentence.empty()) all += (all.empty() ? "" : " ") + sentence;
    return all;
}

const Language& Strings::language() const {
    static const Language plain;
    return language_ != nullptr ? *language_ : plain;
}

}  // namespace discern
