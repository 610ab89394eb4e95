// SMAA-2 with three criteria and certain values: each order of the alternatives holds on a polygon of the weight triangle,
// cut out with exact fractions.
#include "tests/reference/fraction.hpp"
#include "tests/reference/operations.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace discern::reference {
namespace {

using Point = std::array<Fraction, 2>;  // (w1, w2); w3 = 1 - w1 - w2
using Polygon = std::vector<Point>;

// The part of a convex polygon with slope . point >= bound.
Polygon clipped(const Polygon& polygon, const Point& slope, const Fraction& bound) {
    Polygon kept;
    for (std::size_t k = 0; k < polygon.size(); ++k) {
        const Point &p = polygon[k], &q = polygon[(k + 1) % polygon.size()];
        const Fraction at_p = slope[0] * p[0] + slope[1] * p[1] - bound;
        const Fraction at_q = slope[0] * q[0] + slope[1] * q[1] - bound;
        if (at_p.sign() >= 0) kept.push_back(p);
        if (at_p.sign() * at_q.sign() < 0) {
            const Fraction share = at_p / (at_p - at_q);
            kept.push_back({p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])});
        }
    }
    return kept;
}

struct Area {
    Fraction size, x, y;  // signed area and its first moments (area times centroid)
};

Area area_of(const Polygon& polygon) {
    Fraction doubled, x, y;
    for (std::size_t k = 0; k < polygon.size(); ++k) {
        const Point &p = polygon[k], &q = polygon[(k + 1) % polygon.size()];
        const Fraction cross = p[0] * q[1] - q[0] * p[1];
        doubled = doubled + cross;
        x = x + (p[0] + q[0]) * cross;
        y = y + (p[1] + q[1]) * cross;
    }
    return {doubled / 2, x / 6, y / 6};
}

}  // namespace

json exact_smaa(const json& in) {
    std::vector<std::array<Fraction, 3>> values;
    for (const json& row : in["meas"]) {
        std::array<Fraction, 3> v;
        for (std::size_t i = 0; i < 3; ++i) v[i] = Fraction::from_decimal(row[i].dump());
        values.push_back(v);
    }
    const std::size_t m = values.size();
    Polygon triangle = {{0, 0}, {1, 0}, {0, 1}};
    if (in.value("ordinal", false))
        triangle = {{1, 0}, {Fraction(1) / 2, Fraction(1) / 2}, {Fraction(1) / 3, Fraction(1) / 3}};
    if (area_of(triangle).size.sign() < 0) std::reverse(triangle.begin(), triangle.end());
    const Fraction whole = area_of(triangle).size;

    std::vector<std::vector<Fraction>> rank(m, std::vector<Fraction>(m)), before = rank;
    std::vector<Area> first(m);
    std::vector<std::size_t> order(m);
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
        Polygon polygon = triangle;
        for (std::size_t r = 0; r + 1 < m && polygon.size() >= 3; ++r) {
            std::array<Fraction, 3> gap;
            for (std::size_t i = 0; i < 3; ++i) gap[i] = values[order[r]][i] - values[order[r + 1]][i];
            polygon = clipped(polygon, {gap[0] - gap[2], gap[1] - gap[2]}, gap[2].negated());
        }
        if (polygon.size() < 3) continue;
        const Area area = area_of(polygon);
        if (area.size.sign() == 0) continue;
        for (std::size_t r = 0; r < m; ++r) {
            rank[order[r]][r] = rank[order[r]][r] + area.size / whole;
            for (std::size_t b = r + 1; b < m; ++b)
                before[order[r]][order[b]] = before[order[r]][order[b]] + area.size / whole;
        }
        Area& winner = first[order[0]];
        winner = {winner.size + area.size, winner.x + area.x, winner.y + area.y};
    } while (std::next_permutation(order.begin(), order.end()));

    json ra = json::array(), fractions = json::array(), pairs = json::array(), central = json::array();
    for (std::size_t a = 0; a < m; ++a) {
        json shares = json::array(), texts = json::array(), better = json::array();
        for (std::size_t r = 0; r < m; ++r) {
            shares.push_back(rank[a][r].value());
            texts.push_back(rank[a][r].text());
            better.push_back(before[a][r].value());
        }
        ra.push_back(shares);
        fractions.push_back(texts);
        pairs.push_back(better);
        if (first[a].size.sign() == 0) {
            central.push_back({nullptr, nullptr, nullptr});
            continue;
        }
        const Fraction x = first[a].x / first[a].size, y = first[a].y / first[a].size;
        central.push_back({x.value(), y.value(), (Fraction(1) - x - y).value()});
    }
    return {{"ra", ra}, {"ra_fractions", fractions}, {"cw", central}, {"pwi", pairs}};
}

}  // namespace discern::reference
