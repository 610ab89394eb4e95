#include "judgement/linear.hpp"

#include <cmath>

namespace discern {

std::optional<Matrix> cholesky(const Matrix& a, std::size_t n) {
    Matrix l{};
    for (std::size_t j = 0; j < n; ++j) {
        double diagonal = a[j][j];
        for (std::size_t k = 0; k < j; ++k) diagonal -= l[j][k] * l[j][k];
        if (!(diagonal > 0)) return std::nullopt;
        l[j][j] = std::sqrt(diagonal);
        for (std::size_t i = j + 1; i < n; ++i) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= l[i][k] * l[j][k];
            l[i][j] = sum / l[j][j];
        }
    }
    return l;
}

Vector solve(const Matrix& lower, Vector right, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) right[i] -= lower[i][k] * right[k];
        right[i] /= lower[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) right[i] -= lower[k][i] * right[k];
        right[i] /= lower[i][i];
    }
    return right;
}

Matrix inverse(const Matrix& lower, std::size_t n) {
    Matrix result{};
    for (std::size_t j = 0; j < n; ++j) {
        Vector unit{};
        unit[j] = 1;
        const Vector column = solve(lower, unit, n);
        for (std::size_t i = 0; i < n; ++i) result[i][j] = column[i];
    }
    return result;
}

double log_determinant(const Matrix& lower, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::log(lower[i][i]);
    return 2 * sum;
}

double quadratic(const Vector& x, const Matrix& a, const Vector& y, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        double row = 0;
        for (std::size_t j = 0; j < n; ++j) row += a[i][j] * y[j];
        sum += x[i] * row;
    }
    return sum;
}

}  // namespace discern
