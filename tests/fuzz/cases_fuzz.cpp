// Case files of `discern judge --cases`: whatever the bytes, they are read or refused with a Problem, and what is read can
// be judged; the answer is the same twice.
#include "cli/judge_cases.hpp"
#include "knowledge/knowledge.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace discern;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto cases = read_cases(text);
    if (!cases) {
        if (cases.error().what.empty()) std::abort();
        return 0;
    }
    if (cases->size() > 4) return 0;  // more would only be slow
    const auto judged = [&] { return judge_cases(*cases, {}, embedded_knowledge(), embedded_strings(), {.today = Day{20'000}}); };
    const auto lines = judged();
    if (lines.size() != cases->size() || lines != judged()) std::abort();
    for (const std::string& line : lines)
        if (!line.starts_with('{') || line.find('\n') != std::string::npos) std::abort();
    return 0;
}
