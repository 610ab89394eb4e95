#include "cli/command_line.hpp"

#include <chrono>
#include <cstdio>

int main(int count, char** words) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count();
    const discern::CommandAnswer answer =
        discern::run_command_line({words + 1, words + count}, discern::utc_day_of({seconds}));
    std::fputs(answer.err.c_str(), stderr);
    const bool printed = std::fwrite(answer.out.data(), 1, answer.out.size(), stdout) == answer.out.size() &&
                         std::fflush(stdout) == 0;
    return printed ? answer.exit_code : 1;
}
