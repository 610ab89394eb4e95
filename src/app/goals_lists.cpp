#include "app/goals_parts.hpp"

#include <icons.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace discern {
namespace {

struct TargetList {
    std::string_view key;
    std::vector<std::string> Goals::*list;
    const char* icon;
};
const std::array<TargetList, target_list_count> target_lists = {{
    {"goals.companies", &Goals::target_companies, icon::building_2},
    {"goals.industries", &Goals::target_industries, icon::briefcase},
    {"goals.roles", &Goals::target_roles, icon::user},
    {"goals.topics", &Goals::target_topics, icon::sparkles},
    {"goals.places", &Goals::target_places, icon::globe},
    {"goals.schools", &Goals::target_schools, icon::graduation_cap},
}};

struct AboutField {
    std::string_view key;
    std::string Goals::*text;
};
const std::array<AboutField, 4> about_fields = {{{"goals.role", &Goals::role}, {"goals.industry", &Goals::industry}, {"goals.company", &Goals::company}, {"goals.place", &Goals::place}}};

constexpr std::array boundaries = {
    FactCode::known_people_only, FactCode::work_relations_only, FactCode::openly_looking, FactCode::quiet_job_search,
    FactCode::boss_among_connections, FactCode::connections_list_visible, FactCode::hides_connections_list,
    FactCode::clients_visible_in_network, FactCode::clinician, FactCode::teacher_of_minors,
    FactCode::security_sensitive_employer, FactCode::handles_confidential_work, FactCode::employer_contact_rule,
    FactCode::hires_people, FactCode::raising_money, FactCode::publishes_content, FactCode::network_is_the_job,
    FactCode::works_locally_only, FactCode::free_plan,
};

void send(GoalsScene& scene, Goals goals) {
    scene.choices.command(SetGoalsCommand{scene.workspace.document().active_lens, std::move(goals), 0});
}

float section(GoalsScene& scene, float y, std::string_view title_key, std::string_view lead_key) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    const std::string title = ui.text(title_key), lead = ui.text(lead_key);
    tell_heading(ui, ui_id(title_key), {column.x, y, column.width, ui.px(24)}, title, 3);
    draw_text(ui, column.x, y + ui.px(12), title, {.size = type::card, .weight = Weight::Semibold, .ink = ui.ink().text, .tracking = -0.01f}, column.width);
    y += ui.px(28);
    tell_text(ui, ui_id(lead_key), {column.x, y, column.width, ui.px(22)}, lead);
    return y + draw_paragraph(ui, column.x, y, column.width, lead, {.size = type::small, .ink = ui.ink().muted}) + ui.px(10);
}

// Words in a row of chips, each with a cross that takes it out; wraps. Returns the height used.
float draw_word_chips(GoalsScene& scene, const TargetList& list, UiId id, float left, float y, float room) {
    Ui& ui = scene.ui;
    const Goals& goals = scene.workspace.goals();
    const std::vector<std::string>& words = goals.*(list.list);
    const float height = ui.px(ui.look.touch ? 44 : 28), gap = ui.px(6);
    float x = left, top = y;
    for (std::size_t place = 0; place < words.size(); ++place) {
        const Pen pen = {.size = type::small, .ink = ui.ink().text};
        const float width = std::min(room, ui.px(10) + text_width(ui, words[place], pen) + ui.px(26));
        if (x + width > left + room && x > left) {
            x = left;
            top += height + gap;
        }
        const Box chip = {x, top, width, height};
        const Press pressed = press(ui, ui_id(place, id), chip, {.role = Role::Button, .name = ui.strings.text("goals.remove", {words[place]})});
        fill(ui, chip, pressed.hovered ? mixed(ui.ink().card, ui.ink().text, 0.08f) : ui.ink().card, radius::control);
        outline(ui, chip, ui.ink().line, radius::control);
        draw_text(ui, x + ui.px(10), chip.middle(), words[place], pen, width - ui.px(34));
        draw_icon(ui, chip.right() - ui.px(14), chip.middle(), icon::x, 12, pressed.hovered ? ui.ink().text : ui.ink().faint);
        if (pressed.focused) draw_focus_ring(ui, chip);
        if (pressed.clicked) {
            Goals changed = goals;
            auto& target = changed.*(list.list);
            target.erase(target.begin() + static_cast<std::ptrdiff_t>(place));
            send(scene, std::move(changed));
        }
        x += width + gap;
    }
    return words.empty() ? 0 : top + height - y;
}

void add_words(GoalsScene& scene, const TargetList& list, const std::string& text) {
    Goals changed = scene.workspace.goals();
    auto& words = changed.*(list.list);
    // Several at once, parted by commas, as people paste them.
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find_first_of(",;\n", from), text.size());
        std::string word = text.substr(from, to - from);
        while (!word.empty() && word.front() == ' ') word.erase(0, 1);
        while (!word.empty() && word.back() == ' ') word.pop_back();
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
        from = to + 1;
    }
    send(scene, std::move(changed));
}

}  // namespace

float draw_targets(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    y = section(scene, y, "goals.targets", "goals.targets_lead");
    const bool narrow = column.width < ui.px(520);
    const float label = narrow ? 0 : ui.px(150);
    for (std::size_t index = 0; index < target_list_count; ++index) {
        const TargetList& list = target_lists[index];
        const UiId id = ui_id(list.key);
        const std::string name = ui.text(list.key);
        const TellGroup group(ui, ui_id("list", id), {column.x, y, column.width, ui.px(54)}, {.role = Role::Group, .name = name});
        const float top = y + ui.px(10);
        const float field_height = ui.px(ui.look.touch ? 44 : 34);
        draw_icon(ui, column.x + ui.px(8), top + ui.px(17), list.icon, 16, ui.ink().muted);
        draw_text(ui, column.x + ui.px(26), top + ui.px(17), name, {.size = type::body, .ink = ui.ink().text});
        const float left = column.x + label, room = column.width - label;
        float at = narrow ? top + ui.px(34) : top;
        const float chips = draw_word_chips(scene, list, ui_id("word", id), left, at, room);
        if (chips > 0) at += chips + ui.px(8);
        FieldState& field = scene.state.adding[index];
        const FieldAnswer answer = text_field(ui, ui_id("add", id), {left, at, room, field_height}, ui.strings.text("goals.add_to", {name}), field,
                                              {.placeholder = ui.text("goals.add")});
        if (answer.cancelled) field.text.clear();
        if ((answer.committed || answer.left) && !field.text.empty()) {
            add_words(scene, list, field.text);
            field.text.clear();
            field.wanted = answer.committed;
        }
        y = at + field_height + ui.px(10);
    }
    return y;
}

float draw_about(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    y = section(scene, y, "goals.about", "goals.about_lead");
    const bool narrow = column.width < ui.px(520);
    const float gap = ui.px(12), width = narrow ? column.width : std::floor((column.width - gap) / 2);
    const float height = ui.px(ui.look.touch ? 44 : 34);
    for (std::size_t index = 0; index < about_fields.size(); ++index) {
        const AboutField& about = about_fields[index];
        const bool right = !narrow && index % 2 == 1;
        const float x = right ? column.right() - width : column.x;
        FieldState& field = scene.state.about[index];
        const std::string& stored = scene.workspace.goals().*(about.text);
        if (!field.editing) field.text = stored;
        const std::string label = ui.text(about.key);
        draw_text(ui, x, y + ui.px(8), label, {.size = type::caption, .ink = ui.ink().muted});
        const FieldAnswer answer = text_field(ui, ui_id(about.key), {x, y + ui.px(20), width, height}, label, field, {});
        if ((answer.committed || answer.left) && !answer.cancelled && field.text != stored) {
            Goals changed = scene.workspace.goals();
            changed.*(about.text) = field.text;
            send(scene, std::move(changed));
        }
        if (narrow || right) y += height + ui.px(34);
    }
    return y;
}

float draw_boundaries(GoalsScene& scene, float y) {
    Ui& ui = scene.ui;
    const Box& column = scene.column;
    y = section(scene, y, "goals.boundaries", "goals.boundaries_lead");
    const Goals& goals = scene.workspace.goals();
    const float height = ui.px(ui.look.touch ? 48 : 38);
    for (const FactCode code : boundaries) {
        const std::string key = "boundary." + std::string(name_of(code));
        const auto found = std::find(goals.boundaries.begin(), goals.boundaries.end(), code);
        const bool on = found != goals.boundaries.end();
        if (toggle(ui, ui_id(key), {column.x, y, column.width, height}, ui.text(key), on)) {
            Goals changed = goals;
            if (on) std::erase(changed.boundaries, code);
            else changed.boundaries.push_back(code);
            send(scene, std::move(changed));
        }
        y += height;
    }
    return y;
}

}  // namespace discern
