#include "base/string_table.hpp"

#include "base/sorted.hpp"

#include <algorithm>

namespace discern {
namespace {

void sort_and_keep_last(std::vector<StringTable::Entry>& entries) {
    const auto not_in_order = [](const auto& a, const auto& b) { return a.key >= b.key; };
    if (std::adjacent_find(entries.begin(), entries.end(), not_in_order) == entries.end()) return;
    sort_stably(entries, [](const auto& a, const auto& b) { return a.key < b.key; });
    std::vector<StringTable::Entry> kept;
    kept.reserve(entries.size());
    for (auto& entry : entries) {
        if (!kept.empty() && kept.back().key == entry.key)
            kept.back() = std::move(entry);
        else
            kept.push_back(std::move(entry));
    }
    entries = std::move(kept);
}

}  // namespace

StringTable::StringTable(std::vector<Entry> entries) : entries_(std::move(entries)) { sort_and_keep_last(entries_); }

void StringTable::merge(const StringTable& other) {
    entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
    sort_and_keep_last(entries_);
}

const StringTable::Entry* StringTable::find(std::string_view key) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                        [](const Entry& entry, std::string_view k) { return entry.key < k; });
    return found != entries_.end() && found->key == key ? &*found : nullptr;
}

bool StringTable::contains(std::string_view key) const { return find(key) != nullptr; }

std::string_view StringTable::text(std::string_view key) const {
    const Entry* entry = find(key);
    return entry ? std::string_view(entry->text) : key;
}

std::string StringTable::filled(std::string_view key, std::span<const std::string> words) const {
    return fill_slots(text(key), words);
}

std::string StringTable::filled(std::string_view key, std::uint64_t count, std::span<const std::string> words) const {
    if (count == 1) {
        const std::string singular = std::string(key) + ".one";
        if (const Entry* entry = find(singular)) return fill_slots(entry->text, words);
    }
    return filled(key, words);
}

std::string fill_slots(std::string_view pattern, std::span<const std::string> words) {
    std::string text;
    text.reserve(pattern.size() + 16);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            text += pattern[i];
            continue;
        }
        if (i + 1 < pattern.size() && pattern[i + 1] == '{') {
            text += '{';
            ++i;
            continue;
        }
        const std::size_t end = pattern.find('}', i);
        if (end == std::string_view::npos) {
            text += pattern.substr(i);
            break;
        }
        std::size_t slot = 0;
        bool is_number = end > i + 1;
        for (std::size_t k = i + 1; k < end; ++k) {
            is_number = is_number && pattern[k] >= '0' && pattern[k] <= '9' && slot < 100;
            if (is_number) slot = slot * 10 + static_cast<std::size_t>(pattern[k] - '0');
        }
        if (!is_number)
            text += pattern.substr(i, end - i + 1);
        else if (slot < words.size())
            text += words[slot];
        i = end;
    }
    return text;
}

}  // namespace discern
