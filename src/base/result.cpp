#include "base/result.hpp"

namespace discern {

std::string sentence_from(const Problem& problem) {
    std::string text;
    if (!problem.where.file.empty()) {
        text += problem.where.file;
        if (problem.where.row > 0) text += ", row " + std::to_string(problem.where.row);
        text += ": ";
    }
    text += problem.what;
    if (!problem.mend.empty()) text += " " + problem.mend;
    return text;
}

}  // namespace discern
