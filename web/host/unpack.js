// Unpacks the program while it comes in (LZMA, by web/unpack.c): five property bytes, four of the unpacked size, then the
// rest. When all is there, its code is brought back into the form that WebAssembly has.

const headerSize = 9;

// A stream of what is packed in the stream `body`. `unpacker` is unpack.wasm, compiled; `count(bytes)` is told how much
// has come.
export function unpacked(body, unpacker, count = () => {}) {
    const reader = body.getReader();
    let input, room, memory, more, finish, size;
    let held = new Uint8Array(0);
    let loaded = 0, out = 0;

    function start() {
        const {exports} = new WebAssembly.Instance(unpacker);
        ({memory, more, finish} = exports);
        input = exports.input();
        room = exports.room();
        new Uint8Array(memory.buffer).set(held.subarray(0, headerSize - 4), input);
        size = new DataView(held.buffer, held.byteOffset).getUint32(headerSize - 4, true);
        if (exports.start(size) === 0) throw new Error('The program is packed in an unknown way.');
        held = held.subarray(headerSize);
    }

    function take(bytes) {
        for (let at = 0; at < bytes.length; at += room) {
            const piece = bytes.subarray(at, at + room);
            new Uint8Array(memory.buffer).set(piece, input);
            const until = more(piece.length);
            if (until < 0) throw new Error('The program is damaged.');
            out = until;
        }
    }

    function result() {
        if (!memory || out !== size) throw new Error('The program is cut short.');
        const begin = finish();
        if (begin === 0) throw new Error('The program is damaged.');
        return new Uint8Array(memory.buffer, begin, new DataView(memory.buffer).getUint32(begin - 4, true)).slice();
    }

    return new ReadableStream({
        async pull(controller) {
            for (;;) {
                const {done, value} = await reader.read();
                if (done) {
                    controller.enqueue(result());
                    return controller.close();
                }
                count(loaded += value.length);
                if (memory) { take(value); continue; }
                const joined = new Uint8Array(held.length + value.length);
                joined.set(held);
                joined.set(value, held.length);
                held = joined;
                if (held.length < headerSize) continue;
                start();
                take(held);
            }
        },
        cancel(reason) { return reader.cancel(reason); },
    });
}
