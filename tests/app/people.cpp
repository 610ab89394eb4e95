#include "tests/app/people.hpp"

#include <array>

namespace discern::testing {
namespace {

struct Sketch {
    const char* name;
    const char* headline;
    const char* company;
    const char* place;
    const char* note;
    int days_ago;
    std::initializer_list<FactCode> facts;
    int messages = 0, recommendations = 0;
};

const Day made_on = day_from_civil({2026, 3, 20});

const std::array<Sketch, 14> sketches = {{
    {"Ingrid Nakamura-Boye", "Head of product, Halden Energy", "Halden Energy", "Oslo", "So good to see you are moving towards energy. The pricing model you drew on that napkin still hangs in our office. Shall we talk about the opening in my team?", 2, {FactCode::former_colleague, FactCode::good_terms, FactCode::same_field, FactCode::employer_on_target_list}, 12, 1},
    {"Tariq Oyelaran", "Grid economist, public utility", "", "Lagos", "Saw your talk on grid pricing, one question about the second chart has kept me busy since.", 2, {FactCode::event, FactCode::same_field, FactCode::note_names_specific_reason}},
    {"Luc\xc3\xad" "a Pe\xc3\xb1" "alver", "Talent partner, Northwind Climate", "Northwind Climate", "Madrid", "", 3, {FactCode::recruiter_for_users_field}},
    {"Dmitri Marchetti", "Founder, growth and synergies", "", "", "Quick synergies call? I help people like you get ten new clients a month, guaranteed.", 3, {FactCode::sells_services, FactCode::note_sells, FactCode::unrelated_field}},
    {"\xe5\xad\x99 \xe9\x9b\x85\xe5\xa9\xb7", "Research lead, storage systems", "", "", "", 4, {FactCode::same_field}},
    {"Jasper Vandersloot", "Crypto wealth mentor", "", "", "Dear friend, I turned 2,000 into 80,000 in three weeks. Write to me on another app and I show you.", 5, {FactCode::pushes_investment, FactCode::asks_off_platform, FactCode::promises_unlikely_gain, FactCode::new_account}},
    {"Amparo B\xc3\xa9langer", "Alumna, Trondheim 2014", "", "Bergen", "", 6, {FactCode::alumni}},
    {"\xd8\xb3\xd8\xa7\xd8\xb1\xd8\xa9 \xd9\x85\xd9\x86\xd8\xb5\xd9\x88\xd8\xb1", "Policy adviser, energy ministry", "", "", "", 7, {FactCode::same_field, FactCode::met_once}},
    {"Cormac Hollister", "Sells tutus and tiaras online", "", "Cork", "", 8, {FactCode::unrelated_field, FactCode::close_to_manager, FactCode::never_met}},
    {"Rhea Bankole", "Board chair, Coastal Trust", "Coastal Trust", "Brighton", "", 9, {FactCode::charity_or_board_role, FactCode::organisation_established}},
    {"Piotr W\xc3\xb3jcik", "Regular at my gym \xc2\xb7 IT support", "", "", "", 14, {FactCode::social, FactCode::met_repeatedly, FactCode::unrelated_field}},
    {"\xe0\xa4\xaa\xe0\xa5\x8d\xe0\xa4\xb0\xe0\xa4\xbf\xe0\xa4\xaf\xe0\xa4\xbe \xe0\xa4\xb6\xe0\xa4\xb0\xe0\xa5\x8d\xe0\xa4\xae\xe0\xa4\xbe", "Product manager, payments", "", "Pune", "", 21, {}},
    {"Sunniva Aldecoa", "", "", "", "", 40, {FactCode::vague_profile}},
    {"Bo Li", "Author of The Patient Grid", "", "", "", 75, {FactCode::public_figure, FactCode::work_admired}},
}};

void add(Document& document, const Sketch& sketch, std::uint64_t id, const std::string& name, int days_ago) {
    Person person;
    person.name = name;
    person.profile_key = "invented-" + std::to_string(id);
    person.profile.headline = sketch.headline;
    person.profile.company = sketch.company;
    person.profile.place = sketch.place;
    if (sketch.messages > 0) {
        person.ties.messages_from_them = static_cast<std::uint32_t>(sketch.messages / 2);
        person.ties.messages_to_them = static_cast<std::uint32_t>(sketch.messages - sketch.messages / 2);
        person.ties.last_message = instant_from_day({made_on.days_since_epoch - 60});
        person.ties.messages_source = {1, 3};
    }
    person.ties.recommendations_received = static_cast<std::uint32_t>(sketch.recommendations);
    person.ties.recommended_source = {1, 2};
    for (const FactCode code : sketch.facts) {
        Fact fact;
        fact.code = code;
        fact.source = {1, static_cast<std::uint32_t>(id)};
        person.facts.push_back(fact);
    }
    Invitation invitation;
    invitation.id = {id};
    invitation.person = {static_cast<std::uint32_t>(document.book.people.size())};
    invitation.sent_at = instant_from_day({made_on.days_since_epoch - days_ago});
    invitation.note = sketch.note;
    invitation.source = {1, static_cast<std::uint32_t>(id)};
    document.book.people.push_back(std::move(person));
    document.book.invitations.push_back(std::move(invitation));
}

Document empty_document() {
    Document document;
    document.sample = true;
    document.book.files = {"you", "Invitations.csv"};
    document.book.exported_on = made_on;
    document.book.owner.name = "Alma Okonedo";
    Lens& lens = document.lenses.front();
    lens.name = "next role";
    lens.goals.purposes = {0, 4, 5, 3, 0, 2, 1};
    lens.goals.target_companies = {"Halden Energy", "Northwind Climate"};
    lens.goals.target_industries = {"Energy"};
    lens.goals.role = "Product manager";
    lens.goals.industry = "Energy";
    return document;
}

}  // namespace

Document small_document() {
    Document document = empty_document();
    std::uint64_t id = 1;
    for (const Sketch& sketch : sketches) add(document, sketch, id++, sketch.name, sketch.days_ago);
    for (int connection = 0; connection < 120; ++connection) {
        Person person;
        person.name = "Connection " + std::to_string(connection);
        person.ties.connected_on = Day{made_on.days_since_epoch - connection};
        document.book.people.push_back(std::move(person));
    }
    return document;
}

Document document_with_plans() {
    Document document = small_document();
    const auto add = [&](const char* name, const char* headline, std::initializer_list<FactCode> facts, int days_ago, const char* note) {
        Person person;
        person.name = name;
        person.profile.headline = headline;
        for (const FactCode code : facts) {
            Fact fact;
            fact.code = code;
            person.facts.push_back(fact);
        }
        Invitation invitation;
        invitation.id = {100 + document.book.invitations.size()};
        invitation.direction = Direction::Outgoing;
        invitation.person = {static_cast<std::uint32_t>(document.book.people.size())};
        invitation.note = note;
        if (days_ago > 0) {
            invitation.sent_at = instant_from_day({document.book.exported_on->days_since_epoch - days_ago});
            invitation.source = {1, 90};
        }
        document.book.people.push_back(std::move(person));
        document.book.invitations.push_back(std::move(invitation));
    };
    add("Olive Tanaka-Reyes", "Head of grid planning", {FactCode::met_once, FactCode::event, FactCode::last_week, FactCode::same_field}, 0, "");
    add("Magnus Ferreira", "Founder, famous for balloons", {FactCode::public_figure, FactCode::work_admired, FactCode::never_met}, 0, "");
    add("Petra Lindqvist-Osei", "Energy analyst", {FactCode::same_field}, 4, "I liked your answer at the panel.");
    add("Wendell Achterberg", "Engineer", {}, 90, "");
    Lens board = document.lenses.front();
    board.id = 2;
    board.name = "Board seat";
    board.goals.purposes = {0, 0, 0, 1, 5, 0, 0};
    document.lenses.push_back(std::move(board));
    document.highest_lens = 2;
    return document;
}

Document large_document(std::size_t count) {
    Document document = empty_document();
    for (std::size_t index = 0; index < count; ++index) {
        const Sketch& sketch = sketches[index % sketches.size()];
        add(document, sketch, index + 1, std::string(sketch.name) + " " + std::to_string(index + 1), static_cast<int>(index % 900));
    }
    return document;
}

}  // namespace discern::testing
