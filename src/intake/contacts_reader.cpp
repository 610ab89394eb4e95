#include "intake/contacts_reader.hpp"

#include "archive/csv.hpp"
#include "archive/encoding.hpp"
#include "archive/limits.hpp"
#include "base/numbers.hpp"
#include "intake/archive_files.hpp"
#include "intake/vcard.hpp"
#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace discern {
namespace {

std::string decoded(std::string_view bytes) {
    Decoder decoder;
    return std::string(decoder.decode(bytes));
}

// "Family;Given;Middle;Prefix;Suffix": a semicolon that is escaped belongs to the name.
std::vector<std::string> parts_of(std::string_view value) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == ';') {
            parts.emplace_back();
            continue;
        }
        if (value[i] == '\\' && i + 1 < value.size()) parts.back() += value[i++];
        parts.back() += value[i];
    }
    for (std::string& part : parts) part = clean_line(without_vcard_escapes(part));
    return parts;
}

std::string joined(std::initializer_list<std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (word.empty()) continue;
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

void keep_profile(SeenPerson& person, std::string_view address) {
    if (person.profile_key.empty()) person.profile_key = profile_key(clean_line(address));
}

// Exchange writes its own internal addresses; they reach nobody outside.
void keep_email(SeenPerson& person, std::string email) {
    if (person.profile.email.empty() && email.find('@') != std::string::npos && !email.starts_with('/'))
        person.profile.email = std::move(email);
}

std::vector<SeenPerson> people_of_vcards(const std::string& text) {
    std::vector<SeenPerson> people;
    SeenPerson person;
    std::string name_in_parts;
    std::uint32_t card = 0;
    for_each_vcard_property(text, [&](const VCardProperty& property) {
        const auto value = [&] { return clean_line(without_vcard_escapes(property.value)); };
        if (property.name == "BEGIN") {
            person = SeenPerson{};
            name_in_parts.clear();
            ++card;
        } else if (property.name == "FN") {
            person.name = value();
        } else if (property.name == "N") {
            auto parts = parts_of(property.value);
            parts.resize(5);
            name_in_parts = joined({parts[1], parts[2], parts[0]});
        } else if (property.name == "EMAIL") {
            keep_email(person, value());
        } else if (property.name == "ORG") {
            person.profile.company = parts_of(property.value).front();
        } else if (property.name == "TITLE") {
            person.profile.position = value();
        } else if (property.name == "URL" || property.name == "X-SOCIALPROFILE" || property.name == "SOCIALPROFILE"
                   || property.name == "IMPP") {
            keep_profile(person, value());
        } else if (property.name == "END") {
            if (person.name.empty()) person.name = name_in_parts;
            person.in_address_book = true;
            person.line = card;
            if (!person.name.empty()) people.push_back(std::move(person));
            person = SeenPerson{};
        }
    });
    return people;
}

struct ContactColumns {
    std::size_t first, middle, last, full, company, position;
    std::vector<std::size_t> emails, pages;
    bool of_linkedin;  // its own files of people have such columns too, and are read elsewhere
    explicit ContactColumns(const Columns& columns)
        : first(columns.find({"firstname", "givenname"})),
          middle(columns.find({"middlename", "additionalname"})),
          last(columns.find({"lastname", "familyname"})),
          full(columns.find({"name", "displayname", "fullname"})),
          company(columns.find({"organizationname", "organization1name", "company"})),
          position(columns.find({"organizationtitle", "organization1title", "jobtitle"})),
          of_linkedin(columns.has("connectedon") || columns.has("phonenumbers") || columns.has("creationdate")) {
        for (const std::string_view number : {"1", "2", "3"}) {
            const std::string email = "email" + std::string(number) + "value",
                              page = "website" + std::string(number) + "value";
            emails.push_back(columns.find({email}));
            pages.push_back(columns.find({page}));
        }
        for (const std::string_view email : {"emailaddress", "email2address", "email3address"})
            emails.push_back(columns.find({email}));
        pages.push_back(columns.find({"webpage", "personalwebpage"}));
    }
    bool are_known() const {
        const bool has_name = (first != Columns::none && last != Columns::none) || full != Columns::none;
        const bool has_email =
            std::any_of(emails.begin(), emails.end(), [](std::size_t column) { return column != Columns::none; });
        return has_name && has_email && !of_linkedin;
    }
};

char separator_of(std::string_view text) {
    const std::string_view header = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
}

// Google joins several values of one cell by " ::: ".
std::string first_value(std::string value) {
    const std::size_t end = value.find(" ::: ");
    if (end != std::string::npos) value.resize(end);
    return value;
}

// Nothing when the header is not one of an address book. `header_only` stops there.
std::optional<std::vector<SeenPerson>> people_of_csv(std::string_view text, bool header_only) {
    std::optional<ContactColumns> columns;
    std::vector<SeenPerson> people;
    std::uint32_t number = 0;
    const auto take = [&](const CsvRow& row) {
        if (!columns) {
            std::vector<std::string> names;
            for (std::size_t i = 0; i < row.size(); ++i) names.push_back(folded_column(row.value(i)));
            columns.emplace(Columns(std::move(names)));
            return columns->are_known() && !header_only;
        }
        ++number;
        const auto line = [&](std::size_t column) { return clean_line(row.value(column)); };
        SeenPerson person;
        person.name = joined({line(columns->first), line(columns->middle), line(columns->last)});
        if (person.name.empty()) person.name = line(columns->full);
        person.profile.company = line(columns->company);
        person.profile.position = line(columns->position);
        for (const std::size_t email : columns->emails) keep_email(person, first_value(line(email)));
        for (const std::size_t page : columns->pages) keep_profile(person, first_value(line(page)));
        person.in_address_book = true;
        person.line = number;
        if (!person.name.empty()) people.push_back(std::move(person));
        return true;
    };
    CsvScanner scanner(separator_of(text));
    if (scanner.feed(text, take)) scanner.finish(take);
    if (!columns || !columns->are_known()) return std::nullopt;
    return people;
}

}  // namespace

bool looks_like_vcard(std::string_view bytes) {
    const std::string text = decoded(bytes.substr(0, 256));
    constexpr std::string_view begin = "BEGIN:VCARD";
    const std::string_view start =
        std::string_view(text).substr(std::min(text.find_first_not_of(" \r\n\t"), text.size()));
    return start.size() >= begin.size() && std::equal(begin.begin(), begin.end(), start.begin(), [](char a, char b) {
               return a == (b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b);
           });
}

bool looks_like_contacts_csv(std::string_view bytes) {
    return people_of_csv(decoded(bytes.substr(0, beginning_bytes)), true).has_value();
}

Result<std::vector<SeenPerson>> read_contacts_file(std::string_view bytes, std::string_view file_name) {
    const auto problem = [&](std::string what, std::string mend) {
        return std::unexpected(Problem{std::move(what), {std::string(file_name), 0}, std::move(mend)});
    };
    if (bytes.size() > contacts_bytes_at_most)
        return problem("The address book is larger than " + grouped(contacts_bytes_at_most / 1'048'576) + " MB.",
                       "Export it without photos.");
    const std::string text = decoded(bytes);
    std::vector<SeenPerson> people;
    if (looks_like_vcard(bytes)) {
        people = people_of_vcards(text);
    } else if (auto rows = people_of_csv(text, false)) {
        people = std::move(*rows);
    } else {
        return problem("It is not an address book that Discern can read.",
                       "Export your contacts as vCard, or as CSV from Google or Outlook set to English.");
    }
    if (people.empty())
        return problem("There is no name in this address book.", "Check that the export was not empty.");
    return people;
}

}  // namespace discern
