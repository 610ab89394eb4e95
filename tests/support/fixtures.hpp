// Small invented files under tests/fixtures, and ways to hand them to the importer.
#pragma once

#include "intake/archive_import.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace discern::test {

// The bytes of tests/fixtures/<path>; the test fails loudly when there is no such file.
[[nodiscard]] std::string fixture(std::string_view path);

// A file under a name of one's choice.
struct Handed {
    std::string name;
    std::string bytes;
};
[[nodiscard]] Result<ArchiveImport> import(const std::vector<Handed>& files, const ProgressSink& progress = {});

// The person with this name; the test fails when there is none or more than one.
[[nodiscard]] const Person& person_named(const PersonBook& book, std::string_view name);

}  // namespace discern::test
