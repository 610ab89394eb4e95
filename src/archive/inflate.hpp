// Unpacks deflate (RFC 1951) as a stream of pieces. Of our own because it decides how long a person waits for a large
// archive: half of the time of reading one was zlib's inflate, and the faster libraries want room for the whole result,
// which is 158 MB of messages. Tables and bit buffer after E. Biggers, libdeflate; checked against zlib by test and
// fuzzing.
#pragma once

#include "base/function_ref.hpp"

#include <cstdint>
#include <string_view>

namespace discern {

// Gets consecutive pieces of at most `piece_bytes` (archive/limits.hpp); returns false to stop reading.
using ByteSink = FunctionRef<bool(std::string_view piece)>;

enum class Inflated : std::uint8_t { Whole, Stopped, Damaged };

// Bytes behind the end of the stream are ignored. Damaged when the stream breaks a rule of the format or ends too
// early.
[[nodiscard]] Inflated inflate(std::string_view packed, ByteSink take);

}  // namespace discern
