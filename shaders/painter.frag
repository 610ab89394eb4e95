#version 300 es
precision highp float;
uniform sampler2D glyphs;
in vec2 at;
in vec4 tint;
layout(location = 0) out vec4 colour;
void main() {
    colour = tint;
    if (at.x >= 0.0) colour *= textureLod(glyphs, at, 0.0);
}
