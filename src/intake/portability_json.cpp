#include "intake/portability_json.hpp"

#include "archive/limits.hpp"
#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace discern {
namespace {

struct Domain {
    std::string_view name;
    std::string_view file;
};
// The domains with what the importer reads; the names of endorsements and recommendations tell received from given.
constexpr auto domains = std::to_array<Domain>({{"CONNECTIONS", "Connections.csv"},
                                                {"INVITATIONS", "Invitations.csv"},
                                                {"INBOX", "messages.csv"},
                                                {"PROFILE", "Profile.csv"},
                                                {"POSITIONS", "Positions.csv"},
                                                {"EDUCATION", "Education.csv"},
                                                {"SKILLS", "Skills.csv"},
                                                {"ENDORSEMENTS", "Endorsements.csv"},
                                                {"COMPANY_FOLLOWS", "Company Follows.csv"},
                                                {"CONTACTS", "ImportedContacts.csv"}});

std::string quoted_cell(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + '"';
}

// Rows of one domain; their keys come in any order and not every row has all of them.
struct Rows {
    std::vector<std::string> columns;
    std::vector<std::map<std::string, std::string>> rows;
    std::set<std::string> seen;

    void add(const Json& row) {
        std::map<std::string, std::string> cells;
        std::string whole;
        for (const auto& [key, value] : row.items()) cells.emplace(key, value.scalar_text());
        for (const auto& [key, value] : cells) whole += key + '\x1F' + value + '\x1E';
        // Messages may be the same twice; what the API repeats between pages are records of people.
        if (!seen.insert(std::move(whole)).second) return;
        for (const auto& [key, value] : row.items())
            if (std::find(columns.begin(), columns.end(), key) == columns.end()) columns.push_back(key);
        rows.push_back(std::move(cells));
    }

    std::string csv() const {
        std::string text;
        const auto end_cell = [&](bool is_last) { text += is_last ? '\n' : ','; };
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += quoted_cell(columns[i]);
            end_cell(i + 1 == columns.size());
        }
        for (const auto& row : rows)
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const auto cell = row.find(columns[i]);
                text += quoted_cell(cell == row.end() ? std::string_view{} : cell->second);
                end_cell(i + 1 == columns.size());
            }
        return text;
    }
};

void collect(const Json& answer, std::map<std::string, Rows>& found) {
    if (answer.is_array()) {
        for (const Json& one : answer) collect(one, found);
        return;
    }
    if (!answer.is_object()) return;
    const auto elements = answer.find("elements");
    if (elements != answer.end()) {
        collect(*elements, found);
        return;
    }
    const auto domain = answer.find("snapshotDomain"), data = answer.find("snapshotData");
    if (domain == answer.end() || data == answer.end() || !domain->is_string() || !data->is_array()) return;
    Rows& rows = found[domain->text()];
    for (const Json& row : *data)
        if (row.is_object()) rows.add(row);
}

// Where each top-level value ends: pages are often pasted one after another. Also checks the depth, which the parser
// itself does not bound.
std::vector<std::string_view> values_in(std::string_view text, bool& is_too_deep) {
    std::vector<std::string_view> values;
    int depth = 0;
    bool in_string = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (depth++ == 0) begin = i;
            is_too_deep = is_too_deep || depth > portability_depth_at_most;
        } else if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
            values.push_back(text.substr(begin, i + 1 - begin));
        }
    }
    if (depth > 0) values.push_back(text.substr(begin));  // cut off: the parser will say so
    return values;
}

}  // namespace

bool looks_like_portability_json(std::string_view bytes) {
    const std::string_view beginning = bytes.substr(0, 4'096);
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || (beginning[first] != '{' && beginning[first] != '[')) return false;
    return bytes.find("\"snapshotDomain\"") != std::string_view::npos;
}

Result<std::vector<ConvertedFile>> files_from_portability_json(std::string_view bytes, std::string_view file_name) {
    const auto problem = [&](std::string what) {
        return std::unexpected(Problem{std::move(what),
                                       {std::string(file_name), 0},
                                       "Save the answer of LinkedIn's memberSnapshotData again, whole."});
    };
    if (bytes.size() > portability_bytes_at_most) return problem("The JSON file is larger than 256 MB.");
    bool is_too_deep = false;
    const auto values = values_in(bytes, is_too_deep);
    if (is_too_deep) return problem("The JSON file is nested more deeply than LinkedIn's.");
    std::map<std::string, Rows> found;
    for (const std::string_view value : values) {
        const Json answer = Json::parse(value);
        if (answer.is_discarded()) return problem("The JSON file is damaged.");
        collect(answer, found);
    }
    std::vector<ConvertedFile> files;
    for (const Domain& domain : domains)
        if (const auto rows = found.find(std::string(domain.name));
            rows != found.end() && !rows->second.columns.empty())
            files.push_back({std::string(domain.file), rows->second.csv()});
    if (files.empty()) return problem("The JSON file holds no data of LinkedIn that Discern uses.");
    return files;
}

}  // namespace discern
