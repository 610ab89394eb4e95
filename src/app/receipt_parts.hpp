// The parts of a receipt, each drawn at a height of a column and returning the height below it.
#pragma once

#include "app/views.hpp"

namespace discern {

struct ReceiptScene {
    Ui& ui;
    const Workspace& workspace;
    ReceiptState& state;
    const ListedInvitation& listed;
    const ReceiptWords& words;
    Choices& choices;
    Box column;  // x and width of the text column; y is the top of what is in sight
};

float draw_who(ReceiptScene& scene, float y);
float draw_answer(ReceiptScene& scene, float y);
// Of an invitation that the user sends: when it went out, until when to wait, and today.
float draw_waiting(ReceiptScene& scene, float y);
float draw_note(ReceiptScene& scene, float y);
float draw_factors(ReceiptScene& scene, float y);
float draw_flags(ReceiptScene& scene, float y);
float draw_cards(ReceiptScene& scene, float y);
float draw_mutuals(ReceiptScene& scene, float y);
float draw_sources(ReceiptScene& scene, float y);
// The decisions that can be taken, at the foot; with several ticked invitations they say how many.
void draw_decision_bar(ReceiptScene& scene, std::size_t ticked, Box bar);
void draw_more_button(ReceiptScene& scene, Box box);  // opens what the bar has no room for

// The fact that a one-key answer to a criterion sets.
[[nodiscard]] AnswerCommand answer_command(PersonId person, FactCode code, double amount);

}  // namespace discern
