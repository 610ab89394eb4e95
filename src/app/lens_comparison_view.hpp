// Two lenses side by side: the shape of the inbox under each, and every verdict that changes, with why.
#pragma once

#include "app/scroll.hpp"
#include "app/widgets.hpp"
#include "workspace/lens_comparison.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace discern {

struct Choices;

struct CompareState {
    std::uint32_t other = 0;  // Lens::id
    ScrollState scroll;

    // Derived.
    std::uint64_t generation = 0;
    std::uint32_t made_for = 0;
    LensComparison comparison;
};

void begin_comparison(CompareState& state, const Workspace& workspace);
void draw_comparison(Ui& ui, const Workspace& workspace, CompareState& state, Box box, Choices& choices, bool& close);

// "7 to Accept, 5 to Ask first": what the changes lead to, most first.
[[nodiscard]] std::string where_to(const Ui& ui, std::span<const Action> becomes);

}  // namespace discern
