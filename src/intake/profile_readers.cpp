// The files that speak of the user: profile, positions, education, skills, companies followed.
#include "intake/archive_readers.hpp"

namespace discern {
namespace {

void read_profile_row(Import& import, const Columns& columns, const Fields& fields) {
    Owner& owner = import.owner;
    const auto keep = [&](std::string& into, std::string value) {
        if (!value.empty()) into = std::move(value);
    };
    keep(owner.name, fields.first_and_last(columns.find({"firstname"}), columns.find({"lastname"})));
    keep(owner.headline, fields.line(columns.find({"headline"})));
    keep(owner.summary, fields.text(columns.find({"summary"})));
    keep(owner.industry, fields.line(columns.find({"industry"})));
    keep(owner.place, fields.line(columns.find({"geolocation"})));
}

}  // namespace

Result<bool> read_own_profile(Import& import, const ArchiveFile& file) {
    const Columns& columns = file.shape.columns;
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, 1)) return true;
        const Fields fields(row);
        const auto line = [&](std::initializer_list<std::string_view> names) {
            return fields.line(columns.find(names));
        };
        const auto month = [&](std::initializer_list<std::string_view> names) {
            return month_or_year_from_text(fields.word(columns.find(names)));
        };
        switch (file.shape.kind) {
            case FileKind::Profile: read_profile_row(import, columns, fields); break;
            case FileKind::Positions:
                import.owner.positions.push_back({.company = line({"companyname"}),
                                                  .title = line({"title"}),
                                                  .description = fields.text(columns.find({"description"})),
                                                  .place = line({"location"}),
                                                  .started = month({"startedon"}),
                                                  .finished = month({"finishedon"}),
                                                  .source = {
                                                      source,
                                                      number
                                                  }});
                break;
            case FileKind::Education:
                import.owner.education.push_back({.school = line({"schoolname"}),
                                                  .degree = line({"degreename"}),
                                                  .started = month({"startdate"}),
                                                  .finished = month({"enddate"}),
                                                  .source = {
                                                      source,
                                                      number
                                                  }});
                break;
            case FileKind::Skills: import.owner.skills.push_back(line({"name"})); break;
            case FileKind::JobApplications:
                if (JobApplication sent{.company = line({"companyname"}), .title = line({"jobtitle"}),
                                        .sent_on = day_from_text(fields.word(columns.find({"applicationdate"}))),
                                        .source = {source, number}};
                    !sent.company.empty())
                    import.owner.applications.push_back(std::move(sent));
                break;
            case FileKind::CompanyFollows: import.owner.followed_companies.push_back(line({"organization"})); break;
            default: break;
        }
        return true;
    };
    return read_table(*file.packed, file.shape, import.watch, take);
}

Result<bool> count_rows(Import& import, const ArchiveFile& file) {
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        import.accepts(file, row, number, 0);
        return true;
    };
    return read_table(*file.packed, file.shape, import.watch, take);
}

}  // namespace discern
