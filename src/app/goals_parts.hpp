// The parts of the Goals view below the purposes: target lists, who the user is, boundaries.
#pragma once

#include "app/views.hpp"

namespace discern {

struct GoalsScene {
    Ui& ui;
    const Workspace& workspace;
    GoalsState& state;
    Choices& choices;
    Box column;
};

// Each draws at `y` and returns the height below it.
float draw_lenses(GoalsScene& scene, float y);
float draw_factors(GoalsScene& scene, float y);  // folded unless somebody opens it
float draw_targets(GoalsScene& scene, float y);
float draw_about(GoalsScene& scene, float y);
float draw_boundaries(GoalsScene& scene, float y);

}  // namespace discern
