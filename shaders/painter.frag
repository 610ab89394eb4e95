#version 300 es
precision highp float;
uniform sampler2D glyphs;
in vec2 at;
in vec4 tint;
layout(location = 0) out vec4 colour;
void main() {
    colour = tint;
    // Between the two: at the texture's left edge, interpolation may come out a little below 0.
    if (at.x > -0.5) colour *= textureLod(glyphs, at, 0.0);
}
