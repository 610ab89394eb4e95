// `discern`: the command line over the same core as the page. Results go to `out`, problems to `err`, one a line.
#pragma once

#include "base/date.hpp"

#include <string>
#include <vector>

namespace discern {

struct CommandAnswer {
    int exit_code = 0;  // 0 only if the files could be used; 2 when the command itself was not understood
    std::string out, err;
};

// `arguments` without the program's name; `today` is used where neither --today nor the archive names a day.
[[nodiscard]] CommandAnswer run_command_line(const std::vector<std::string>& arguments, Day today);

}  // namespace discern
