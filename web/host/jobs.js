// Heavy work in a worker: a second instance of the same compiled module, without shared memory. Cancelling ends the
// worker at once; after a job that took much memory it is ended too, because WebAssembly memory never shrinks.

import {pack} from './memory.js';

const muchMemory = 96 * 1024 * 1024;
const largeFile = 4 * 1024 * 1024;

export class Jobs {
    // `done(job, ok, bytes)`, `first(job, bytes)`, `progress(job, stage, bytesDone, bytesTotal, rowsDone)`; `file(number)` gives a File;
    // `counted()` is told of each request that a worker made.
    constructor({module, makeWorker, file, release, progress, first, part, done, counted, loop}) {
        Object.assign(this, {module, makeWorker, file, release, progress, first, part, done, counted, loop});
        this.queue = [];
        this.running = null;
        this.worker = null;
    }

    // At load, so that a job later needs nothing from the network.
    warm() {
        if (!this.worker) this.start();
        return this.ready;
    }

    start() {
        const worker = this.worker = this.makeWorker();
        this.ready = new Promise((resolve) => {
            worker.onmessage = ({data}) => {
                if (worker !== this.worker) return;
                if (data.kind === 'ready') resolve();
                else this.onMessage(data);
            };
        });
        worker.onerror = (event) => {
            event.preventDefault();
            if (worker === this.worker) this.fail('The work stopped unexpectedly.', 'Try again; if it stops once more, use a smaller file.');
        };
        worker.postMessage({kind: 'module', module: this.module});
    }

    end() {
        this.worker?.terminate();
        this.worker = null;
        this.endUnpacker();
    }

    // A second pair of hands for large files, for as long as the job runs. What is sent to it before waits in the port.
    startUnpacker() {
        this.unpacker = this.makeWorker();
        this.unpacker.onerror = (event) => event.preventDefault();
        this.unpacker.postMessage({kind: 'unpack', port: this.unpackerPort}, [this.unpackerPort]);
        this.unpackerPort = null;
    }

    endUnpacker() {
        this.unpacker?.terminate();
        this.unpacker = this.unpackerPort = null;
    }

    // inputs: {name, bytes, hostFile}
    run(job, kind, inputs) {
        this.queue.push({job, kind, inputs});
        this.loop.beginJob();
        if (this.loop.stopped) return this.next();  // after a crash no picture comes any more, and what was stored is to be saved
        this.loop.presented().then(() => this.next());  // when the picture is there that says so: beginning takes the browser long
    }

    next() {
        if (this.running || this.queue.length === 0) return;
        if (!this.worker) this.start();
        this.running = this.queue.shift();
        const {job, kind, inputs} = this.running;
        const files = inputs.map(({name, bytes, hostFile}) => ({name, bytes: hostFile ? null : bytes, file: hostFile ? this.file(hostFile) : null}));
        let unpacker = null;
        if (kind === 'import' && files.some(({file}) => file && file.size > largeFile)) ({port1: this.unpackerPort, port2: unpacker} = new MessageChannel());
        this.worker.postMessage({kind: 'run', job, name: kind, files, unpacker}, [...files.flatMap(({bytes}) => (bytes ? [bytes.buffer] : [])), ...(unpacker ? [unpacker] : [])]);
    }

    onMessage(data) {
        if (data.job !== this.running?.job) return;
        if (data.kind === 'progress') return this.progress(data.job, data.stage, data.bytesDone, data.bytesTotal, data.rowsDone);
        if (data.kind === 'first') return this.first(data.job, new Uint8Array(data.bytes));
        if (data.kind === 'begun') return this.onBegun();
        if (data.kind === 'part') return this.part(data.job, new Uint8Array(data.bytes));
        if (data.kind === 'crashed') return this.fail(data.what, data.mend);
        for (let i = 0; i < data.requests; ++i) this.counted?.();
        this.finish(data.ok, new Uint8Array(data.bytes));
        if (data.memory > muchMemory) this.endLater();
    }

    // When what it brought is to be seen: giving so much memory back holds up whoever wants some.
    endLater() {
        const {worker} = this;
        this.loop.begin();
        this.loop.presented().then(() => {
            if (worker === this.worker && !this.running) this.end();
            this.loop.end();
        });
    }

    // The worker rests until what it brought is to be seen, and only then are there two: where processors are few, all at once
    // takes longer, and the page stands still.
    onBegun() {
        const {worker, running} = this;
        this.loop.presented().then(() => {
            if (running !== this.running) return;
            this.startUnpacker();
            worker.postMessage({kind: 'shown'});
        });
    }

    fail(what, mend) {
        this.end();
        if (this.running) this.finish(false, pack([what, mend]));
    }

    finish(ok, bytes) {
        const {job, inputs} = this.running;
        this.running = null;
        this.endUnpacker();
        for (const {hostFile} of inputs) if (hostFile) this.release(hostFile);
        this.done(job, ok, bytes);
        this.loop.endJob();
        this.next();
    }

    cancel(job) {
        const waiting = this.queue.findIndex((entry) => entry.job === job);
        if (waiting >= 0) {
            this.queue.splice(waiting, 1);
            this.loop.endJob();
        } else if (this.running?.job === job) {
            this.end();
            for (const {hostFile} of this.running.inputs) if (hostFile) this.release(hostFile);
            this.running = null;
            this.loop.endJob();
            this.next();
        }
    }
}
