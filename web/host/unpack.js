// Unpacks the program while it comes in (LZMA, by web/unpack.c): five property bytes, four of the unpacked size, then the rest.

const headerSize = 9;

// A stream of what is packed in the stream `body`. `unpacker` is unpack.wasm, compiled; `count(bytes)` is told how much
// has come.
export function unpacked(body, unpacker, count = () => {}) {
    const reader = body.getReader();
    let input, room, memory, more, begin, size;
    let held = new Uint8Array(0);
    let loaded = 0, out = 0;

    function start() {
        const {exports} = new WebAssembly.Instance(unpacker);
        ({memory, more} = exports);
        input = exports.input();
        room = exports.room();
        new Uint8Array(memory.buffer).set(held.subarray(0, headerSize - 4), input);
        size = new DataView(held.buffer, held.byteOffset).getUint32(headerSize - 4, true);
        begin = exports.start(size);
        if (begin === 0) throw new Error('The program is packed in an unknown way.');
        held = held.subarray(headerSize);
    }

    function take(bytes, controller) {
        for (let at = 0; at < bytes.length; at += room) {
            const piece = bytes.subarray(at, at + room);
            new Uint8Array(memory.buffer).set(piece, input);
            const until = more(piece.length);
            if (until < 0) throw new Error('The program is damaged.');
            if (until > out) controller.enqueue(new Uint8Array(memory.buffer).slice(begin + out, begin + until));
            out = until;
        }
    }

    return new ReadableStream({
        // Until something has come out: a stream that gives nothing is not asked again.
        async pull(controller) {
            for (const before = out; out === before;) {
                const {done, value} = await reader.read();
                if (done) {
                    if (!memory || out !== size) throw new Error('The program is cut short.');
                    return controller.close();
                }
                count(loaded += value.length);
                if (memory) { take(value, controller); continue; }
                const joined = new Uint8Array(held.length + value.length);
                joined.set(held);
                joined.set(value, held.length);
                held = joined;
                if (held.length < headerSize) continue;
                start();
                take(held, controller);
            }
        },
        cancel(reason) { return reader.cancel(reason); },
    });
}
