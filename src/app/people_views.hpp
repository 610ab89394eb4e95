// "Same person?", what was understood before it is taken in, and what changed since the last archive.
#pragma once

#include "app/draw.hpp"
#include "app/scroll.hpp"
#include "app/views.hpp"
#include "people/seen_people.hpp"
#include "workspace/merge.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace discern {

struct AppState;
struct ShellChoices;

struct SamePersonState {
    bool joins = false;  // the list of what was joined instead of the questions
    std::size_t chosen = 0;
    bool reveal = false;
    ScrollState scroll;
};

// What a page or an address book holds, before it is taken in.
struct Understood {
    std::string source;  // "Pasted page"
    SeenReport report;
    std::size_t invitations = 0;
    std::vector<std::string> arrived, updated;  // names, the first few of each
    std::size_t questions = 0;
    bool changes_nothing = false;
};

// What it holds, in one sentence.
[[nodiscard]] std::string understood_words(const Understood& understood, const Strings& strings);

// Names are kept because those who are gone are in no document any more.
struct ChangedNames {
    std::vector<std::string> arrived, accepted, gone;
    std::size_t arrived_count = 0, accepted_count = 0, gone_count = 0;
    static constexpr std::size_t shown_at_most = 60;
};
[[nodiscard]] ChangedNames changed_names(const MergeChanges& changes, const PersonBook& before, const PersonBook& after);

// Numbers side by side, each with what it counts; draws at `y` and returns the y below.
struct Figure {
    std::uint64_t number = 0;
    std::string words;
};
float draw_figures(Ui& ui, float x, float y, float width, std::span<const Figure> figures);

float draw_same_person(Ui& ui, Box box, const Workspace& workspace, AppState& state, ShellChoices& shell);
float draw_understood(Ui& ui, Box box, AppState& state, ShellChoices& shell);
// Draws at `y` and returns the y below; nothing where nothing changed.
float draw_changed(Ui& ui, const Box& box, float y, const ChangedNames& names, float side);
// The newest invitations with their first verdicts, while the rest is being read. Draws at `y` and returns the y below.
inline constexpr std::size_t first_look_rows = 5;  // at most
float draw_first_look(Ui& ui, const Box& box, float y, const Workspace& first, float side);
// A line above the list of invitations while questions are open; cuts its height off `area`.
void draw_questions_banner(Ui& ui, const Workspace& workspace, Box& area, Choices& choices);

}  // namespace discern
