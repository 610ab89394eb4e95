// Draws what ImGui made with WebGL2: only the parts that changed, large areas of one colour without a triangle. The
// context belongs to it alone and keeps what was drawn before (preserveDrawingBuffer).
#pragma once

#include "platform/changed_parts.hpp"

#include <cstdint>
#include <vector>

struct ImTextureData;

namespace discern {

class GlPainter {
public:
    // With a new current context: has the graphics process make the shaders, and does not wait for them. begin() does so
    // too, but whoever has something else to do meanwhile calls this before.
    void prepare();
    // With a new current context. What was drawn and uploaded before is gone.
    void begin();
    // The context is gone; call it before the next frame of ImGui.
    void end();
    // Hands glyphs that ImGui has painted meanwhile to the graphics process. After each frame of ImGui.
    void update_textures();
    // Brings the canvas to what ImGui drew last. The number of pixels that were drawn anew.
    std::int64_t paint();

private:
    struct Step {
        PixelBox box;
        std::uint32_t first = 0, count = 0;  // vertices; none: `colour` fills the box
        std::uint32_t colour = 0;
        std::uint32_t texture = 0;
    };

    void update(ImTextureData& texture);
    void plan(const PixelBox& box);
    void draw();
    void use_program();

    ChangedParts parts_;
    std::vector<float> vertices_;
    std::vector<Step> steps_;
    unsigned program_ = 0, buffer_ = 0;
    int scale_place_ = -1;
    bool in_use_ = false, is_scaled_ = false;  // the program; the size of the canvas as it knows it
    float width_ = 0, height_ = 0;
};

}  // namespace discern
