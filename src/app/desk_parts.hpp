// The parts of the note desk, each drawn at a height of a column and returning the height below it.
#pragma once

#include "app/marked_text.hpp"
#include "app/views.hpp"

namespace discern {

struct DeskScene {
    Ui& ui;
    const Workspace& workspace;
    DeskState& state;
    const Invitation& invitation;
    const Person& person;
    Choices& choices;
    Box column;
};

float draw_desk_note(DeskScene& scene, float y);    // the field, its length, and the words marked in it
float draw_desk_checks(DeskScene& scene, float y);  // what is well, and what is not
float draw_desk_drafts(DeskScene& scene, float y);
float draw_desk_budget(DeskScene& scene, float y);
float draw_desk_heading(DeskScene& scene, float y, std::string_view key);

// The words of the note that a finding is about, empty when it is about the note as a whole.
[[nodiscard]] std::string words_of(const DeskState& state, const DeskFinding& finding);
// The colour of what is found: red for what other people's filters stop, amber for the rest.
[[nodiscard]] Rgba colour_of(const Ui& ui, const DeskFinding& finding);
// Findings that still stand: claims that the user keeps are left out.
[[nodiscard]] std::vector<std::size_t> standing_findings(const DeskState& state);

}  // namespace discern
