// Four floats side by side: SSE on x86, SIMD128 in WebAssembly, plain code elsewhere. The same sums everywhere, bit for bit.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

#include <cstddef>

namespace discern {

class Lanes {
public:
    static constexpr std::size_t count = 4;
#if defined(__SSE2__)
    static Lanes all(float x) { return Lanes(_mm_set1_ps(x)); }
    static Lanes load(const float* from) { return Lanes(_mm_loadu_ps(from)); }
    void store(float* to) const { _mm_storeu_ps(to, v_); }
    [[nodiscard]] Lanes plus(Lanes o) const { return Lanes(_mm_add_ps(v_, o.v_)); }
    [[nodiscard]] Lanes times(Lanes o) const { return Lanes(_mm_mul_ps(v_, o.v_)); }
    [[nodiscard]] Lanes larger(Lanes o) const { return Lanes(_mm_max_ps(v_, o.v_)); }

private:
    explicit Lanes(__m128 v) : v_(v) {}
    __m128 v_;
#elif defined(__wasm_simd128__)
    static Lanes all(float x) { return Lanes(wasm_f32x4_splat(x)); }
    static Lanes load(const float* from) { return Lanes(wasm_v128_load(from)); }
    void store(float* to) const { wasm_v128_store(to, v_); }
    [[nodiscard]] Lanes plus(Lanes o) const { return Lanes(wasm_f32x4_add(v_, o.v_)); }
    [[nodiscard]] Lanes times(Lanes o) const { return Lanes(wasm_f32x4_mul(v_, o.v_)); }
    [[nodiscard]] Lanes larger(Lanes o) const { return Lanes(wasm_f32x4_pmax(v_, o.v_)); }

private:
    explicit Lanes(v128_t v) : v_(v) {}
    v128_t v_;
#else
    static Lanes all(float x) { return Lanes{{x, x, x, x}}; }
    static Lanes load(const float* from) { return Lanes{{from[0], from[1], from[2], from[3]}}; }
    void store(float* to) const {
        for (std::size_t i = 0; i < count; ++i) to[i] = v_[i];
    }
    [[nodiscard]] Lanes plus(Lanes o) const {
        for (std::size_t i = 0; i < count; ++i) o.v_[i] += v_[i];
        return o;
    }
    [[nodiscard]] Lanes times(Lanes o) const {
        for (std::size_t i = 0; i < count; ++i) o.v_[i] *= v_[i];
        return o;
    }
    [[nodiscard]] Lanes larger(Lanes o) const {
        for (std::size_t i = 0; i < count; ++i) o.v_[i] = o.v_[i] > v_[i] ? o.v_[i] : v_[i];
        return o;
    }
    float v_[count];
#endif
};

}  // namespace discern
