#include "platform/gl_painter.hpp"

#include "base/embedded.hpp"

#include <emscripten/html5.h>
#include <GLES3/gl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace discern {
namespace {

constexpr std::int64_t fill_pixels = 1500;       // from here on filling a box is cheaper than two triangles
constexpr std::size_t floats_of_vertex = sizeof(ImDrawVert) / sizeof(float);

unsigned compiled(unsigned kind, std::string_view path) {
    const std::string_view text = embedded_file(path);
    const char* source = text.data();
    const auto size = static_cast<GLint>(text.size());
    const unsigned shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, &size);
    glCompileShader(shader);
    return shader;
}

void* offset(std::size_t bytes) { return reinterpret_cast<void*>(bytes); }

}  // namespace

void GlPainter::prepare() {
    program_ = glCreateProgram();
    glAttachShader(program_, compiled(GL_VERTEX_SHADER, "shaders/painter.vert"));
    glAttachShader(program_, compiled(GL_FRAGMENT_SHADER, "shaders/painter.frag"));
    glLinkProgram(program_);
    glFlush();
}

void GlPainter::begin() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    GLint widest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &widest);
    ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
    platform_io.Renderer_TextureMaxWidth = platform_io.Renderer_TextureMaxHeight = widest;

    if (program_ == 0) prepare();
    in_use_ = is_scaled_ = false;
    glGenBuffers(1, &buffer_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    for (unsigned attribute = 0; attribute < 3; ++attribute) glEnableVertexAttribArray(attribute);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, col)));
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    width_ = height_ = 0;
    parts_.forget();
}

// Before the first triangle, not sooner: asking for the program waits until the graphics process has made it.
void GlPainter::use_program() {
    if (!in_use_) {
        in_use_ = true;
        GLint is_linked = 0;
        glGetProgramiv(program_, GL_LINK_STATUS, &is_linked);
        // The shaders are part of the program: that they do not link is a fault of ours, told by the last screen. A context
        // that is lost links nothing, and begins again.
        if (!is_linked && !emscripten_is_webgl_context_lost(emscripten_webgl_get_current_context())) std::abort();
        glUseProgram(program_);
        scale_place_ = glGetUniformLocation(program_, "scale");
    }
    if (is_scaled_) return;
    is_scaled_ = true;
    glUniform2f(scale_place_, 2 / width_, 2 / height_);
}

void GlPainter::end() {
    program_ = 0;
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->RefCount != 1) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void GlPainter::update(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) {
        GLuint name = 0;
        glGenTextures(1, &name);
        glBindTexture(GL_TEXTURE_2D, name);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixels());
        texture.SetTexID(static_cast<ImTextureID>(name));
        texture.SetStatus(ImTextureStatus_OK);
        parts_.forget();  // the same place in it may be another glyph now
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        // ImGui writes only where nothing was before: what is drawn already stays as it is.
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        for (const ImTextureRect& part : texture.Updates)
            glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixelsAt(part.x, part.y));
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        const auto name = static_cast<GLuint>(texture.TexID);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void GlPainter::update_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        if (texture->Status != ImTextureStatus_OK) update(*texture);
}

// Steps that draw all of `box` from its lowest layer that can be seen.
void GlPainter::plan(const PixelBox& box) {
    const std::span<const DrawnPiece> pieces = parts_.pieces();
    const std::size_t begin = steps_.size();
    std::size_t lowest = pieces.size();
    while (lowest > 0 && !(pieces[lowest - 1].fills_box && pieces[lowest - 1].box.holds(box))) --lowest;
    if (lowest == 0) {
        const ImU32 ground = ImGui::ColorConvertFloat4ToU32(ImGui::GetStyle().Colors[ImGuiCol_WindowBg]);
        steps_.push_back({.box = box, .colour = ground});
    } else {
        --lowest;
    }
    for (const DrawnPiece& piece : pieces.subspan(lowest)) {
        const PixelBox seen = common_part(piece.box, box);
        if (seen.empty()) continue;
        if (piece.fills_box && seen.area() >= fill_pixels) {
            steps_.push_back({.box = seen, .colour = piece.vertices[piece.indices[0]].col});
            continue;
        }
        const auto texture = static_cast<std::uint32_t>(piece.command->GetTexID());
        const auto first = static_cast<std::uint32_t>(vertices_.size() / floats_of_vertex);
        // Each step has its price: a piece joins the one before wherever that one's bounds cut it as it is to be cut.
        const Step* last = steps_.size() > begin ? &steps_.back() : nullptr;
        const bool joins = last != nullptr && last->count > 0 && last->texture == texture && last->box.holds(seen) && (!piece.cut || piece.clip.holds(last->box));
        if (!joins) steps_.push_back({.box = piece.cut ? common_part(piece.clip, box) : box, .first = first, .texture = texture});
        steps_.back().count += piece.corners;
        vertices_.resize(vertices_.size() + piece.corners * floats_of_vertex);
        float* out = vertices_.data() + first * floats_of_vertex;
        for (int corner = 0; corner < piece.corners; ++corner, out += floats_of_vertex) {
            std::memcpy(out, &piece.vertices[piece.indices[corner]], sizeof(ImDrawVert));
            if (piece.flat) out[offsetof(ImDrawVert, uv) / sizeof(float)] = -1;
        }
    }
}

void GlPainter::draw() {
    if (!vertices_.empty()) {
        use_program();
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices_.size() * sizeof(float)), vertices_.data(), GL_STREAM_DRAW);
    }
    std::uint32_t bound = 0;
    for (const Step& step : steps_) {
        const PixelBox& box = step.box;
        glScissor(box.left, static_cast<int>(height_) - box.bottom, box.right - box.left, box.bottom - box.top);
        if (step.count == 0) {
            const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(step.colour);
            glClearColor(colour.x, colour.y, colour.z, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            continue;
        }
        if (step.texture != bound) glBindTexture(GL_TEXTURE_2D, bound = step.texture);
        glDrawArrays(GL_TRIANGLES, static_cast<GLint>(step.first), static_cast<GLsizei>(step.count));
    }
}

std::int64_t GlPainter::paint() {
    const ImDrawData* data = ImGui::GetDrawData();
    if (data == nullptr || !data->Valid || data->DisplaySize.x < 1 || data->DisplaySize.y < 1) return 0;
    const std::span<const PixelBox> changed = parts_.compare(*data);
    if (changed.empty()) return 0;
    if (data->DisplaySize.x != width_ || data->DisplaySize.y != height_) {
        width_ = data->DisplaySize.x;
        height_ = data->DisplaySize.y;
        glViewport(0, 0, static_cast<GLsizei>(width_), static_cast<GLsizei>(height_));
        is_scaled_ = false;
    }
    vertices_.clear();
    steps_.clear();
    std::int64_t pixels = 0;
    for (const PixelBox& box : changed) {
        plan(box);
        pixels += box.area();
    }
    draw();
    return pixels;
}

}  // namespace discern
