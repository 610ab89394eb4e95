// Packs the code of a WebAssembly file (web/code_model.h) for scripts/site.py:
//     node pack_code.js CODE PARTS
// CODE is the body of the section. PARTS becomes what web/host/unpack.js reads: for each part its kind, its packed and its
// unpacked size, and the bytes.
#define PACKING
#include "../web/code_model.h"

#include <stdio.h>
#include <stdlib.h>

enum { part_code_begin = 1, part_code = 2, head_size = 9, part_size = 1 << 17 };

static CodeModel model;

static uint8_t* content_of(const char* path, size_t* size) {
    FILE* file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) return NULL;
    *size = (size_t)ftell(file);
    rewind(file);
    uint8_t* bytes = malloc(*size + 1);
    if (bytes && fread(bytes, 1, *size, file) != *size) bytes = NULL;
    fclose(file);
    return bytes;
}

// Huffman's, by joining the two rarest again and again; counts are halved until no code is too long.
static void lengths_from_counts(Shape* shape, uint32_t* met) {
    for (bool fits = false; !fits;) {
        uint64_t weight[512];
        int above[512], symbols = 0, count = 256;
        bool open[512] = {false};
        for (int i = 0; i < 256; ++i) {
            weight[i] = met[i];
            open[i] = met[i] > 0;
            symbols += open[i];
        }
        for (int joined = 1; joined < symbols; ++joined) {
            int least[2];
            for (int k = 0; k < 2; ++k) {
                least[k] = -1;
                for (int i = 0; i < count; ++i) {
                    if (open[i] && (least[k] < 0 || weight[i] < weight[least[k]])) least[k] = i;
                }
                open[least[k]] = false;
                above[least[k]] = count;
            }
            weight[count] = weight[least[0]] + weight[least[1]];
            open[count++] = true;
        }
        fits = true;
        for (int i = 0; i < 256; ++i) {
            int length = 0;
            for (int at = i; met[i] > 0 && at != count - 1; at = above[at]) ++length;
            if (met[i] > 0 && symbols == 1) length = 1;
            if (length > longest_code) fits = false;
            shape->length[i] = (uint8_t)length;
        }
        for (int i = 0; i < 256; ++i) met[i] = met[i] > 0 ? met[i] / 2 + 1 : 0;
    }
}

static void begin_walk(const uint8_t* code, size_t size, uint8_t* out) {
    model.past = (Past){0};
    model.given = code;
    model.out = out;
    model.out_end = out + size;
    model.failed = false;
}

static void write_shapes(void) {
    for (int kind = 0; kind < kinds; ++kind) {
        for (int at = 0, run; at < 256; at += run) {
            const uint8_t length = model.shape[kind].length[at];
            for (run = 1; run < 16 && at + run < 256 && model.shape[kind].length[at + run] == length; ++run) {}
            *model.packed++ = (uint8_t)(length | (run - 1) << 4);
        }
    }
}

static void write_number(uint8_t* at, size_t value) {
    for (int i = 0; i < 4; ++i) at[i] = (uint8_t)(value >> i * 8);
}

// Whole functions up to part_size; the coder begins anew, what was learned stays.
static bool write_part(bool is_first) {
    uint8_t* head = model.packed;
    const uint8_t* begin = model.out;
    model.packed += head_size;
    if (is_first) write_shapes();
    model.low = 0;
    model.high = 0xffffffff;
    if (is_first) walk_count(&model);
    while (model.out < model.out_end && model.out - begin < part_size) {
        if (!walk_function(&model)) return false;
    }
    for (int i = 0; i < 4; ++i, model.high <<= 8) *model.packed++ = (uint8_t)(model.high >> 24);
    head[0] = is_first ? part_code_begin : part_code;
    write_number(head + 1, (size_t)(model.packed - head) - head_size);
    write_number(head + 5, (size_t)(model.out - begin));
    return !model.failed;
}

int main(int count, char** arguments) {
    size_t size = 0;
    uint8_t* code = count == 3 ? content_of(arguments[1], &size) : NULL;
    if (!code) return fprintf(stderr, "pack_code: no code\n"), 1;
    const size_t room = size * 2 + kinds * 256 + 65536;
    uint8_t *out = malloc(size + 1), *packed = malloc(room);
    if (!out || !packed) return fprintf(stderr, "pack_code: no memory\n"), 1;

    counting = true;  // first only how frequent each symbol is
    begin_walk(code, size, out);
    const uint32_t functions = walk_count(&model);
    for (uint32_t i = 0; i < functions; ++i) {
        if (!walk_function(&model)) return fprintf(stderr, "pack_code: function %u is not understood\n", i), 1;
    }
    if (model.out != model.out_end) return fprintf(stderr, "pack_code: more than functions\n"), 1;
    counting = false;
    for (int kind = 0; kind < kinds; ++kind) {
        lengths_from_counts(&model.shape[kind], model.met[kind]);
        if (!shape_from_lengths(&model.shape[kind])) return fprintf(stderr, "pack_code: no code for kind %d\n", kind), 1;
    }
    model_begin(&model);
    begin_walk(code, size, out);
    model.packed = packed;
    model.packed_end = packed + room;
    do {
        if (!write_part(model.out == out)) return fprintf(stderr, "pack_code: it does not fit\n"), 1;
    } while (model.out < model.out_end);
    FILE* file = fopen(arguments[2], "wb");
    const size_t packed_size = (size_t)(model.packed - packed);
    if (!file || fwrite(packed, 1, packed_size, file) != packed_size || fclose(file) != 0) {
        return fprintf(stderr, "pack_code: cannot write %s\n", arguments[2]), 1;
    }
    return 0;
}
