// Unpacks the program (LZMA) while it is still being downloaded, and then brings its code back into the form that
// WebAssembly has (code_form.h): the page's own small WebAssembly, which web/host/unpack.js runs before there is a program.
// What most servers send with gzip is a third larger than this.
#include "code_form.h"

#include <LzmaDec.h>

#include <stddef.h>

enum { room = 1 << 16, page_size = 1 << 16, most_probabilities = 1984 + (0x300 << 4) };

static CLzmaDec decoder;
static CLzmaProb probabilities[most_probabilities];
static unsigned char packed[room];
static CodeForm form;
extern unsigned char __heap_base;

// Where packed bytes are to be written, and how many at once.
__attribute__((export_name("input"))) unsigned char* input(void) { return packed; }
__attribute__((export_name("room"))) size_t packed_room(void) { return room; }

static bool has_memory(size_t size) {
    const uint64_t end = (uint64_t)(size_t)&__heap_base + size, pages = (end + page_size - 1) / page_size;
    const size_t held = __builtin_wasm_memory_size(0);
    return pages <= held || (pages <= page_size && __builtin_wasm_memory_grow(0, (size_t)pages - held) != (size_t)-1);
}

// Of what lies at input(): the five property bytes of LZMA. `size` is what will come out. Answers where it will stand, or
// null if these are no such properties or there is not the memory.
__attribute__((export_name("start"))) unsigned char* start(size_t size) {
    CLzmaProps properties;
    if (LzmaProps_Decode(&properties, packed, LZMA_PROPS_SIZE) != SZ_OK || properties.lc + properties.lp > 4) return NULL;
    if (!has_memory(size)) return NULL;
    LzmaDec_Construct(&decoder);
    decoder.prop = properties;
    decoder.probs = probabilities;
    decoder.probs_1664 = probabilities + 1664;
    decoder.numProbs = most_probabilities;
    decoder.dic = &__heap_base;
    decoder.dicBufSize = size;
    LzmaDec_Init(&decoder);
    return decoder.dic;
}

// Takes the first `size` bytes at input(); answers how many bytes have come out in all, or -1 if they are damaged.
__attribute__((export_name("more"))) ptrdiff_t more(size_t size) {
    ELzmaStatus status;
    SizeT taken = size;
    const SRes result = LzmaDec_DecodeToDic(&decoder, decoder.dicBufSize, packed, &taken, LZMA_FINISH_ANY, &status);
    return result == SZ_OK && (taken == size || decoder.dicPos == decoder.dicBufSize) ? (ptrdiff_t)decoder.dicPos : -1;
}

static size_t little_endian(const unsigned char* at) { return at[0] | at[1] << 8 | at[2] << 16 | (size_t)at[3] << 24; }

static void copy_all(const unsigned char* from, size_t size) {
    if (size > (size_t)(form.out_end - form.out)) form.failed = true;
    if (form.failed) return;
    memcpy(form.out, from, size);
    form.out += size;
}

// When all has come out: what it becomes (scripts/code_form.py says how it is laid out). Answers where that stands, its
// length in the four bytes before it, or null if it is damaged or there is not the memory.
__attribute__((export_name("finish"))) unsigned char* finish(void) {
    enum { lengths = 5, head = lengths * 4 };
    const unsigned char* at = decoder.dic;
    if (decoder.dicPos != decoder.dicBufSize || decoder.dicPos < head) return NULL;
    uint64_t sum = head;
    size_t length[lengths];
    for (int i = 0; i < lengths; ++i) {
        length[i] = little_endian(at + 4 * i);
        if (i < lengths - 1) sum += length[i];
    }
    const size_t whole = length[lengths - 1];
    if (sum != decoder.dicPos || whole > UINT32_MAX / 2 || !has_memory(decoder.dicPos + 4 + whole)) return NULL;
    unsigned char* result = decoder.dic + decoder.dicPos + 4;
    at += head;
    form.failed = false;
    form.out = result;
    form.out_end = result + whole;
    copy_all(at, length[0]);
    form.declared = (Reader){at + length[0], at + length[0] + length[1]};
    form.code = (Reader){form.declared.end, form.declared.end + length[2]};
    for (uint32_t left = number(&form, &form.declared); left > 0 && !form.failed; --left) function(&form);
    copy_all(form.code.end, length[3]);
    if (form.failed || form.out != form.out_end || form.code.at != form.code.end || form.declared.at != form.declared.end) return NULL;
    memcpy(result - 4, &whole, 4);
    return result;
}
