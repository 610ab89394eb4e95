// Unpacks the program (LZMA) while it is still being downloaded: the page's own small WebAssembly, which web/host/unpack.js
// runs before there is a program. What most servers send with gzip is a quarter larger than this.
#include <LzmaDec.h>

#include <stddef.h>

enum { room = 1 << 16, page_size = 1 << 16, most_probabilities = 1984 + (0x300 << 4) };

static CLzmaDec decoder;
static CLzmaProb probabilities[most_probabilities];
static unsigned char packed[room];
extern unsigned char __heap_base;

// Where packed bytes are to be written, and how many at once.
__attribute__((export_name("input"))) unsigned char* input(void) { return packed; }
__attribute__((export_name("room"))) size_t packed_room(void) { return room; }

// Of what lies at input(): the five property bytes of LZMA. `size` is what will come out. Answers where it will stand, or
// null if these are no such properties or there is not the memory.
__attribute__((export_name("start"))) unsigned char* start(size_t size) {
    CLzmaProps properties;
    if (LzmaProps_Decode(&properties, packed, LZMA_PROPS_SIZE) != SZ_OK || properties.lc + properties.lp > 4) return NULL;
    const size_t end = (size_t)&__heap_base + size;
    const size_t pages = (end + page_size - 1) / page_size, held = __builtin_wasm_memory_size(0);
    if (pages > held && __builtin_wasm_memory_grow(0, pages - held) == (size_t)-1) return NULL;
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
