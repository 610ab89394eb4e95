// The normal distribution from a table, for inboxes of thousands of rows: no exponential, no error function per call.
// A node every 1/64 up to 12 and five terms of Taylor's series from the nearest: within 2e-15 of the exact values (a test).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace discern {

class NormalTable {
public:
    [[nodiscard]] static const NormalTable& get();  // worked out once, at the first call

    // P(Z < z).
    [[nodiscard]] double below(double z) const { return z < 0 ? above(-z) : 1 - above(z); }

    // The unit normal loss E[max(0, Z - t)] for t >= 0.
    [[nodiscard]] double loss(double t) const {
        if (!(t < reach)) return 0;
        const Node& node = nodes_[place_of(t)];
        const double h = t - node.at, a = node.at, b = a * a;
        const double bend = 0.5 + h * (-a / 6 + h * ((b - 1) / 24 + h * (a * (3 - b) / 120 + h * ((b - 6) * b + 3) / 720)));
        return node.loss - h * (node.above - h * node.density * bend);
    }

private:
    static constexpr double reach = 12, per_unit = 64;
    struct Node {
        double at = 0, density = 0, above = 0, loss = 0;
    };

    NormalTable();
    [[nodiscard]] static std::size_t place_of(double t) { return static_cast<std::size_t>(t * per_unit + 0.5); }
    // P(Z > t) for t >= 0.
    [[nodiscard]] double above(double t) const {
        if (!(t < reach)) return 0;
        const Node& node = nodes_[place_of(t)];
        const double h = t - node.at, a = node.at, b = a * a;
        const double bend = 1 + h * (-a / 2 + h * ((b - 1) / 6 + h * (a * (3 - b) / 24 + h * ((b - 6) * b + 3) / 120)));
        return node.above - h * node.density * bend;
    }

    std::array<Node, static_cast<std::size_t>(reach * per_unit) + 1> nodes_;
};

}  // namespace discern
