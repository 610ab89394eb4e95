// messages.csv in all its eras, reduced to figures per person while it streams by: how many each way, and when last.
// What is no contact between two people is left out: drafts, spam, adverts (no sender's address), and the note of an
// accepted invitation, which LinkedIn repeats as the first message.
#include "intake/archive_readers.hpp"

#include "archive/limits.hpp"
#include "base/hash.hpp"
#include "intake/address_table.hpp"
#include "text/profile_key.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace discern {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFu;
constexpr std::uint32_t the_user = 0xFFFFFFFEu;
// Enough rows, from several conversations, to see who takes part in all of them.
constexpr std::uint32_t rows_to_find_the_user = 2'000;

struct MessageColumns {
    std::size_t from, sender, to, recipients, date, content, folder, direction, draft, conversation_draft;
    explicit MessageColumns(const Columns& columns)
        : from(columns.find({"from"})),
          sender(columns.find({"senderprofileurl"})),
          to(columns.find({"to"})),
          recipients(columns.find({"recipientprofileurls"})),
          date(columns.find({"date"})),
          content(columns.find({"content"})),
          folder(columns.find({"folder"})),
          direction(columns.find({"direction"})),
          draft(columns.find({"ismessagedraft"})),
          conversation_draft(columns.find({"isconversationdraft"})) {}
};

// Calls `take` with each address of a cell that holds several, joined by commas. Slugs hold no comma.
template <class Take>
void for_each_address(std::string_view cell, Take&& take) {
    while (!cell.empty()) {
        const std::size_t comma = std::min(cell.find(','), cell.size());
        std::string_view address = cell.substr(0, comma);
        while (!address.empty() && address.front() == ' ') address.remove_prefix(1);
        if (!address.empty()) take(address);
        cell.remove_prefix(std::min(comma + 1, cell.size()));
    }
}

// Blanks and line breaks do not count: notes are flattened, messages are not.
std::uint64_t hash_of_words(std::string_view text) {
    std::uint64_t hash = fnv_offset;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ') hash = fnv1a({&c, 1}, hash);
    return hash;
}

// The user's own key when Invitations.csv did not tell it: whoever writes under the user's name, or else takes part in
// nearly every conversation.
Result<std::string> find_user(Import& import, const ArchiveFile& file, const MessageColumns& columns) {
    struct Seen {
        std::size_t rows = 0, under_users_name = 0;
    };
    std::unordered_map<std::string, Seen> seen;
    std::vector<std::string> order;
    std::size_t rows = 0;
    const auto take = [&](const CsvRow& row, std::uint32_t number) {
        const Fields fields(row);
        const std::string sender = profile_key(fields.word(columns.sender));
        if (sender.empty()) return number < rows_to_find_the_user;
        ++rows;
        const auto count = [&](const std::string& key) -> Seen& {
            Seen& entry = seen[key];
            if (entry.rows++ == 0) order.push_back(key);
            return entry;
        };
        Seen& of_sender = count(sender);
        if (!import.owner.name.empty() && fields.line(columns.from) == import.owner.name) ++of_sender.under_users_name;
        for_each_address(fields.word(columns.recipients),
                         [&](std::string_view address) { count(profile_key(address)); });
        return number < rows_to_find_the_user;
    };
    const std::uint64_t bytes_done = import.watch.bytes_done;
    const auto read = read_table(*file.packed, file.shape, import.watch, take);
    import.watch.bytes_done = bytes_done;
    if (!read) return std::unexpected(read.error());
    std::string named, everywhere;
    for (const std::string& key : order) {
        if (key.empty()) continue;
        if (seen[key].under_users_name > (named.empty() ? 0 : seen[named].under_users_name)) named = key;
        if (everywhere.empty() || seen[key].rows > seen[everywhere].rows) everywhere = key;
    }
    if (!named.empty()) return named;
    const bool is_clear = order.size() > 2 && seen[everywhere].rows * 10 > rows * 9;
    return is_clear ? everywhere : std::string();
}

class MessageTally {
public:
    MessageTally(Import& import, const ArchiveFile& file)
        : import_(import), columns_(file.shape.columns), source_(import.builder.file_index(file.packed->name)) {
        for (const Invitation& invitation : import.builder.invitations()) {
            if (invitation.note.empty() || !invitation.accepted) continue;
            if (note_of_.size() <= invitation.person.index) note_of_.resize(invitation.person.index + 1, 0);
            notes_.push_back({invitation.direction, invitation.note.size(), hash_of_words(invitation.note)});
            note_of_[invitation.person.index] = static_cast<std::uint32_t>(notes_.size());
        }
    }

    void take(const CsvRow& row, std::uint32_t number) {
        const Fields fields(row);
        const auto is_yes = [&](std::size_t column) {
            return !row.raw(column).empty() && (fields.word(column) == "Yes" || fields.word(column) == "YES");
        };
        if (fields.word(columns_.folder) == "SPAM" || is_yes(columns_.draft) || is_yes(columns_.conversation_draft))
            return;
        if (columns_.sender == Columns::none) {
            take_by_names(row, fields, number);
            return;
        }
        const std::uint32_t sender = number_of(fields.word(columns_.sender));
        if (sender == nobody) return;  // an advert, or a member who left
        if (sender != the_user) {
            name_if_unknown(sender, row, columns_.from);
            count(row, fields, number, sender, Direction::Incoming);
            return;
        }
        recipients_.clear();
        for_each_address(fields.word(columns_.recipients), [&](std::string_view address) {
            const std::uint32_t recipient = number_of(address);
            const bool is_other = recipient != nobody && recipient != the_user;
            if (is_other && recipients_.size() < message_recipients_at_most
                && std::find(recipients_.begin(), recipients_.end(), recipient) == recipients_.end())
                recipients_.push_back(recipient);
        });
        // The cell with names cannot be split where there are several: names hold commas too.
        if (recipients_.size() == 1) name_if_unknown(recipients_.front(), row, columns_.to);
        for (const std::uint32_t recipient : recipients_) count(row, fields, number, recipient, Direction::Outgoing);
    }

private:
    struct Note {
        Direction direction;
        std::size_t size;
        std::uint64_t hash;
    };

    std::uint32_t number_of(std::string_view address) {
        if (address.empty()) return nobody;
        return numbers_.number_of(address, [&] {
            const std::string key = profile_key(address);
            if (key.empty()) return nobody;
            if (key == import_.owner.profile_key) return the_user;
            return import_.builder.person_with_key(key).index;
        });
    }

    // Before 2020 there were no addresses; only a name that one connection bears can be counted.
    void take_by_names(const CsvRow& row, const Fields& fields, std::uint32_t number) {
        const std::string from = fields.line(columns_.from), to = fields.line(columns_.to);
        const std::string_view written = fields.word(columns_.direction);
        const bool outgoing = written.empty() ? from == import_.owner.name : written == "OUTGOING";
        if (!outgoing && from == import_.owner.name) return;
        const std::string& other = outgoing ? to : from;
        if (other.empty()) return;
        const std::uint32_t person = numbers_.number_of(other, [&] {
            const auto found = import_.builder.find_connection_by_name(other);
            return found ? found->index : nobody;
        });
        if (person != nobody) count(row, fields, number, person, outgoing ? Direction::Outgoing : Direction::Incoming);
    }

    void name_if_unknown(std::uint32_t person, const CsvRow& row, std::size_t column) {
        std::string& name = import_.builder.at({person}).name;
        if (name.empty()) name = Fields(row).line(column);
    }

    bool repeats_note(const CsvRow& row, std::uint32_t person, Direction direction) {
        if (person >= note_of_.size() || note_of_[person] == 0) return false;
        const Note& note = notes_[note_of_[person] - 1];
        if (note.direction != direction || row.raw(columns_.content).size() > 2 * note.size + 64) return false;
        if (hash_of_words(row.value(columns_.content, scratch_)) != note.hash) return false;
        note_of_[person] = 0;  // said again later, it is a message like any other
        return true;
    }

    void count(const CsvRow& row, const Fields& fields, std::uint32_t number, std::uint32_t person,
               Direction direction) {
        if (repeats_note(row, person, direction)) return;
        if (number != last_counted_) ++import_.report.messages_counted;
        last_counted_ = number;
        Ties& ties = import_.builder.at({person}).ties;
        ++(direction == Direction::Incoming ? ties.messages_from_them : ties.messages_to_them);
        if (ties.messages_source == SourceRef{}) ties.messages_source = {source_, number};
        const auto when = instant_of(fields.word(columns_.date));
        if (when && (!ties.last_message || *ties.last_message < *when)) ties.last_message = when;
        if (when && latest_ < *when) {
            latest_ = *when;
            import_.builder.saw(utc_day_of(*when));
        }
    }

    static std::optional<Instant> instant_of(std::string_view date) {
        if (const auto utc = instant_from_utc_text(date)) return utc;
        return instant_from_pacific_text(date);  // 2018
    }

    Import& import_;
    MessageColumns columns_;
    std::uint16_t source_;
    AddressTable numbers_;
    std::vector<std::uint32_t> recipients_;
    std::vector<Note> notes_;
    std::vector<std::uint32_t> note_of_;  // of each person: index into notes_ and one; 0 = none
    std::uint32_t last_counted_ = 0;
    Instant latest_{INT64_MIN};
    std::string scratch_;
};

}  // namespace

struct MessagesFeed::State {
    State(Import& of_import, const ArchiveFile& of_file)
        : import(of_import), file(of_file), columns(file.shape.columns), tally(import, file),
          table(file.packed->name, file.shape, import.watch) {
        is_user_known = columns.sender != Columns::none ? !import.owner.profile_key.empty()
                                                        : !import.owner.name.empty() || columns.direction != Columns::none;
        columns_needed = std::max(columns.from, columns.date) + 1;
        if (!is_user_known)
            import.warn(file, "Which of the people is you cannot be told, so no messages were counted as contact.",
                        "Drop the whole archive, with Profile.csv and Invitations.csv.");
    }
    bool take(const CsvRow& row, std::uint32_t number) {
        if (import.accepts(file, row, number, columns_needed) && is_user_known) tally.take(row, number);
        return true;
    }

    Import& import;
    const ArchiveFile& file;
    MessageColumns columns;
    MessageTally tally;
    TableFeed table;
    bool is_user_known = false;
    std::size_t columns_needed = 0;
};

MessagesFeed::MessagesFeed(Import& import, const ArchiveFile& file) : state_(std::make_unique<State>(import, file)) {}
MessagesFeed::~MessagesFeed() = default;

bool MessagesFeed::feed(std::string_view piece) {
    const auto take = [this](const CsvRow& row, std::uint32_t number) { return state_->take(row, number); };
    return state_->table.feed(piece, take);
}

void MessagesFeed::finish() {
    const auto take = [this](const CsvRow& row, std::uint32_t number) { return state_->take(row, number); };
    state_->table.finish(take);
    Import& import = state_->import;
    import.report.messages += import.rows_of(state_->file);
}

Result<bool> read_messages(Import& import, const ArchiveFile& file) {
    const MessageColumns columns(file.shape.columns);
    if (columns.sender != Columns::none && import.owner.profile_key.empty()) {
        auto user = find_user(import, file, columns);
        if (!user) return std::unexpected(user.error());
        import.owner.profile_key = std::move(*user);
    }
    MessagesFeed messages(import, file);
    const auto read = read_file(*file.packed, [&](std::string_view piece) { return messages.feed(piece); });
    if (!read) return std::unexpected(read.error());
    if (import.watch.cancelled) return std::unexpected(cancelled_problem());
    messages.finish();
    return true;
}

}  // namespace discern
