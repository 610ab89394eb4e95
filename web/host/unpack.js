// Unpacks the program while it comes in, by web/unpack.c: four bytes of the unpacked size, then parts, each with its kind
// (one byte), packed and unpacked size (four each, little endian), and its bytes. scripts/site.py lays them out.

const sizeBytes = 4, headBytes = 9;

// A stream of what is packed in the stream `body`. `unpacker` is unpack.wasm, compiled; `count(bytes)` is told how much
// has come.
export function unpacked(body, unpacker, count = () => {}) {
    const reader = body.getReader();
    const {memory, room, unpack} = new WebAssembly.Instance(unpacker).exports;
    let piece = new Uint8Array(0);  // has come, is not yet taken
    let loaded = 0, out = 0, size;

    // Gives the next `length` bytes to put(bytes, offset), as they come.
    async function take(length, put) {
        for (let at = 0; at < length;) {
            if (piece.length === 0) {
                const {done, value} = await reader.read();
                if (done) throw new Error('The program is cut short.');
                count(loaded += value.length);
                piece = value;
            }
            const bytes = piece.subarray(0, length - at);
            put(bytes, at);
            piece = piece.subarray(bytes.length);
            at += bytes.length;
        }
    }

    async function head(length) {
        const bytes = new Uint8Array(length);
        await take(length, (some, at) => bytes.set(some, at));
        return new DataView(bytes.buffer);
    }

    return new ReadableStream({
        async pull(controller) {
            size ??= (await head(sizeBytes)).getUint32(0, true);
            if (out === size) return controller.close();
            const part = await head(headBytes);
            const packedSize = part.getUint32(1, true), unpackedSize = part.getUint32(5, true);
            if (unpackedSize > size - out) throw new Error('The program is damaged.');
            const place = room(packedSize, unpackedSize);
            if (place === 0) throw new Error('There is not enough memory for the program.');
            await take(packedSize, (bytes, at) => new Uint8Array(memory.buffer).set(bytes, place + at));
            const begin = unpack(part.getUint8(0), packedSize, unpackedSize);
            if (begin === 0) throw new Error('The program is damaged.');
            controller.enqueue(new Uint8Array(memory.buffer, begin, unpackedSize).slice());
            out += unpackedSize;
        },
        cancel(reason) { return reader.cancel(reason); },
    });
}
