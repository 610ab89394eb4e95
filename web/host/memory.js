// Bytes and text across the border to WebAssembly. No view of its memory is kept: it moves when it grows.

const decoder = new TextDecoder();
const encoder = new TextEncoder();

// The worker gets this class as text (jobs.js), so it uses nothing around it.
export class Memory {
    decoder = new TextDecoder();
    encoder = new TextEncoder();

    constructor(app) {
        this.app = app;
    }

    text(pointer, size) {
        return this.decoder.decode(this.app.HEAPU8.subarray(pointer, pointer + size));
    }

    // A copy that outlives the call.
    bytes(pointer, size) {
        return this.app.HEAPU8.slice(pointer, pointer + size);
    }

    write(pointer, bytes) {
        this.app.HEAPU8.set(bytes, pointer);
    }

    // Calls `use(pointer, size, pointer, size, ...)` with copies of texts or byte arrays, freed afterwards.
    with(values, use) {
        const pointers = [];
        try {
            const places = values.flatMap((value) => {
                const bytes = typeof value === 'string' ? this.encoder.encode(value) : value;
                const pointer = this.app._malloc(bytes.length || 1);
                pointers.push(pointer);
                this.app.HEAPU8.set(bytes, pointer);
                return [pointer, bytes.length];
            });
            return use(...places);
        } finally {
            for (const pointer of pointers) this.app._free(pointer);
        }
    }
}

// Lists of byte strings, as src/platform/pack.hpp has them.
export function pack(parts) {
    const list = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
    const packed = new Uint8Array(list.reduce((size, part) => size + 4 + part.length, 0));
    const view = new DataView(packed.buffer);
    let at = 0;
    for (const part of list) {
        view.setUint32(at, part.length, true);
        packed.set(part, at + 4);
        at += 4 + part.length;
    }
    return packed;
}

export function unpack(packed) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const parts = [];
    for (let at = 0; at + 4 <= packed.length;) {
        const size = view.getUint32(at, true);
        parts.push(packed.subarray(at + 4, at + 4 + size));
        at += 4 + size;
    }
    return parts;
}

export const textFrom = (bytes) => decoder.decode(bytes);
