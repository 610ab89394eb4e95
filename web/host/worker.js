// A second instance of the program, which only runs jobs. It gets the compiled module from the page, and this function as
// text: a worker that is started long after loading asks the server for nothing. So it uses nothing around it.

export function work(createApp, Memory) {
    let app = null;
    let memory = null;
    let job = 0;
    let begunAt = 0;
    let restedAt = 0;
    let toldAt = 0;
    let inPieces = false;
    let goOn = () => {};
    const progressMs = 300;  // telling more often would cost the page more than the job gains by it
    const settlingMs = 160;  // of a job, in which the browser compiles in threads of its own what turns out to be used: others get no turn
    const restMs = 24;  // in which a page on two processors draws what it was told
    const longRestMs = 40;  // the same while the other worker is what is waited for
    const partRestMs = 2;  // in which a page takes in a part: many at once would be one long task for it

    // Stops this thread. Memory that can be waited at needs no isolated page as long as nobody is given it.
    let waitingPlace = null;
    try {
        waitingPlace = new Int32Array(new WebAssembly.Memory({initial: 1, maximum: 1, shared: true}).buffer);
    } catch {
        // then it does not rest
    }
    const rest = (ms) => { if (waitingPlace) Atomics.wait(waitingPlace, 0, 0, ms); };

    const host = new Proxy({
        epoch_seconds: () => Date.now() / 1000,
        job_progress(stage, size, bytesDone, bytesTotal, rowsDone) {
            const now = performance.now();
            if (now - begunAt < settlingMs && now - restedAt > 5) {
                rest(1);
                restedAt = performance.now();
            }
            if (now - toldAt < progressMs) return;
            toldAt = now;
            postMessage({kind: 'progress', job, stage: memory.text(stage, size), bytesDone, bytesTotal, rowsDone});
            rest(inPieces ? longRestMs : restMs);
        },
        job_first(pointer, size) {
            const bytes = memory.bytes(pointer, size);
            postMessage({kind: 'first', job, bytes: bytes.buffer}, [bytes.buffer]);
        },
    }, {
        get: (target, name) => target[name] ?? (() => { throw new Error(`A job asked for the page's ${String(name)}.`); }),
        has: () => true,
    });

    // Straight from the file into the program's memory: it is never held twice. A hole is left out of it.
    async function takeIn({name, bytes, file}, hole = null) {
        const size = (file ? file.size : bytes.length) - (hole ? hole.size : 0);
        const place = memory.with([name], (pointer, length) => app._job_input(pointer, length, size));
        if (place === 0) throw new RangeError('too large');
        if (!file) return memory.write(place, bytes);
        let at = 0;
        for (const part of hole ? [file.slice(0, hole.at), file.slice(hole.at + hole.size)] : [file]) {
            const reader = part.stream().getReader();
            for (;;) {
                const {done, value} = await reader.read();
                if (done) break;
                if (at + value.length > size) throw new Error('The file changed.');
                memory.write(place + at, value);
                at += value.length;
                host.job_progress(0, 0, at, size, 0);
            }
        }
        if (hole) app._job_hole(hole.at, hole.size);
    }

    // The packed messages of an archive: most of it by far. The program checks all that is said here.
    async function packedMessages(file) {
        const tail = new DataView(await file.slice(Math.max(0, file.size - 65557)).arrayBuffer());
        let end = tail.byteLength - 22;
        while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) --end;
        if (end < 0) return null;
        const directory = new DataView(await file.slice(tail.getUint32(end + 16, true), tail.getUint32(end + 16, true) + tail.getUint32(end + 12, true)).arrayBuffer());
        for (let at = 0, left = tail.getUint16(end + 10, true); left > 0 && at + 46 <= directory.byteLength; --left) {
            if (directory.getUint32(at, true) !== 0x02014b50) return null;
            const nameSize = directory.getUint16(at + 28, true);
            const name = memory.decoder.decode(new Uint8Array(directory.buffer, at + 46, nameSize));
            const size = directory.getUint32(at + 20, true);
            const headerAt = directory.getUint32(at + 42, true);
            if (/(^|[/])messages[^/]*[.]csv$/i.test(name) && directory.getUint16(at + 10, true) === 8 && size > 2 ** 20) {
                const header = new DataView(await file.slice(headerAt, headerAt + 30).arrayBuffer());
                if (header.byteLength < 30) return null;
                return {at: headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true), size};
            }
            at += 46 + nameSize + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
        }
        return null;
    }

    // Two hands are quicker than one: while the browser unpacks the messages in a worker of its own, the program reads the
    // rest of the archive, and then each piece as it comes. False when that cannot be; nothing has happened then.
    async function runInPieces(name, input, unpacker) {
        if (!unpacker || !input.file || input.file.size < 2 ** 22 || typeof DecompressionStream === 'undefined') return false;
        const hole = await packedMessages(input.file).catch(() => null);
        if (!hole) return false;
        const waiting = [];
        let eaten = 0;
        let begun = false;
        let settle = null;
        const done = new Promise((resolve) => { settle = resolve; });
        const take = (data) => {
            if (data === null || data.error !== undefined) return settle(data === null);
            memory.write(app._job_room(data.length), data);
            if (app._job_feed(data.length) !== 1) return settle(false);
            eaten += data.length;
            if (eaten < 2 ** 20) return;
            unpacker.postMessage({room: eaten});
            eaten = 0;
        };
        unpacker.onmessage = ({data}) => { begun ? take(data) : waiting.push(data); };
        unpacker.postMessage({blob: input.file.slice(hole.at, hole.at + hole.size), room: 3 * 2 ** 23});
        await takeIn(input, hole);
        if (memory.with([name], (pointer, size) => app._job_begin(pointer, size)) !== 1) return false;
        await new Promise((resolve) => {
            goOn = resolve;
            postMessage({kind: 'begun', job});
        });
        begun = inPieces = true;
        toldAt = performance.now();  // nothing new is to be told while everybody begins
        for (const data of waiting.splice(0)) take(data);
        const whole = await done;
        inPieces = false;
        return whole && app._job_finish() === 1;
    }

    // Blobs that stand one behind the other, each with its length in its head (src/workspace/save_binary.hpp), go as parts
    // of whole blobs: copying one of them holds nobody up.
    function answer(ok, inParts) {
        const at = app._job_answer_data();
        const size = app._job_answer_size();
        let begin = 0;
        for (let end = 0; ok && inParts && end + 24 <= size;) {
            end += 24 + new DataView(app.HEAPU8.buffer, at + end + 8, 4).getUint32(0, true);
            if (end >= size) break;
            if (end - begin < 2 ** 18) continue;
            const part = memory.bytes(at + begin, end - begin);
            postMessage({kind: 'part', job, bytes: part.buffer}, [part.buffer]);
            rest(partRestMs);
            begin = end;
        }
        const bytes = memory.bytes(at + begin, size - begin);
        const requests = performance.getEntriesByType('resource').filter((entry) => /^https?:/.test(entry.name)).length;
        performance.clearResourceTimings();
        postMessage({kind: 'done', job, ok, bytes: bytes.buffer, memory: app.HEAPU8.length, requests}, [bytes.buffer]);
    }

    async function run({job: number, name, files, unpacker}) {
        job = number;
        inPieces = false;
        begunAt = performance.now();
        try {
            if (files.length === 1 && await runInPieces(name, files[0], unpacker)) return answer(true, true);
            for (const file of files) {
                try {
                    await takeIn(file);
                } catch (error) {
                    if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) throw error;
                    return postMessage({kind: 'crashed', job, what: `${file.name} could not be read.`, mend: 'If it has been moved or changed since, drop it again.'});
                }
            }
            answer(memory.with([name], (pointer, size) => app._job_run(pointer, size)) === 1, name === 'import');
        } catch (error) {
            const memoryRanOut = error instanceof RangeError || /memory|allocat|abort/i.test(String(error));
            postMessage({
                kind: 'crashed', job,
                what: memoryRanOut ? 'This browser has not enough memory for these files.' : 'The work stopped unexpectedly.',
                mend: memoryRanOut ? 'Close other tabs, or drop fewer files at once.' : 'Try again; nothing was changed.',
            });
        }
    }

    // The other worker's whole work: unpacks what it is given and hands it on, never more than there is room for.
    function unpack(port) {
        let room = 0;
        let wake = null;
        port.onmessage = async ({data}) => {
            room += data.room;
            wake?.();
            if (!data.blob) return;
            try {
                const reader = data.blob.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
                for (;;) {
                    const {done, value} = await reader.read();
                    if (done) break;
                    while (room <= 0) await new Promise((resolve) => { wake = resolve; });
                    room -= value.length;
                    port.postMessage(value, [value.buffer]);
                }
                port.postMessage(null);
                close();  // at the end of the job everybody is at work
            } catch (error) {
                port.postMessage({error: String(error)});
            }
        };
    }

    globalThis.onmessage = async ({data}) => {
        if (data.kind === 'unpack') {
            unpack(data.port);
        } else if (data.kind === 'module') {
            app = await createApp({
                host,
                instantiateWasm(imports, ready) {
                    WebAssembly.instantiate(data.module, imports).then((instance) => ready(instance, data.module));
                    return {};
                },
            });
            memory = new Memory(app);
            postMessage({kind: 'ready'});
        } else if (data.kind === 'shown') {
            goOn();
        } else if (data.kind === 'run') {
            while (!app) await new Promise((resolve) => setTimeout(resolve, 5));
            await run(data);
        }
    };
}

// The whole script of a worker.
export const workerScript = (createApp, Memory) => `(${work})(${createApp}, ${Memory});`;
