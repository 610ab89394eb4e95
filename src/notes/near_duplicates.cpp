#include "notes/near_duplicates.hpp"

#include "notes/note_fold.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace discern {

namespace {

constexpr std::size_t gram_letters = 5;
constexpr std::size_t gram_characters = 3;  // of Chinese: a character says about as much as two letters
constexpr std::size_t rows_per_band = 4, band_count = 20;  // notes of resemblance 0.6 meet in a band at 94 %
constexpr std::size_t hash_count = rows_per_band * band_count;

// Finalizer of SplitMix64 (S. Vigna, https://prng.di.unimi.it/splitmix64.c): a different seed, a different hash.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

using Grams = std::vector<std::uint64_t>;  // sorted, each once

[[nodiscard]] Grams grams_of(std::string_view note) {
    const auto folded = fold_note(note, true);
    std::vector<char32_t> letters;
    std::size_t han = 0;
    for (const auto& c : folded.chars) {
        if (is_digit(c.code)) continue;
        if (is_word_char(c.code)) {
            letters.push_back(c.code);
            han += is_han(c.code) ? 1U : 0U;
        } else if (!letters.empty() && letters.back() != U' ') {
            letters.push_back(U' ');
        }
    }
    const auto size = han * 2 > letters.size() ? gram_characters : gram_letters;
    Grams grams;
    for (std::size_t i = 0; i + size <= letters.size(); ++i) {
        std::uint64_t gram = 0;
        for (std::size_t k = 0; k < size; ++k) gram = mixed(gram ^ letters[i + k]);
        grams.push_back(gram);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

using Signature = std::array<std::uint32_t, hash_count>;

[[nodiscard]] Signature signature_of(const Grams& grams) {
    // Grams are well mixed already, so that one multiplication by a different odd number each is a different order.
    static constexpr auto factors = [] {
        std::array<std::uint32_t, hash_count> odd{};
        for (std::size_t h = 0; h < hash_count; ++h) odd[h] = static_cast<std::uint32_t>(mixed(h) >> 32) | 1U;
        return odd;
    }();
    Signature least;
    least.fill(std::numeric_limits<std::uint32_t>::max());
    for (const auto gram : grams) {
        const auto folded = static_cast<std::uint32_t>(gram >> 32);
        for (std::size_t h = 0; h < hash_count; ++h) least[h] = std::min(least[h], folded * factors[h]);
    }
    return least;
}

[[nodiscard]] double resemblance_of(const Grams& a, const Grams& b) {
    std::size_t shared = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] == b[k]) ++shared, ++i, ++k;
        else if (a[i] < b[k]) ++i;
        else ++k;
    }
    return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

// Union-find: the smallest index of a group leads it.
class Groups {
public:
    explicit Groups(std::size_t size) : leader_(size) { std::iota(leader_.begin(), leader_.end(), 0U); }
    [[nodiscard]] std::uint32_t leader(std::uint32_t i) {
        while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = leader(a);
        b = leader(b);
        leader_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> leader_;
};

struct Bucket {
    std::uint64_t hash;
    std::uint32_t note;
    auto operator<=>(const Bucket&) const = default;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> near_duplicate_notes(std::span<const std::string_view> notes, const NearDuplicateOptions& options) {
    std::vector<Grams> grams(notes.size());
    std::vector<Signature> signatures(notes.size());
    std::vector<std::uint32_t> long_enough;
    for (std::uint32_t i = 0; i < notes.size(); ++i) {
        grams[i] = grams_of(notes[i]);
        if (grams[i].size() < std::max(options.least_grams, 1U)) continue;
        signatures[i] = signature_of(grams[i]);
        long_enough.push_back(i);
    }
    Groups groups(notes.size());
    std::vector<Bucket> buckets;
    for (std::size_t band = 0; band < band_count; ++band) {
        buckets.clear();
        for (const auto i : long_enough) {
            std::uint64_t hash = band;
            for (std::size_t row = 0; row < rows_per_band; ++row) hash = mixed(hash ^ signatures[i][band * rows_per_band + row]);
            buckets.push_back({hash, i});
        }
        std::sort(buckets.begin(), buckets.end());
        for (std::size_t begin = 0; begin < buckets.size();) {
            auto end = begin + 1;
            while (end < buckets.size() && buckets[end].hash == buckets[begin].hash) ++end;
            // Each is compared with the first of the bucket and with the one before it: linear even when all are equal.
            for (auto k = begin + 1; k < end; ++k) {
                for (const auto other : {buckets[begin].note, buckets[k - 1].note}) {
                    if (groups.leader(other) == groups.leader(buckets[k].note)) continue;
                    if (resemblance_of(grams[other], grams[buckets[k].note]) >= options.resemblance) groups.join(other, buckets[k].note);
                }
            }
            begin = end;
        }
    }
    std::vector<std::vector<std::uint32_t>> members(notes.size());
    for (const auto i : long_enough) members[groups.leader(i)].push_back(i);
    std::erase_if(members, [](const auto& group) { return group.size() < 2; });
    return members;
}

}  // namespace discern
