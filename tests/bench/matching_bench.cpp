// How long it takes to read the invitations of an archive and find out which connection each belongs to: the import of
// connections and invitations less that of connections alone, in turn, for scripts/bench intake --native.
#include "archive/package.hpp"
#include "intake/archive_import.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

using namespace discern;

namespace {

double milliseconds(std::span<const InputFile> files) {
    const auto begun = std::chrono::steady_clock::now();
    const auto imported = import_archive(files);
    const double taken = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    return imported ? taken : -1;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return std::fputs("usage: matching_bench ARCHIVE.zip\n", stderr), 2;
    std::ifstream file(words[1], std::ios::binary);
    const std::string zip((std::istreambuf_iterator<char>(file)), {});
    const InputFile input{words[1], zip};
    const auto package = open_package(std::span(&input, 1));
    if (!package) return std::fprintf(stderr, "%s\n", package.error().what.c_str()), 1;
    std::vector<std::pair<std::string, std::string>> texts;
    for (const PackedFile& packed : package->files) {
        if (packed.name != "Connections.csv" && packed.name != "Invitations.csv" && packed.name != "Profile.csv") continue;
        std::string text;
        if (!read_file(packed, [&](std::string_view piece) { text += piece; return true; })) return 1;
        texts.emplace_back(packed.name, std::move(text));
    }
    std::vector<InputFile> without, with;
    for (const auto& [name, text] : texts) {
        with.push_back({name, text});
        if (name != "Invitations.csv") without.push_back({name, text});
    }
    const auto whole = import_archive(with);
    if (!whole) return std::fprintf(stderr, "%s\n", whole.error().what.c_str()), 1;
    std::vector<double> taken;
    for (int round = 0; round < 15; ++round) {
        const double alone = milliseconds(without);
        taken.push_back(milliseconds(with) - alone);
    }
    std::sort(taken.begin(), taken.end());
    std::printf("reading and matching %zu invitations to %zu people: %.1f ms (median of %zu; %.1f to %.1f)\n", whole->book.invitations.size(),
                whole->book.people.size(), taken[taken.size() / 2], taken.size(), taken.front(), taken.back());
}
