#include "base/embedded.hpp"

#include "base/embedded_places.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace discern {
namespace {

// A map keeps its texts where they are.
std::map<std::string, std::string, std::less<>>& carried_too() {
    static std::map<std::string, std::string, std::less<>> files;
    return files;
}

}  // namespace

std::string_view embedded_file(std::string_view path) {
    const auto paths = embedded_paths();
    const auto found = std::ranges::lower_bound(paths, path);
    if (found == paths.end() || *found != path) {
        const auto carried = carried_too().find(path);
        return carried == carried_too().end() ? std::string_view() : std::string_view(carried->second);
    }
    const EmbeddedPlace& place = embedded_places()[static_cast<std::size_t>(found - paths.begin())];
    return embedded_content().substr(place.begin, place.size);
}

void carry_file_too(std::string path, std::string content) { carried_too().try_emplace(std::move(path), std::move(content)); }

}  // namespace discern
