// How a long job tells how far it is, and learns that it should stop.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace discern {

struct Progress {
    std::string stage;             // what is being read, e.g. "messages.csv"
    std::uint64_t bytes_done = 0;  // of bytes_total over the whole job
    std::uint64_t bytes_total = 0;
    std::uint64_t rows_done = 0;   // of the current stage
};

// Called every few thousand rows. Returns false when the user cancelled: the job ends with a Problem and
// leaves everything as it was. An empty function means "nobody watches, never cancel".
using ProgressSink = std::function<bool(const Progress&)>;

}  // namespace discern
