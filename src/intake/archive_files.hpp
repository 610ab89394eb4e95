// Which file of an archive is which, told by its header row: names change, get numbers and are lost in re-saves.
#pragma once

#include "archive/package.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace discern {

enum class FileKind : std::uint8_t {
    Connections,
    Invitations,
    Messages,
    AssistantMessages,
    Positions,
    Education,
    Profile,
    Skills,
    EndorsementsReceived,
    EndorsementsGiven,
    RecommendationsReceived,
    RecommendationsGiven,
    CompanyFollows,
    MemberFollows,
    JobApplications,
    Contacts,
    NotUsed
};

// The word of FileReport::kind.
[[nodiscard]] std::string_view name_of(FileKind kind);

// The columns of a header row, found by name: case, blanks and marks do not count ("First Name" is "FirstName").
class Columns {
public:
    Columns() = default;
    explicit Columns(std::vector<std::string> names) : names_(std::move(names)) {}
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    // The first column that has one of these names (given in folded form: "firstname"); `none` if there is none.
    [[nodiscard]] std::size_t find(std::initializer_list<std::string_view> any_of) const;
    [[nodiscard]] bool has(std::string_view name) const { return find({name}) != none; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    std::vector<std::string> names_;
};

// The form in which Columns compares names: lower-case letters and digits only.
[[nodiscard]] std::string folded_column(std::string_view name);

// How a file is to be read.
struct TableShape {
    FileKind kind = FileKind::NotUsed;
    char separator = ',';
    std::size_t header_row = 0;  // rows before it (the "Notes:" of Connections.csv) are not data
    Columns columns;
};

// By the first rows of the file; NotUsed when no known header is among them.
[[nodiscard]] TableShape shape_of(std::string_view file_name, std::string_view beginning);

// Enough of a file's beginning to know it: the longest preamble is 0.5 KB, the longest header 2 KB.
inline constexpr std::size_t beginning_bytes = 16'384;

}  // namespace discern
