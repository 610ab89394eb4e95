// A second instance of the program, which only runs jobs. It gets the compiled module from the page, and this function as
// text: a worker that is started long after loading asks the server for nothing. So it uses nothing around it.

export function work(createApp, Memory) {
    let app = null;
    let memory = null;
    let job = 0;
    let toldAt = 0;

    const host = new Proxy({
        epoch_seconds: () => Date.now() / 1000,
        job_progress(stage, size, bytesDone, bytesTotal, rowsDone) {
            const now = performance.now();
            if (now - toldAt < 100) return;
            toldAt = now;
            postMessage({kind: 'progress', job, stage: memory.text(stage, size), bytesDone, bytesTotal, rowsDone});
        },
    }, {
        get: (target, name) => target[name] ?? (() => { throw new Error(`A job asked for the page's ${String(name)}.`); }),
        has: () => true,
    });

    // Straight from the file into the program's memory: it is never held twice.
    async function takeIn({name, bytes, file}) {
        const size = file ? file.size : bytes.length;
        const place = memory.with([name], (pointer, length) => app._job_input(pointer, length, size));
        if (place === 0) throw new RangeError('too large');
        if (!file) return memory.write(place, bytes);
        const reader = file.stream().getReader();
        for (let at = 0; ;) {
            const {done, value} = await reader.read();
            if (done) break;
            if (at + value.length > size) throw new Error('The file changed.');
            memory.write(place + at, value);
            at += value.length;
            host.job_progress(0, 0, at, size, 0);
        }
    }

    async function run({job: number, name, files}) {
        job = number;
        try {
            for (const file of files) {
                try {
                    await takeIn(file);
                } catch (error) {
                    if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) throw error;
                    return postMessage({kind: 'crashed', job, what: `${file.name} could not be read.`, mend: 'If it has been moved or changed since, drop it again.'});
                }
            }
            const ok = memory.with([name], (pointer, size) => app._job_run(pointer, size)) === 1;
            const bytes = memory.bytes(app._job_answer_data(), app._job_answer_size());
            const requests = performance.getEntriesByType('resource').filter((entry) => /^https?:/.test(entry.name)).length;
            performance.clearResourceTimings();
            postMessage({kind: 'done', job, ok, bytes: bytes.buffer, memory: app.HEAPU8.length, requests}, [bytes.buffer]);
        } catch (error) {
            const memoryRanOut = error instanceof RangeError || /memory|allocat|abort/i.test(String(error));
            postMessage({
                kind: 'crashed', job,
                what: memoryRanOut ? 'This browser has not enough memory for these files.' : 'The work stopped unexpectedly.',
                mend: memoryRanOut ? 'Close other tabs, or drop fewer files at once.' : 'Try again; nothing was changed.',
            });
        }
    }

    globalThis.onmessage = async ({data}) => {
        if (data.kind === 'module') {
            app = await createApp({
                host,
                instantiateWasm(imports, ready) {
                    WebAssembly.instantiate(data.module, imports).then((instance) => ready(instance, data.module));
                    return {};
                },
            });
            memory = new Memory(app);
            postMessage({kind: 'ready'});
        } else if (data.kind === 'run') {
            while (!app) await new Promise((resolve) => setTimeout(resolve, 5));
            await run(data);
        }
    };
}

// The whole script of a worker.
export const workerScript = (createApp, Memory) => `(${work})(${createApp}, ${Memory});`;
