#version 300 es
// The interface: places in pixels, colours as they are. A u of -1 means that nothing of the texture is needed: fetching it
// would cost as much as all the rest.
precision highp float;
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
uniform vec2 scale;
out vec2 at;
out vec4 tint;
void main() {
    at = uv;
    tint = colour;
    gl_Position = vec4(place.x * scale.x - 1.0, 1.0 - place.y * scale.y, 0.0, 1.0);
}
