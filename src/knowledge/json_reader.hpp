// A JSON asset read with its place: the first thing wrong becomes a Problem, what follows is read as empty.
#pragma once

#include "base/json.hpp"
#include "base/result.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace discern {

// Reads one file. All functions are safe on values of the wrong kind: they note the problem and give the default.
class JsonFile {
public:
    JsonFile(std::string path, std::string_view bytes);

    [[nodiscard]] const Json& root() const { return root_; }
    [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
    void complain(std::string what);  // only the first is kept

    // Members of an object; `where` names the object in a complaint.
    [[nodiscard]] double number(const Json& object, const char* key, double otherwise);
    [[nodiscard]] bool flag(const Json& object, const char* key, bool otherwise);
    [[nodiscard]] std::string text(const Json& object, const char* key, std::string_view otherwise = "");
    // The member, or an empty array / object where it is absent; a complaint where it is of another kind.
    [[nodiscard]] const Json& list(const Json& object, const char* key);
    [[nodiscard]] const Json& object(const Json& object, const char* key);
    // A mistyped key must not pass in silence.
    void allow_only(const Json& object, std::initializer_list<std::string_view> keys, std::string_view where);

private:
    std::string path_;
    Json root_;
    std::optional<Problem> problem_;
};

}  // namespace discern
