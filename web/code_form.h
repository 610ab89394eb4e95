// The code of a WebAssembly file in a form that LZMA packs to a fifteenth less (scripts/code_form.py makes it):
// - the sizes of functions are left out: a function ends where its first block does
// - a local is named by how many others were used since it was used, so that like code with other locals looks alike; the
//   first of these have an instruction of one byte to get them; those never used come last, in the order of their numbers
// - the alignment of a load or store is left out where it is the natural one, the type of a block where it has none
// - numbers begin with their upper bits, which are alike more often than the lower
// Locals' declarations stand apart, before all instructions.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Bytes that are no instructions of what the compiler makes.
enum { code_block = 6, code_loop = 7, code_if = 8, code_aligned = 9, code_local_first = 0xfb, code_local_count = 48, most_locals = 1 << 16 };

typedef struct {
    const uint8_t *at, *end;
} Reader;

typedef struct {
    Reader declared, code;
    uint8_t *out, *out_end;
    bool failed;
    uint32_t used[most_locals], used_count;  // locals, the last used first
} CodeForm;

static uint32_t byte_of(CodeForm* form, Reader* reader) {
    if (reader->at < reader->end) return *reader->at++;
    form->failed = true;
    return 0;
}

static void put(CodeForm* form, uint32_t byte) {
    if (form->out < form->out_end) *form->out++ = (uint8_t)byte;
    else form->failed = true;
}

static void put_number(CodeForm* form, uint32_t value) {
    for (; value > 127; value >>= 7) put(form, value | 128);
    put(form, value);
}

static uint32_t number(CodeForm* form, Reader* reader) {
    uint32_t value = 0, byte = 128;
    for (int shift = 0; byte > 127 && !form->failed; shift += 7) {
        byte = byte_of(form, reader);
        if (shift < 32) value |= (byte & 127) << shift;
    }
    return value;
}

static uint32_t copy_number(CodeForm* form, Reader* reader) {
    const uint8_t* begin = reader->at;
    const uint32_t value = number(form, reader);
    while (begin < reader->at) put(form, *begin++);
    return value;
}

// A number that begins with its upper bits.
static void turn_number(CodeForm* form) {
    uint8_t bits[10];
    int count = 0;
    uint32_t byte;
    do {
        byte = byte_of(form, &form->code);
        bits[count++] = (uint8_t)(byte & 127);
    } while (byte > 127 && count < 10 && !form->failed);
    while (count-- > 0) put(form, bits[count] | (count > 0 ? 128U : 0U));
}

static void copy(CodeForm* form, uint32_t count) {
    while (count-- > 0 && !form->failed) put(form, byte_of(form, &form->code));
}

static void local(CodeForm* form, uint32_t instruction, uint32_t rank) {
    uint32_t found = rank, at = rank;
    if (rank < form->used_count) {
        found = form->used[rank];
    } else {
        // The one of those never used: its number grows by each used one below it.
        const uint32_t unused = rank - form->used_count;
        found = unused;
        for (uint32_t before = UINT32_MAX; before != found;) {
            before = found;
            uint32_t below = 0;
            for (uint32_t i = 0; i < form->used_count; ++i) below += form->used[i] <= found;
            found = unused + below;
        }
        at = form->used_count;
        if (form->used_count == most_locals) form->failed = true;
        else ++form->used_count;
    }
    if (form->failed) return;
    memmove(form->used + 1, form->used, at * sizeof *form->used);
    form->used[0] = found;
    put(form, instruction);
    put_number(form, found);
}

static uint32_t natural_alignment(uint32_t instruction) {
    // From i32.load, 0x28, to i64.store32, 0x3e: the logarithm of the bytes to the base of 2.
    static const uint8_t of[] = {2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2};
    return of[instruction - 0x28];
}

// What follows the instructions of the two prefixes: n numbers, L a lane, V sixteen bytes.
static const char* after_prefixed(uint32_t prefix, uint32_t op) {
    if (prefix == 0xfc) return op == 8 || op == 10 || op == 12 || op == 14 ? "nn" : op >= 9 && op <= 17 ? "n" : "";
    if (op <= 11 || op == 92 || op == 93) return "nn";
    if (op == 12 || op == 13) return "V";
    if (op >= 21 && op <= 34) return "L";
    return op >= 84 && op <= 91 ? "nnL" : "";
}

// One instruction; answers by how much the blocks are deeper after it.
static int instruction(CodeForm* form) {
    uint32_t op = byte_of(form, &form->code);
    if (op > code_local_first - code_local_count && op <= code_local_first) {
        local(form, 0x20, code_local_first - op);
        return 0;
    }
    if (op >= code_block && op <= code_if) {
        put(form, op - code_block + 2);
        put(form, 0x40);
        return 1;
    }
    if (op >= 0x20 && op <= 0x22) {
        local(form, op, number(form, &form->code));
        return 0;
    }
    const bool aligned = op == code_aligned;
    if (aligned) op = byte_of(form, &form->code);
    put(form, op);
    if (op >= 0x28 && op <= 0x3e) {
        put(form, aligned ? byte_of(form, &form->code) : natural_alignment(op));
        turn_number(form);
    } else if (op == 0x41 || op == 0x42 || op == 0x10) {
        turn_number(form);
    } else if (op == 0x43 || op == 0x44) {
        copy(form, op == 0x43 ? 4 : 8);
    } else if (op >= 2 && op <= 4) {
        copy_number(form, &form->code);
        return 1;
    } else if (op == 0xc || op == 0xd || op == 0x23 || op == 0x24) {
        copy_number(form, &form->code);
    } else if (op == 0xe) {
        for (uint32_t left = copy_number(form, &form->code) + 1; left > 0 && !form->failed; --left) copy_number(form, &form->code);
    } else if (op == 0x11) {
        copy_number(form, &form->code);
        copy_number(form, &form->code);
    } else if (op == 0x3f || op == 0x40) {
        copy(form, 1);
    } else if (op == 0xfc || op == 0xfd) {
        const uint32_t second = copy_number(form, &form->code);
        for (const char* follows = after_prefixed(op, second); *follows; ++follows) {
            if (*follows == 'n') copy_number(form, &form->code);
            else copy(form, *follows == 'L' ? 1 : 16);
        }
    }
    return op == 0xb ? -1 : 0;
}

// Writes a function as WebAssembly has it: its size, its locals, its instructions.
static void function(CodeForm* form) {
    enum { most_of_size = 5 };
    uint8_t* begin = form->out;
    if (form->out_end - form->out < most_of_size) {
        form->failed = true;
        return;
    }
    form->out += most_of_size;
    for (uint32_t left = copy_number(form, &form->declared); left > 0 && !form->failed; --left) {
        copy_number(form, &form->declared);
        put(form, byte_of(form, &form->declared));
    }
    form->used_count = 0;
    for (int depth = 0; depth >= 0 && !form->failed;) depth += instruction(form);
    const size_t size = (size_t)(form->out - begin) - most_of_size;
    form->out = begin;
    put_number(form, (uint32_t)size);
    memmove(form->out, begin + most_of_size, size);
    form->out += size;
}
