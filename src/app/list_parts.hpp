// What the lists of received and of planned invitations are made of: the strip of lanes, and a row with face, verdict,
// second line, age and certainty.
#pragma once

#include "app/widgets.hpp"
#include "people/person.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace discern {

struct LaneTab {
    std::size_t key = 0;  // stable from frame to frame
    std::string word;
    std::uint32_t count = 0;
    bool chosen = false;
};
// Tabs with counts that scroll sideways so that the chosen one is in sight. Returns the key of a tab that was chosen now.
std::optional<std::size_t> draw_lane_strip(Ui& ui, UiId id, const Box& strip, std::span<const LaneTab> tabs, float& offset);

// The headline, else the note's first words, else position and company.
[[nodiscard]] std::string second_line(const Person& person, const Invitation& invitation, const Strings& strings);

struct ListRowLook {
    const Person& person;
    std::string second_line;
    Action action{};
    std::string age;
    std::optional<double> certainty;  // 0 to 1; without it no bar
    bool settled = false;             // decided: the chip is an outline
    bool selected = false, ticked = false, hovered = false;
};
void draw_list_row(Ui& ui, const Box& box, const ListRowLook& look);
// Has the next letter of a row ready before it is drawn (draw.hpp: ready_next_letter); false when all are there.
bool ready_list_row(const Look& look, const Person& person, std::string_view second_line);

}  // namespace discern
