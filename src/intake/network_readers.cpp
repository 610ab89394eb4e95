// Connections, invitations, endorsements, recommendations, address book: the files that speak of other people.
#include "intake/archive_readers.hpp"

#include "base/numbers.hpp"
#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace discern {
namespace {

// A connection whose date needs the whole file to be understood: "2/3/2026" may be either order.
struct PendingConnection {
    ConnectionRecord record;
    std::string date;
    std::uint32_t row = 0;
};

bool equals_ignoring_case(std::string_view text, std::string_view upper_case) {
    return std::equal(text.begin(), text.end(), upper_case.begin(), upper_case.end(), [](char a, char b) {
        return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
    });
}

// The value that was given most often; ties go to the one seen first.
class Majority {
public:
    void add(const std::string& value) {
        if (value.empty()) return;
        const auto found =
            std::find_if(seen_.begin(), seen_.end(), [&](const auto& entry) { return entry.first == value; });
        if (found != seen_.end())
            ++found->second;
        else if (seen_.size() < 64)
            seen_.emplace_back(value, 1);
    }
    std::string winner() const {
        const auto best = std::max_element(seen_.begin(), seen_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return best == seen_.end() ? std::string() : best->first;
    }

private:
    std::vector<std::pair<std::string, std::size_t>> seen_;
};

// What the same words always come to: the user's own name and address stand in every row.
template <class Reading>
class Repeated {
public:
    explicit Repeated(Reading reading) : reading_(reading) {}
    const std::string& value_of(std::string_view written) {
        if (written != written_) {
            written_ = written;
            value_ = reading_(written);
        }
        return value_;
    }

private:
    Reading reading_;
    std::string written_, value_;
};

}  // namespace

Result<bool> read_connections(Import& import, const ArchiveFile& file) {
    const Columns& columns = file.shape.columns;
    const auto first = columns.find({"firstname"}), last = columns.find({"lastname"}),
               url = columns.find({"url", "profileurl"});
    const auto email = columns.find({"emailaddress"}), company = columns.find({"company"}),
               position = columns.find({"position"});
    const auto date = columns.find({"connectedon"});
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    std::vector<PendingConnection> pending;  // dates with slashes; all others are added at once
    std::vector<std::pair<ConnectionRecord, std::uint32_t>> connections;
    bool day_first = false;

    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, std::max(last, date) + 1)) return true;
        const Fields fields(row);
        ConnectionRecord record{.name = fields.first_and_last(first, last),
                                .profile_key = profile_key(fields.word(url)),
                                .email = fields.line(email),
                                .company = fields.line(company),
                                .position = fields.line(position),
                                .connected_on = {},
                                .source = {source, number}};
        if (record.name.empty() && record.profile_key.empty()) {
            ++import.report.connections_hidden;  // the member left or hides: only the date is there
            return true;
        }
        const std::string_view written = fields.word(date);
        const auto day = day_from_text(written);
        if (written.find('/') != std::string_view::npos) {
            day_first = day_first || (!day && day_from_day_first_text(written));
            pending.push_back({std::move(record), std::string(written), number});
            connections.emplace_back();
        } else if (day) {
            record.connected_on = *day;
            connections.emplace_back(std::move(record), number);
        } else {
            import.skip(file, number, "The date of the connection cannot be read.");
        }
        return true;
    };
    auto read = read_table(*file.packed, file.shape, import.watch, take);
    if (!read) return read;
    import.builder.expect(connections.size() + connections.size() / 4);  // more have invited, or written
    std::size_t next_pending = 0;
    for (auto& [record, number] : connections) {
        if (number == 0) {  // its place was kept for a pending one
            PendingConnection& waiting = pending[next_pending++];
            const auto day = day_first ? day_from_day_first_text(waiting.date) : day_from_text(waiting.date);
            if (!day) {
                import.skip(file, waiting.row, "The date of the connection cannot be read.");
                continue;
            }
            waiting.record.connected_on = *day;
            record = std::move(waiting.record);
            number = waiting.row;
        }
        import.builder.add_connection(std::move(record), number - 1);
    }
    import.report.connections += import.rows_of(file);
    return read;
}

Result<bool> read_invitations(Import& import, const ArchiveFile& file) {
    const Columns& columns = file.shape.columns;
    const auto from = columns.find({"from"}), to = columns.find({"to"}), sent = columns.find({"sentat", "datesent"});
    const auto message = columns.find({"message"}), direction = columns.find({"direction"});
    const auto inviter = columns.find({"inviterprofileurl"}), invitee = columns.find({"inviteeprofileurl"});
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    Majority own_names, own_keys;
    Repeated own_name(clean_line), own_key(profile_key);
    std::vector<InvitationRecord> records;
    std::vector<std::uint32_t> rows;
    std::size_t unread_dates = 0;

    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, direction + 1)) return true;
        const Fields fields(row);
        const bool incoming = equals_ignoring_case(fields.word(direction), "INCOMING");
        if (!incoming && !equals_ignoring_case(fields.word(direction), "OUTGOING")) {
            import.skip(file, number, "It does not say whether the invitation was received or sent.");
            return true;
        }
        InvitationRecord record{.direction = incoming ? Direction::Incoming : Direction::Outgoing,
                                .name = fields.line(incoming ? from : to),
                                .profile_key = profile_key(fields.word(incoming ? inviter : invitee)),
                                .sent_at = instant_from_pacific_text(fields.word(sent)),
                                .note = fields.text(message),
                                .source = {source, number}};
        if (!record.sent_at) {
            // Re-saved dates have lost their hour, or never had a zone: the day is what is left.
            if (const auto day = day_from_text(fields.word(sent)))
                record.sent_at = instant_from_day(*day);
            else if (const auto instant = instant_from_utc_text(fields.word(sent)))
                record.sent_at = instant;
            else
                ++unread_dates;
        }
        if (record.name.empty() && record.profile_key.empty()) {
            import.skip(file, number, "It does not say who the other person is.");
            return true;
        }
        own_names.add(own_name.value_of(fields.word(incoming ? to : from)));
        own_keys.add(own_key.value_of(fields.word(incoming ? invitee : inviter)));
        records.push_back(std::move(record));
        rows.push_back(number);
        return true;
    };
    auto read = read_table(*file.packed, file.shape, import.watch, take);
    if (!read) return read;
    if (std::string key = own_keys.winner(); !key.empty()) import.owner.profile_key = std::move(key);
    if (import.owner.name.empty()) import.owner.name = own_names.winner();
    const std::size_t first_match = import.invitation_matches.size();
    import.invitation_matches.resize(first_match + static_cast<std::size_t>(import.report.files[file.report].rows));
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool incoming = records[i].direction == Direction::Incoming;
        ++(incoming ? import.report.invitations_incoming : import.report.invitations_outgoing);
        import.invitation_matches[first_match + rows[i] - 1] = import.builder.add_invitation(std::move(records[i]));
        if (import.builder.invitations().back().accepted)
            ++(incoming ? import.report.incoming_accepted : import.report.outgoing_accepted);
    }
    if (unread_dates > 0)
        import.warn(file,
                    grouped(unread_dates) + " invitations have a date that cannot be read; they are kept without one.",
                    "If you saved the file with a spreadsheet, use LinkedIn's own file instead.");
    return read;
}

Result<bool> read_trust(Import& import, const ArchiveFile& file) {
    using Kind = TrustRecord::Kind;
    const Columns& columns = file.shape.columns;
    const auto first = columns.find({"firstname", "endorserfirstname", "endorseefirstname"});
    const auto last = columns.find({"lastname", "endorserlastname", "endorseelastname"});
    const auto url = columns.find({"endorserpublicurl", "endorseepublicurl"}), company = columns.find({"company"});
    const Kind kind = file.shape.kind == FileKind::EndorsementsReceived      ? Kind::EndorsementReceived
                      : file.shape.kind == FileKind::EndorsementsGiven       ? Kind::EndorsementGiven
                      : file.shape.kind == FileKind::RecommendationsReceived ? Kind::RecommendationReceived
                                                                             : Kind::RecommendationGiven;
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, last + 1)) return true;
        const Fields fields(row);
        const TrustRecord record{.kind = kind,
                                 .name = fields.first_and_last(first, last),
                                 .profile_key = profile_key(fields.word(url)),
                                 .company = fields.line(company),
                                 .source = {source, number}};
        if (record.name.empty() && record.profile_key.empty())
            import.skip(file, number, "It does not say who the other person is.");
        else if (!import.builder.add_trust(record))
            import.skip(file, number, "Nobody among the connections, or more than one, bears this name.");
        return true;
    };
    return read_table(*file.packed, file.shape, import.watch, take);
}

Result<bool> read_member_follows(Import& import, const ArchiveFile& file) {
    const Columns& columns = file.shape.columns;
    const auto name = columns.find({"fullname"}), status = columns.find({"status"}), date = columns.find({"date"});
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, 3)) return true;
        const Fields fields(row);
        if (fields.word(status) != "Active") return true;  // "Unfollow"
        const auto since = instant_from_utc_text(fields.word(date));
        import.builder.add_follow({.name = fields.line(name),
                                   .since = since ? std::optional(utc_day_of(*since)) : std::nullopt,
                                   .source = {source, number}});
        return true;
    };
    return read_table(*file.packed, file.shape, import.watch, take);
}

Result<bool> read_contacts(Import& import, const ArchiveFile& file) {
    const Columns& columns = file.shape.columns;
    const auto first = columns.find({"firstname"}), last = columns.find({"lastname"}),
               full = columns.find({"fullname"});
    const auto emails = columns.find({"emails", "emailaddress"});
    const std::uint16_t source = import.builder.file_index(file.packed->name);
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        if (!import.accepts(file, row, number, 2)) return true;
        const Fields fields(row);
        ContactRecord record{.name = fields.first_and_last(first, last), .emails = {}, .source = {source, number}};
        if (record.name.empty()) record.name = fields.line(full);
        if (std::string email = fields.line(emails); !email.empty()) record.emails.push_back(std::move(email));
        // Most of a phone book is not on LinkedIn: a contact that fits nobody is no fault of the file.
        if (!record.name.empty()) import.builder.add_contact(record);
        return true;
    };
    return read_table(*file.packed, file.shape, import.watch, take);
}

}  // namespace discern
