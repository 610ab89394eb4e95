#include "platform/semantics.hpp"

#include <bit>
#include <cstring>

namespace discern {
namespace {

static_assert(std::endian::native == std::endian::little);

template <class T>
void append(Bytes& bytes, const T& value) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof value);
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

std::uint16_t flags_of(const SemanticNode& node) {
    unsigned flags = 0, bit = 1;
    for (const bool flag : {node.disabled, node.checked, node.selected, node.current, node.focused, node.expandable, node.expanded,
                            node.plain}) {
        if (flag) flags |= bit;
        bit <<= 1;
    }
    return static_cast<std::uint16_t>(flags);
}

}  // namespace

Bytes bytes_from(std::span<const SemanticNode> nodes, float pixel_ratio) {
    Bytes bytes;
    bytes.reserve(8 + nodes.size() * 96);
    append(bytes, static_cast<std::uint32_t>(nodes.size()));
    append(bytes, pixel_ratio);
    for (const SemanticNode& node : nodes) {
        append(bytes, node.id);
        append(bytes, node.parent);
        append(bytes, static_cast<std::uint8_t>(node.role));
        append(bytes, node.level);
        append(bytes, flags_of(node));
        append(bytes, node.position);
        append(bytes, node.set_size);
        for (const float number : {node.rect.x, node.rect.y, node.rect.width, node.rect.height, node.number, node.minimum, node.maximum}) {
            append(bytes, number);
        }
        append(bytes, static_cast<std::uint32_t>(node.name.size()));
        append(bytes, static_cast<std::uint32_t>(node.value.size()));
        bytes.insert(bytes.end(), node.name.begin(), node.name.end());
        bytes.insert(bytes.end(), node.value.begin(), node.value.end());
        bytes.resize((bytes.size() + 3) & ~std::size_t{3});
    }
    return bytes;
}

bool equal_but_for_places(std::span<const SemanticNode> a, std::span<const SemanticNode> b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const SemanticNode &x = a[i], &y = b[i];
        const bool same = x.id == y.id && x.parent == y.parent && x.role == y.role && x.level == y.level &&
                          flags_of(x) == flags_of(y) && x.position == y.position && x.set_size == y.set_size &&
                          x.number == y.number && x.minimum == y.minimum && x.maximum == y.maximum &&
                          x.name == y.name && x.value == y.value;
        if (!same) return false;
    }
    return true;
}

}  // namespace discern
