#include "tests/support/fixtures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace discern::test {

std::string fixture(std::string_view path) {
    std::ifstream file(std::string(DISCERN_FIXTURES) + "/" + std::string(path), std::ios::binary);
    EXPECT_TRUE(file.good()) << "no fixture " << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<ArchiveImport> import(const std::vector<Handed>& files, const ProgressSink& progress) {
    std::vector<InputFile> inputs;
    for (const Handed& file : files) inputs.push_back({file.name, file.bytes});
    return import_archive(inputs, progress);
}

const Person& person_named(const PersonBook& book, std::string_view name) {
    static const Person nobody;
    const auto is_named = [&](const Person& person) { return person.name == name; };
    EXPECT_EQ(std::count_if(book.people.begin(), book.people.end(), is_named), 1) << name;
    const auto found = std::find_if(book.people.begin(), book.people.end(), is_named);
    return found == book.people.end() ? nobody : *found;
}

}  // namespace discern::test
