// The frame's semantic nodes as bytes for web/host/mirror.js, which patches real elements from them.
#pragma once

#include "platform/platform.hpp"

#include <span>

namespace discern {

// Little-endian. Header: u32 number of nodes, f32 pixel ratio. Each node: u32 id, i32 parent, u8 role, u8 level, u16 flags
// (bit order of SemanticNode's booleans), i32 position, i32 set size, f32 x y width height, f32 number minimum maximum,
// u32 length of name, u32 length of value, then both as UTF-8, padded with zeros to a multiple of four.
[[nodiscard]] Bytes bytes_from(std::span<const SemanticNode> nodes, float pixel_ratio);

// Whether two frames say the same but for where things are (which may be told a little later).
[[nodiscard]] bool equal_but_for_places(std::span<const SemanticNode> a, std::span<const SemanticNode> b);

}  // namespace discern
