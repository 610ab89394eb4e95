#include "intake/archive_files.hpp"

#include "archive/csv.hpp"
#include "archive/encoding.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

constexpr std::size_t header_within_rows = 12;

bool has_all(const Columns& columns, std::initializer_list<std::string_view> names) {
    return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return columns.has(name); });
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// `file` is the folded name: the few headers that several files share are told apart by it.
FileKind kind_of(const Columns& columns, std::string_view file) {
    const bool given = contains_any(file, {"given"});
    if (has_all(columns, {"firstname", "lastname", "connectedon"})) return FileKind::Connections;
    if (has_all(columns, {"from", "to", "date", "content"})) {
        // Chats with LinkedIn's own assistants have the same header.
        return contains_any(file, {"coach", "guide", "roleplay"}) ? FileKind::AssistantMessages : FileKind::Messages;
    }
    if (has_all(columns, {"from", "to", "direction"}) && columns.find({"sentat", "datesent"}) != Columns::none)
        return FileKind::Invitations;
    // The portability API gives addresses without names.
    if (has_all(columns, {"direction", "sentat", "inviterprofileurl", "inviteeprofileurl"}))
        return FileKind::Invitations;
    if (has_all(columns, {"companyname", "title", "startedon"})) return FileKind::Positions;
    if (has_all(columns, {"schoolname", "startdate"})) return FileKind::Education;
    if (has_all(columns, {"firstname", "lastname", "headline"})) return FileKind::Profile;
    if (has_all(columns, {"skillname", "endorserfirstname", "endorserlastname"})) return FileKind::EndorsementsReceived;
    if (has_all(columns, {"skillname", "endorseefirstname", "endorseelastname"})) return FileKind::EndorsementsGiven;
    if (has_all(columns, {"firstname", "lastname", "jobtitle", "text", "creationdate"}))
        return given ? FileKind::RecommendationsGiven : FileKind::RecommendationsReceived;
    if (has_all(columns, {"organization", "followedon"})) return FileKind::CompanyFollows;
    if (has_all(columns, {"date", "status", "fullname"})) return FileKind::MemberFollows;
    if (has_all(columns, {"applicationdate", "companyname", "jobtitle"})) return FileKind::JobApplications;
    const bool has_address = columns.find({"emails", "emailaddress"}) != Columns::none;
    const bool is_phone_book =
        columns.find({"phonenumbers"}) != Columns::none && columns.find({"createdat"}) != Columns::none;
    if (has_all(columns, {"firstname", "lastname"}) && has_address && is_phone_book) return FileKind::Contacts;
    if (columns.size() == 1 && columns.has("name") && contains_any(file, {"skill"})) return FileKind::Skills;
    return FileKind::NotUsed;
}

}  // namespace

std::string_view name_of(FileKind kind) {
    static constexpr std::array<std::string_view, 17> names = {"connections",
                                                               "invitations",
                                                               "messages",
                                                               "assistant_messages",
                                                               "positions",
                                                               "education",
                                                               "profile",
                                                               "skills",
                                                               "endorsements_received",
                                                               "endorsements_given",
                                                               "recommendations_received",
                                                               "recommendations_given",
                                                               "company_follows",
                                                               "member_follows",
                                                               "job_applications",
                                                               "contacts",
                                                               "not_used"};
    return names[static_cast<std::size_t>(kind)];
}

std::string folded_column(std::string_view name) {
    std::string folded;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            folded += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            folded += c;
    }
    return folded;
}

std::size_t Columns::find(std::initializer_list<std::string_view> any_of) const {
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (std::find(any_of.begin(), any_of.end(), names_[i]) != any_of.end()) return i;
    return none;
}

TableShape shape_of(std::string_view file_name, std::string_view beginning) {
    const std::string file = folded_column(file_name);
    Decoder decoder;
    const std::string text(decoder.decode(beginning.substr(0, beginning_bytes)));
    for (const char separator : {',', ';', '\t'}) {
        TableShape shape;
        shape.separator = separator;
        std::size_t rows = 0;
        const auto take = [&](const CsvRow& row) {
            std::vector<std::string> names;
            for (std::size_t i = 0; i < row.size(); ++i) names.push_back(folded_column(row.value(i)));
            shape.columns = Columns(std::move(names));
            shape.kind = kind_of(shape.columns, file);
            shape.header_row = rows++;
            return shape.kind == FileKind::NotUsed && rows < header_within_rows;
        };
        CsvScanner scanner(separator);
        if (scanner.feed(text, take)) scanner.finish(take);
        if (shape.kind != FileKind::NotUsed) return shape;
    }
    return {};
}

}  // namespace discern
