#include "workspace/sample.hpp"

#include "people/book_builder.hpp"
#include "workspace/change.hpp"
#include "workspace/save_json.hpp"

#include <cmath>

namespace discern {
namespace {

constexpr double seconds_a_day = 86'400;

// The first thing that is wrong ends the reading; later values keep their defaults.
class SampleReader {
public:
    SampleReader(const Json& json, Instant now) : json_(json), now_(now) { document_.sample = true; }

    Result<Document> read() {
        if (!json_.is_object()) fail("the file is not an object");
        PersonBook& book = document_.book;
        read_field(json_, "files", book.files);
        read_part(json_, "owner", book.owner);
        document_.lenses.clear();
        for (const Json& lens : list(json_, "lenses")) read_lens(lens);
        document_.active_lens = 1;
        document_.highest_lens = static_cast<std::uint32_t>(document_.lenses.size());
        for (const Json& person : list(json_, "people")) read_person(person);
        for (std::size_t i = 0; i < book.people.size(); ++i) name_mutuals(i);
        book.exported_on = utc_day_of(now_);
        if (document_.lenses.empty()) fail("there are no goals");
        if (!fault_.empty())
            return std::unexpected(Problem{.what = "The sample is broken: " + fault_ + ".",
                                           .where = {std::string(sample_asset), 0},
                                           .mend = "Build Discern again from a clean copy."});
        return std::move(document_);
    }

private:
    void fail(std::string fault) {
        if (fault_.empty()) fault_ = std::move(fault);
    }

    static const Json* member(const Json& json, std::string_view name) {
        const auto found = json.find(name);
        return found == json.end() ? nullptr : &*found;
    }

    const Json& list(const Json& json, std::string_view name) {
        static const Json& empty = Json::array();
        const Json* found = member(json, name);
        if (found == nullptr) return empty;
        if (found->is_array()) return *found;
        fail(std::string(name) + " is not a list");
        return empty;
    }

    double number(const Json& json, std::string_view name, double fallback = 0) {
        const Json* found = member(json, name);
        if (found == nullptr) return fallback;
        if (found->is_number() && std::abs(found->get<double>()) < 1e9) return found->get<double>();
        fail(std::string(name) + " is not a number");
        return fallback;
    }
    std::uint32_t count(const Json& json, std::string_view name) {
        const double value = number(json, name);
        if (value < 0) fail(std::string(name) + " is negative");
        return value < 0 ? 0 : static_cast<std::uint32_t>(value);
    }
    std::string text(const Json& json, std::string_view name) {
        const Json* found = member(json, name);
        if (found == nullptr) return "";
        if (found->is_string()) return found->text();
        fail(std::string(name) + " is not text");
        return "";
    }

    template <class T>
    void read_part(const Json& json, std::string_view name, T& value) {
        const Json* found = member(json, name);
        if (found == nullptr) return;
        save::JsonReader reader(*found);
        reader.read_object(value);
        if (reader.failed()) fail(std::string(name) + ": " + reader.fault());
    }
    void read_field(const Json& json, std::string_view name, std::vector<std::string>& values) {
        values.clear();
        for (const Json& word : list(json, name))
            if (word.is_string()) values.push_back(word.text());
        if (values.empty() || values.front() != "you") fail("files must begin with you");
    }

    Instant days_back(double days) const {
        return {now_.seconds_since_epoch - static_cast<std::int64_t>(std::llround(days * seconds_a_day))};
    }

    // Rows count up by file, as if each person stood in a row of their own.
    SourceRef source(std::string_view file) {
        const auto& files = document_.book.files;
        const auto found = std::ranges::find(files, file);
        if (found == files.end()) {
            fail("there is no file " + std::string(file));
            return {};
        }
        const auto index = static_cast<std::size_t>(found - files.begin());
        rows_.resize(files.size());
        return {static_cast<std::uint16_t>(index), ++rows_[index]};
    }

    void read_lens(const Json& json) {
        Lens lens{.id = static_cast<std::uint32_t>(document_.lenses.size() + 1), .name = text(json, "name"), .goals = {}};
        read_part(json, "goals", lens.goals);
        document_.lenses.push_back(std::move(lens));
    }

    void read_facts(const Json& json, std::string_view name, SourceRef where, Person& person) {
        for (const Json& item : list(json, name)) {
            // "met_once", or {"code": "answer_known", "amount": 0} where one is not the amount.
            const Json* word = item.is_object() ? member(item, "code") : &item;
            const auto code = word != nullptr && word->is_string()
                                  ? fact_code_from_name(word->text())
                                  : std::nullopt;
            if (!code) return fail("a fact of " + person.name + " is not in the vocabulary");
            Fact fact;
            fact.code = *code;
            if (item.is_object()) fact.amount = number(item, "amount", 1);
            fact.source = where;
            if (where.file == 0)
                exchange_answer(person, *code, fact);
            else
                person.facts.push_back(fact);
        }
    }

    void read_ties(const Json& json, Person& person) {
        if (member(json, "connected_days_ago") != nullptr) {
            person.ties.connected_on = utc_day_of(days_back(number(json, "connected_days_ago")));
            person.ties.connected_source = source("Connections.csv");
        }
        if (const Json* messages = member(json, "messages")) {
            person.ties.messages_from_them = count(*messages, "from_them");
            person.ties.messages_to_them = count(*messages, "to_them");
            person.ties.last_message = days_back(number(*messages, "last_days_ago"));
            person.ties.messages_source = source("messages.csv");
        }
        if (const Json* endorsed = member(json, "endorsements")) {
            person.ties.endorsements_received = count(*endorsed, "received");
            person.ties.endorsements_given = count(*endorsed, "given");
            person.ties.endorsed_source = source("Endorsement_Received_Info.csv");
        }
        if (const Json* recommended = member(json, "recommendations")) {
            person.ties.recommendations_received = count(*recommended, "received");
            person.ties.recommendations_given = count(*recommended, "given");
            person.ties.recommended_source = source("Recommendations_Received.csv");
        }
        for (const Json& place : list(json, "shared_places")) {
            save::JsonReader reader(place);
            SharedPlace& shared = person.shared_places.emplace_back();
            reader.read_object(shared);
            if (reader.failed()) fail("shared_places: " + reader.fault());
            shared.source = source(shared.kind == SharedPlace::Kind::School ? "Education.csv" : "Positions.csv");
        }
    }

    void read_person(const Json& json) {
        Person person;
        person.name = text(json, "name");
        if (person.name.empty()) return fail("somebody has no name");
        read_part(json, "profile", person.profile);
        read_ties(json, person);
        if (const Json* mutuals = member(json, "mutuals")) {
            if (member(*mutuals, "count") != nullptr) person.mutuals.count = count(*mutuals, "count");
            if (member(*mutuals, "known") != nullptr) person.mutuals.known = count(*mutuals, "known");
        }
        if (member(json, "seen") != nullptr) read_facts(json, "seen", source("Profile pages, pasted"), person);
        read_facts(json, "told", {}, person);
        const PersonId id{static_cast<std::uint32_t>(document_.book.people.size())};
        if (const Json* invitation = member(json, "invitation")) read_invitation(*invitation, json, id, person);
        document_.book.people.push_back(std::move(person));
        people_json_.push_back(&json);
    }

    // An outgoing one without a day is only planned.
    void read_invitation(const Json& json, const Json& person_json, PersonId id, const Person& person) {
        Invitation invitation;
        invitation.direction = text(json, "direction") == "outgoing" ? Direction::Outgoing : Direction::Incoming;
        invitation.id = invitation_id(invitation.direction, "", person.name);
        invitation.person = id;
        if (member(json, "days_ago") != nullptr) invitation.sent_at = days_back(number(json, "days_ago"));
        invitation.note = text(json, "note");
        invitation.accepted = person.ties.connected_on.has_value();
        invitation.source = invitation.sent_at ? source("Invitations.csv") : SourceRef{};
        if (const Json* decided = member(person_json, "decided")) {
            const auto action = action_from_name(text(*decided, "action"));
            if (!action) fail("a decision about " + person.name + " is no action");
            document_.decisions[invitation.id] = {.action = action.value_or(Action::Ignore),
                                                  .decided_at = days_back(number(*decided, "days_ago")),
                                                  .verdict = action.value_or(Action::Ignore),
                                                  .confidence = 0.8,
                                                  .reason = text(*decided, "reason")};
        }
        if (member(person_json, "snoozed_days") != nullptr)
            document_.snoozed_until[invitation.id] = utc_day_of(days_back(-number(person_json, "snoozed_days")));
        document_.book.invitations.push_back(std::move(invitation));
    }

    // Only connections can be shared ones, or people who were invited; a namesake who is none is passed over.
    void name_mutuals(std::size_t index) {
        const Json* mutuals = member(*people_json_[index], "mutuals");
        if (mutuals == nullptr) return;
        auto& people = document_.book.people;
        for (const Json& name : list(*mutuals, "named")) {
            std::optional<PersonId> found;
            for (std::uint32_t i = 0; i < people.size(); ++i)
                if (name.is_string() && people[i].name == name.text() &&
                    (!found || people[i].ties.connected_on))
                    found = PersonId{i};
            if (!found) return fail("a shared connection of " + people[index].name + " is not in the sample");
            people[index].mutuals.named.push_back(*found);
        }
    }

    const Json& json_;
    Instant now_;
    Document document_;
    std::vector<std::uint32_t> rows_;
    std::vector<const Json*> people_json_;
    std::string fault_;
};

}  // namespace

Result<Document> sample_document_from(std::string_view json_text, Instant now) {
    const Json json = Json::parse(json_text);
    return SampleReader(json, now).read();
}

}  // namespace discern
