// How the code of a WebAssembly file is packed. LZMA knows nothing of instructions; this does, and needs a seventh less.
// Every byte of the section's body (the number of functions, then each function's size, locals and instructions) is a
// symbol of a kind: an instruction, a local's number, an offset in memory, and so on. A symbol is written as the steps of a
// prefix code of its kind, short for what is frequent, and every step, a yes or no, with an arithmetic coder: by the chance
// that four contexts together give it ("after these two instructions", "after this local"). What each context has seen
// stands in a table of hashes; how far each is trusted is learned while going along, by the error of each step (logistic
// mixing, as in M. Mahoney's PAQ). Packing and unpacking run the same code, walk_function, and so learn the same.
//
// Three steps are weighed at once: the seven chances of a tree of three steps lie beside each other in a vector.
// All is in whole numbers, or in floats that are exact, and so the same on every machine.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <wasm_simd128.h>

enum { kinds = 11, longest_code = 15, contexts = 4, context_room = 1 << 17, sides = 256, trees = 4, chances = 4096 };
enum Kind { kind_instruction, kind_local, kind_offset, kind_align, kind_i32, kind_i64, kind_call, kind_block, kind_branch,
            kind_float, kind_other };

// A prefix code. Codes of one length follow each other in the order of their symbols.
typedef struct {
    uint8_t length[256], symbol[256];
    uint16_t code[256];
    uint16_t first[longest_code + 1], count[longest_code + 1], begin[longest_code + 1];
} Shape;

// What is remembered of the instructions before.
typedef struct {
    uint32_t function;
    uint32_t op[6], whole[3];  // the last first; `whole` is a hash of it with what follows it
    uint32_t local[2], offset, call, constant;
} Past;

typedef struct {
    // The arithmetic coder: packing writes at `packed`, unpacking reads there; both up to packed_end.
    uint8_t *packed, *packed_end;
    uint32_t low, high, value;
    // The section: packing reads at `given`; both write at `out`, up to out_end.
    const uint8_t* given;
    uint8_t *out, *out_end;
    bool failed;

    uint32_t context[contexts];
    Past past;
    Shape shape[kinds];
    uint32_t met[kinds][256];  // only counted by packing, before there are shapes
    uint16_t chance[chances];  // in 1/65536, of the base-2 logarithm of the odds in 1/128, from -16
    // Which lanes were met on the way to each node below a tree, and what they should have said.
    v128_t met_lanes[16], answers[16];
    v128_t trust[kinds][sides][trees][contexts];  // in 1/8192
    // What a context has seen at the three steps of a tree: in lane 0 part of its hash, in lane 1 the first step, in 2 and 3
    // the second after either answer, in 4 to 7 the third: the chance of a yes in 13 bits, how often it was met in 3.
    v128_t memory[context_room];
} CodeModel;

#ifdef PACKING
static bool counting;
#endif

// e to the power of x, by halving: exact enough, and the same everywhere (no library has a say).
static double power_of_e(double x) {
    double sum = 1, term = 1;
    x /= 1024;
    for (int k = 1; k < 8; ++k) sum += term *= x / k;
    for (int k = 0; k < 10; ++k) sum *= sum;
    return sum;
}

static void model_begin(CodeModel* m) {
    const double ln2 = 0.69314718055994531;
    for (int i = 0; i < chances; ++i) {
        const int chance = (int)(65536 / (1 + power_of_e((chances / 2 - i) / 128.0 * ln2)));
        m->chance[i] = (uint16_t)(chance < 16 ? 16 : chance > 65519 ? 65519 : chance);  // never quite sure
    }
    for (int end = 2; end < 16; ++end) {
        for (int node = end; node > 1; node >>= 1) {
            ((uint16_t*)&m->met_lanes[end])[node >> 1] = 0xffff;
            ((uint16_t*)&m->answers[end])[node >> 1] = node & 1 ? 8191 : 0;
        }
    }
    v128_t* trust = &m->trust[0][0][0][0];
    for (size_t i = 0; i < sizeof m->trust / sizeof *trust; ++i) trust[i] = wasm_i16x8_splat(3277);  // 0.4 each
    m->low = 0;
    m->high = 0xffffffff;
}

// From the lengths of its codes; false if they are none of a prefix code.
static bool shape_from_lengths(Shape* shape) {
    unsigned code = 0, at = 0;
    for (int length = 1; length <= longest_code; ++length) {
        code <<= 1;
        shape->first[length] = (uint16_t)code;
        shape->begin[length] = (uint16_t)at;
        for (int symbol = 0; symbol < 256; ++symbol) {
            if (shape->length[symbol] != length) continue;
            shape->symbol[at++] = (uint8_t)symbol;
            shape->code[symbol] = (uint16_t)code++;
        }
        shape->count[length] = (uint16_t)(code - shape->first[length]);
        if (code > 1U << length) return false;
    }
    return true;
}

static inline uint32_t mixed(uint32_t a, uint32_t b) {
    uint32_t hash = a * 0x2545F491U + b * 0x9E3779B1U + 0x12345;
    hash ^= hash >> 14;
    hash *= 0x85EBCA6BU;
    return hash ^ hash >> 13;
}

// The logarithm of the odds, to the base of 2 and in 1/1024, of chances in 13 bits: what a float looks like as a whole
// number is nearly its logarithm.
static inline v128_t logarithm_of_odds(v128_t chance) {
    const v128_t yes = wasm_v128_or(wasm_i16x8_shl(chance, 1), wasm_i16x8_splat(1)), no = wasm_i16x8_sub(wasm_i16x8_splat(16384), yes);
    const v128_t low = wasm_i32x4_sub(wasm_f32x4_convert_i32x4(wasm_u32x4_extend_low_u16x8(yes)),
                                      wasm_f32x4_convert_i32x4(wasm_u32x4_extend_low_u16x8(no)));
    const v128_t high = wasm_i32x4_sub(wasm_f32x4_convert_i32x4(wasm_u32x4_extend_high_u16x8(yes)),
                                       wasm_f32x4_convert_i32x4(wasm_u32x4_extend_high_u16x8(no)));
    return wasm_i16x8_narrow_i32x4(wasm_i32x4_shr(low, 13), wasm_i32x4_shr(high, 13));
}

// The place in memory of a context's tree. Of the two it may stand at, the one that was met less gives way.
static inline v128_t* place_of(CodeModel* m, uint32_t hash, v128_t* held) {
    enum { half = 4096 << 3 };
    v128_t* place = &m->memory[hash >> 15];
    v128_t* other = &m->memory[hash >> 15 ^ 1];
    const uint16_t check = (uint16_t)hash;
    _Static_assert(context_room == 1 << 17, "place_of takes the 17 upper bits");
    const v128_t first = *place, second = *other;
    if (wasm_u16x8_extract_lane(first, 0) == check) {
        *held = first;
        return place;
    }
    if (wasm_u16x8_extract_lane(second, 0) == check) {
        *held = second;
        return other;
    }
    *held = wasm_u16x8_replace_lane(wasm_u16x8_splat(half), 0, check);
    return (wasm_u16x8_extract_lane(first, 1) & 7) > (wasm_u16x8_extract_lane(second, 1) & 7) ? other : place;
}

// What was held after a tree: the chances that were met move towards the answers, the less the oftener they were met.
static inline v128_t learned(v128_t held, v128_t answers, v128_t met_lanes) {
    const v128_t rates = wasm_i16x8_const(26000, 14500, 10000, 7800, 6300, 5300, 4600, 3000);  // of 32768
    const v128_t count = wasm_v128_and(held, wasm_i16x8_splat(7)), chance = wasm_u16x8_shr(held, 3);
    const v128_t bytes = wasm_i16x8_add(wasm_i16x8_mul(count, wasm_i16x8_splat(0x0202)), wasm_i16x8_splat(0x0100));
    const v128_t moved = wasm_i16x8_add(chance, wasm_i16x8_q15mulr_sat(wasm_i16x8_sub(answers, chance), wasm_i8x16_swizzle(rates, bytes)));
    const v128_t counted = wasm_i16x8_min(wasm_i16x8_add(count, wasm_i16x8_splat(1)), wasm_i16x8_splat(7));
    return wasm_v128_bitselect(wasm_v128_or(wasm_i16x8_shl(moved, 3), counted), held, met_lanes);
}

// One symbol in the contexts that were set; `side` is what chooses whom to trust.
__attribute__((noinline)) static int symbol(CodeModel* m, int kind, unsigned side) {
    if (m->out == m->out_end || m->failed) {
        m->failed = true;
        return 0;
    }
#ifdef PACKING
    const int given = *m->given++;
    if (counting) {
        ++m->met[kind][given];
        return *m->out++ = (uint8_t)given;
    }
#else
    uint32_t value = m->value;
#endif
    const Shape* shape = &m->shape[kind];
    uint32_t low = m->low, high = m->high;
    unsigned code = 0;
    int length = 0;
    for (int tree = 0;; ++tree) {
        v128_t* place[contexts];
        v128_t held[contexts], odds[contexts], sum = wasm_i16x8_splat(0);
        v128_t* trust = m->trust[kind][side & (sides - 1)][tree < trees ? tree : trees - 1];
        const uint32_t below = (code + (unsigned)length * 65536) * 0x9E3779B1U;
        for (int i = 0; i < contexts; ++i) {
            uint32_t hash = (m->context[i] + below) * 0x85EBCA6BU;
            hash ^= hash >> 15;
            place[i] = place_of(m, hash * 0x2C1B3C6DU, &held[i]);
            odds[i] = logarithm_of_odds(wasm_u16x8_shr(held[i], 3));
            sum = wasm_i16x8_add_sat(sum, wasm_i16x8_q15mulr_sat(odds[i], trust[i]));
        }
        // In 1/256 so far.
        sum = wasm_i16x8_max(wasm_i16x8_min(wasm_i16x8_shr(sum, 1), wasm_i16x8_splat(chances / 2 - 1)), wasm_i16x8_splat(1 - chances / 2));
        uint16_t at[8] __attribute__((aligned(16)));
        int16_t error[8] __attribute__((aligned(16))) = {0};
        wasm_v128_store(at, wasm_i16x8_add(sum, wasm_i16x8_splat(chances / 2)));
        int node = 1;
        bool whole = false;
        while (node < 8 && !whole) {
            if (++length > longest_code) {
                m->failed = true;
                return 0;
            }
            const uint32_t chance = m->chance[at[node]], middle = low + (high - low >> 16) * chance;
#ifdef PACKING
            const uint32_t yes = shape->code[given] >> (shape->length[given] - length) & 1;
#else
            const uint32_t yes = value <= middle;
#endif
            if (yes) high = middle; else low = middle + 1;
            while ((low ^ high) >> 24 == 0) {
#ifdef PACKING
                if (m->packed < m->packed_end) *m->packed++ = (uint8_t)(high >> 24); else m->failed = true;
#else
                value = value << 8 | (m->packed < m->packed_end ? *m->packed++ : 0);
#endif
                low <<= 8;
                high = high << 8 | 255;
            }
            error[node] = (int16_t)((int)((yes ? 65535 : 0) - chance) >> 4);
            node = node * 2 + (int)yes;
            code = code * 2 + yes;
            whole = code - shape->first[length] < shape->count[length];
        }
        const v128_t errors = wasm_v128_load(error);
        for (int i = 0; i < contexts; ++i) {
            trust[i] = wasm_i16x8_add_sat(trust[i], wasm_i16x8_q15mulr_sat(odds[i], errors));
            *place[i] = learned(held[i], m->answers[node], m->met_lanes[node]);
        }
        if (whole) break;
    }
    m->low = low;
    m->high = high;
#ifndef PACKING
    m->value = value;
#endif
    return *m->out++ = shape->symbol[shape->begin[length] + code - shape->first[length]];
}

// Sets what the next symbols stand after: up to four hashes.
#define AFTER(model, ...) set_contexts(model, sizeof((uint32_t[]){__VA_ARGS__}) / 4, (uint32_t[]){__VA_ARGS__})
static inline void set_contexts(CodeModel* m, unsigned count, const uint32_t* hashes) {
    for (unsigned i = 0; i < contexts; ++i) m->context[i] = mixed(hashes[i < count ? i : count - 1], i * 0x1234567);
}

// A number in LEB128, each further byte in the context of those before it. Its value, as far as 32 bits hold it.
static uint32_t number(CodeModel* m, int kind, unsigned side) {
    uint32_t value = 0;
    for (int at = 0; !m->failed; ++at) {
        const int byte = symbol(m, kind, at > 0 ? 250 + (unsigned)(at < 5 ? at : 5) : side);
        if (at < 5) value |= (uint32_t)(byte & 127) << at * 7;
        if (byte < 128) break;
        for (int i = 0; i < contexts; ++i) m->context[i] = mixed(m->context[i], (uint32_t)(byte + at * 256));
    }
    return value;
}

// What follows the instructions of the two prefixes: n numbers, L a lane, V sixteen bytes.
static const char* after_prefixed(int prefix, uint32_t op) {
    if (prefix == 0xfc) return op == 8 || op == 10 || op == 12 || op == 14 ? "nn" : op >= 9 && op <= 17 ? "n" : "";
    if (op <= 11 || op == 92 || op == 93) return "nn";
    if (op == 12 || op == 13) return "V";
    if (op >= 21 && op <= 34) return "L";
    return op >= 84 && op <= 91 ? "nnL" : "";
}

// The rest of an instruction of a prefix; answers a number for the whole operation.
static uint32_t prefixed(CodeModel* m, int prefix, uint32_t before) {
    const uint32_t x = (uint32_t)prefix;
    AFTER(m, x + 20, mixed(x, before));
    const uint32_t second = number(m, kind_other, 3), op = x * 256 + second;
    for (const char* follows = after_prefixed(prefix, second); *follows && !m->failed; ++follows) {
        AFTER(m, mixed(22, op), mixed(op, before));
        if (*follows == 'n') number(m, kind_other, 6);
        if (*follows == 'L') symbol(m, kind_other, 5);
        for (uint32_t at = 0; *follows == 'V' && at < 16; ++at) {
            AFTER(m, mixed(op, at));
            symbol(m, kind_other, 4);
        }
    }
    return op;
}

static void instruction(CodeModel* m) {
    Past* past = &m->past;
    const uint8_t* begin = m->out;
    const uint32_t o1 = past->op[0], o12 = mixed(o1, past->op[1]), i1 = past->whole[0], i12 = mixed(i1, past->whole[1]);
    const uint32_t i123 = mixed(i12, past->whole[2]), o123 = mixed(o12, past->op[2]);
    AFTER(m, mixed(o123, mixed(mixed(past->op[3], past->op[4]), past->op[5])), o123, i12, i1);
    const int op = symbol(m, kind_instruction, o1);
    const uint32_t x = (uint32_t)op;
    uint32_t whole_op = x;
    if (op >= 0x20 && op <= 0x22) {  // local.get, .set, .tee
        const uint32_t l1 = past->local[0];
        AFTER(m, mixed(x, mixed(l1, past->local[1])), mixed(mixed(x, past->function), o1), mixed(x, i123), mixed(mixed(x, o12), l1));
        past->local[1] = l1;
        past->local[0] = number(m, kind_local, o1);
    } else if (op >= 0x28 && op <= 0x3e) {  // loads and stores
        AFTER(m, x, mixed(x, o1), mixed(x, i1));
        number(m, kind_align, x);
        AFTER(m, mixed(x, past->offset), mixed(x, i123), mixed(x, mixed(past->local[0], past->function)), mixed(x, o12));
        past->offset = number(m, kind_offset, x);
    } else if (op == 0x41 || op == 0x42) {  // i32.const, i64.const
        AFTER(m, mixed(x, i1), mixed(x, i12), mixed(x, i123), mixed(x, past->constant));
        past->constant = number(m, op == 0x41 ? kind_i32 : kind_i64, o1);
    } else if (op == 0x10) {  // call
        AFTER(m, i1, o12, i123, mixed(50, past->call));
        past->call = number(m, kind_call, 0);
    } else if (op >= 2 && op <= 4) {  // block, loop, if
        AFTER(m, x, mixed(x, o1), i12);
        number(m, kind_block, x);
    } else if (op == 0xc || op == 0xd) {  // br, br_if
        AFTER(m, x, mixed(x, o1), mixed(x, i1), mixed(x, i12));
        number(m, kind_branch, x);
    } else if (op == 0xe) {  // br_table
        AFTER(m, 40, i1);
        uint32_t before = 0, left = number(m, kind_other, 7);
        do {
            AFTER(m, mixed(42, before), 43);
            before = number(m, kind_other, 8);
        } while (left-- > 0 && !m->failed);
    } else if (op == 0x11) {  // call_indirect
        AFTER(m, 55, i1);
        number(m, kind_other, 9);
        number(m, kind_other, 10);
    } else if (op == 0x23 || op == 0x24) {  // global.get, .set
        AFTER(m, x, mixed(x, i1));
        number(m, kind_other, 11);
    } else if (op == 0x43 || op == 0x44) {  // f32.const, f64.const
        uint32_t before = 0;
        for (uint32_t at = 0; at < (op == 0x43 ? 4 : 8); ++at) {
            AFTER(m, mixed(x, before), at + x * 8, mixed(mixed(i1, before), at));
            before = mixed(before, (uint32_t)symbol(m, kind_float, at) + 1);
        }
    } else if (op == 0x3f || op == 0x40) {  // memory.size, .grow
        AFTER(m, x);
        symbol(m, kind_other, 12);
    } else if (op == 0xfc || op == 0xfd) {
        whole_op = prefixed(m, op, o1);
    }
    uint32_t all = 0;
    for (const uint8_t* at = begin; at < m->out; ++at) all = all * 257 + *at + 1;
    memmove(past->op + 1, past->op, 5 * sizeof *past->op);
    past->op[0] = whole_op;
    past->whole[2] = past->whole[1];
    past->whole[1] = i1;
    past->whole[0] = mixed(whole_op, all);
}

// Packs or unpacks how many functions there are.
static uint32_t walk_count(CodeModel* m) {
    AFTER(m, 61);
    return number(m, kind_other, 14);
}

// Packs or unpacks one function. False when it went wrong.
static bool walk_function(CodeModel* m) {
    m->past = (Past){.function = m->past.function + 1};
    AFTER(m, 60);
    const uint32_t size = number(m, kind_other, 13);
    const uint8_t* begin = m->out;
    if (size > (size_t)(m->out_end - m->out)) m->failed = true;
    AFTER(m, 1);
    for (uint32_t left = number(m, kind_other, 0), at = 0; left > 0 && !m->failed; --left, ++at) {
        AFTER(m, 4, mixed(5, at), mixed(6, left));
        number(m, kind_other, 1);
        AFTER(m, 7, mixed(8, at), mixed(9, left));
        symbol(m, kind_other, 2);
    }
    while (!m->failed && (size_t)(m->out - begin) < size) instruction(m);
    return !m->failed && (size_t)(m->out - begin) == size;
}
