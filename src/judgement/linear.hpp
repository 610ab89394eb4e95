// Symmetric positive definite systems of at most 17 unknowns, on the stack: Cholesky, solve, inverse.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace discern {

inline constexpr std::size_t max_unknowns = 17;  // 16 criteria and the intercept
using Vector = std::array<double, max_unknowns>;
using Matrix = std::array<Vector, max_unknowns>;

// The lower factor L of A = L L'; nothing when A is not positive definite. Only the first n rows and columns count.
[[nodiscard]] std::optional<Matrix> cholesky(const Matrix& a, std::size_t n);
[[nodiscard]] Vector solve(const Matrix& lower, Vector right, std::size_t n);  // A x = right
[[nodiscard]] Matrix inverse(const Matrix& lower, std::size_t n);              // A^-1
[[nodiscard]] double log_determinant(const Matrix& lower, std::size_t n);      // ln |A|

// x' A y over the first n entries.
[[nodiscard]] double quadratic(const Vector& x, const Matrix& a, const Vector& y, std::size_t n);

}  // namespace discern
