// Unpacks the program, part by part while it is being downloaded: the page's own small WebAssembly, which
// web/host/unpack.js runs before there is a program. What most servers send with gzip is a third larger than this.
// Code is packed by code_model.h, all else with LZMA (scripts/site.py lays out the parts).
#include "code_model.h"

#include <LzmaDec.h>

#include <stddef.h>

enum { page_size = 1 << 16, most_probabilities = 1984 + (0x300 << 4) };
enum Part { part_lzma, part_code_begin, part_code };

static CLzmaProb probabilities[most_probabilities];
static CodeModel model;
extern unsigned char __heap_base;

static unsigned char* packed(void) { return &__heap_base; }

// Where a part of `size` packed bytes is to be written, or null if there is not the memory for it and what it becomes.
__attribute__((export_name("room"))) unsigned char* room(size_t size, size_t unpacked_size) {
    const uint64_t end = (uint64_t)(size_t)packed() + size + unpacked_size, pages = (end + page_size - 1) / page_size;
    const size_t held = __builtin_wasm_memory_size(0);
    if (pages > page_size || (pages > held && __builtin_wasm_memory_grow(0, (size_t)pages - held) == (size_t)-1)) return NULL;
    return packed();
}

// Five bytes of properties, then what lzma calls raw.
static bool unpack_lzma(size_t size, unsigned char* out, size_t unpacked_size) {
    CLzmaDec decoder;
    CLzmaProps properties;
    if (size < LZMA_PROPS_SIZE || LzmaProps_Decode(&properties, packed(), LZMA_PROPS_SIZE) != SZ_OK) return false;
    if (properties.lc + properties.lp > 4) return false;
    LzmaDec_Construct(&decoder);
    decoder.prop = properties;
    decoder.probs = probabilities;
    decoder.probs_1664 = probabilities + 1664;
    decoder.numProbs = most_probabilities;
    decoder.dic = out;
    decoder.dicBufSize = unpacked_size;
    LzmaDec_Init(&decoder);
    ELzmaStatus status;
    SizeT taken = size - LZMA_PROPS_SIZE;
    return LzmaDec_DecodeToDic(&decoder, unpacked_size, packed() + LZMA_PROPS_SIZE, &taken, LZMA_FINISH_ANY, &status) == SZ_OK &&
           decoder.dicPos == unpacked_size;
}

// What stands before the first part's steps (scripts/pack_code.c): for each kind its 256 code lengths, in bytes of two
// numbers of four bits: how often, less one, and the length.
static bool begin_code(void) {
    model_begin(&model);
    for (int kind = 0; kind < kinds; ++kind) {
        for (int at = 0; at < 256;) {
            if (model.packed == model.packed_end) return false;
            const int pair = *model.packed++;
            for (int run = (pair >> 4) + 1; run > 0 && at < 256; --run) model.shape[kind].length[at++] = (uint8_t)(pair & 15);
        }
        if (!shape_from_lengths(&model.shape[kind])) return false;
    }
    return true;
}

// Whole functions, as many as fill unpacked_size; what comes after the first part takes on from there.
static bool unpack_code(bool is_first, size_t size, unsigned char* out, size_t unpacked_size) {
    model.packed = packed();
    model.packed_end = packed() + size;
    model.out = out;
    model.out_end = out + unpacked_size;
    if (is_first && !begin_code()) return false;
    model.low = 0;
    model.high = 0xffffffff;
    for (int i = 0; i < 4; ++i) model.value = model.value << 8 | (model.packed < model.packed_end ? *model.packed++ : 0);
    if (is_first) walk_count(&model);
    while (model.out < model.out_end) {
        if (!walk_function(&model)) return false;
    }
    return !model.failed;
}

// Takes the part of a kind that was written to room(); answers where it stands unpacked, or null if it is damaged.
__attribute__((export_name("unpack"))) unsigned char* unpack(int part, size_t size, size_t unpacked_size) {
    unsigned char* out = packed() + size;
    bool good = false;
    if (part == part_lzma) good = unpack_lzma(size, out, unpacked_size);
    if (part == part_code_begin || part == part_code) good = unpack_code(part == part_code_begin, size, out, unpacked_size);
    return good ? out : NULL;
}
