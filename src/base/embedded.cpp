#include "base/embedded.hpp"

#include "base/embedded_packs.hpp"

#include <LzmaDec.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace discern {
namespace {

// Empty if the pack is damaged, which embed.py's own check at build rules out.
std::vector<char> unpacked(const EmbeddedPack& pack) {
    static const ISzAlloc allocator{[](ISzAllocPtr, std::size_t size) { return std::malloc(size); },
                                    [](ISzAllocPtr, void* address) { std::free(address); }};
    std::vector<char> content(pack.size);
    SizeT written = content.size(), read = pack.packed.size();
    ELzmaStatus status = LZMA_STATUS_NOT_SPECIFIED;
    const SRes result = LzmaDecode(reinterpret_cast<Byte*>(content.data()), &written,
                                   reinterpret_cast<const Byte*>(pack.packed.data()), &read, pack.properties.data(),
                                   static_cast<unsigned>(pack.properties.size()), LZMA_FINISH_ANY, &status, &allocator);
    if (result != SZ_OK || written != pack.size) content.clear();
    return content;
}

std::string_view content_of(std::size_t place) {
    static std::vector<std::vector<char>> contents(embedded_packs().size());
    const EmbeddedPack& pack = embedded_packs()[place];
    if (contents[place].empty()) contents[place] = unpacked(pack);
    return {contents[place].data(), contents[place].size()};
}

}  // namespace

std::string_view embedded_file(std::string_view path) {
    const auto paths = embedded_paths();
    const auto found = std::ranges::lower_bound(paths, path);
    if (found == paths.end() || *found != path) return {};
    const EmbeddedPlace& place = embedded_places()[static_cast<std::size_t>(found - paths.begin())];
    const std::string_view content = content_of(place.pack);
    return place.begin + place.size <= content.size() ? content.substr(place.begin, place.size) : std::string_view();
}

}  // namespace discern
