// The document's home: one IndexedDB database, one small store, one writing tab. All pairs of one call are written in one
// transaction together with a generation number, so that a tab that slept cannot overwrite what another wrote.

import {pack, textFrom, unpack} from './memory.js';

const databaseName = 'discern';
const storeName = 'kept';
const generationKey = ' generation';
const lockName = 'discern-document';
const largeBytes = 2 ** 20;
const breathMs = 8;
export const states = {opening: 0, writer: 1, readOnly: 2, unavailable: 3};

class Told extends Error {
    constructor(what, mend) {
        super(what);
        this.mend = mend;
    }
}

// What went wrong, in words for the user.
export function toldFrom(error) {
    if (error instanceof Told || error?.mend) return error;
    if (error?.name === 'QuotaExceededError') {
        return new Told('The browser has no room left to keep your work.', 'Save it to a file now; it stays open here until you close the page.');
    }
    return new Told('The browser could not keep your work.', 'Save it to a file now; it stays open here until you close the page.');
}

// A moment, unless the page is left: then none is to spare.
const breath = () => new Promise((resolve) => {
    const end = () => {
        document.removeEventListener('visibilitychange', end);
        resolve();
    };
    setTimeout(end, breathMs);
    document.addEventListener('visibilitychange', end);
});

export class Storage {
    constructor({changed, askedToLetGo}) {
        this.changed = changed;            // the state
        this.askedToLetGo = askedToLetGo;  // another tab wants to write: save now
        this.state = states.opening;
        this.generation = 0;
        this.database = null;
        this.pending = Promise.resolve();
        this.channel = globalThis.BroadcastChannel ? new BroadcastChannel(databaseName) : null;
        if (this.channel) this.channel.onmessage = ({data}) => this.onMessage(data);
    }

    // Reads and writes asked for meanwhile wait for it.
    open() {
        return this.pending = this.openNow();
    }

    async openNow() {
        try {
            this.database = await new Promise((resolve, reject) => {
                const request = indexedDB.open(databaseName, 1);
                request.onupgradeneeded = () => request.result.createObjectStore(storeName);
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
                request.onblocked = () => reject(new Error('blocked'));
            });
            this.database.onversionchange = () => this.database.close();  // a newer version in another tab needs it
            await this.acquire({ifAvailable: true});
        } catch {
            this.set(states.unavailable);
        }
        return this.state;
    }

    set(state) {
        if (state === this.state) return;
        this.state = state;
        this.changed(state);
    }

    // Holds the lock until let go; resolves as soon as it is known who has it.
    acquire(options) {
        if (!navigator.locks) {
            this.set(states.writer);
            return Promise.resolve();
        }
        return new Promise((resolve, reject) => {
            const held = (lock) => {
                if (!lock) {
                    this.set(states.readOnly);
                    return resolve();
                }
                return new Promise((release) => {
                    this.release = release;
                    this.readGeneration().then(() => {
                        this.set(states.writer);
                        resolve();
                    }, reject);
                });
            };
            navigator.locks.request(lockName, options, held).catch((error) => {
                // Another tab stole it.
                if (this.state === states.writer) this.set(states.readOnly);
                reject(error);
            });
        });
    }

    async takeOver() {
        if (this.state !== states.readOnly) return;
        this.channel?.postMessage('let go');
        const patience = new AbortController();
        const timer = setTimeout(() => patience.abort(), 3000);
        try {
            await this.acquire({signal: patience.signal});
        } catch {
            // The other tab does not answer: it sleeps or hangs. What it wrote last is whole.
            await this.acquire({steal: true}).catch(() => this.set(states.unavailable));
        } finally {
            clearTimeout(timer);
        }
    }

    async onMessage(message) {
        if (message !== 'let go' || this.state !== states.writer) return;
        this.askedToLetGo();
        await this.pending.catch(() => {});
        this.set(states.readOnly);
        this.release?.();
    }

    transaction(mode, use) {
        return new Promise((resolve, reject) => {
            if (!this.database) return reject(new Told('This browser keeps nothing for this page (a private window, perhaps).', 'Save to a file before you close it.'));
            const transaction = this.database.transaction(storeName, mode);
            let result;
            let told = null;
            transaction.oncomplete = () => resolve(result);
            transaction.onabort = transaction.onerror = () => reject(told ?? transaction.error ?? new Error('aborted'));
            use(transaction.objectStore(storeName), (value) => { result = value; }, (error) => {
                told = error;
                transaction.abort();
            });
        });
    }

    readGeneration() {
        return this.transaction('readonly', (store, done) => {
            const request = store.get(generationKey);
            request.onsuccess = () => done(request.result ?? 0);
        }).then((generation) => { this.generation = generation; });
    }

    // pairs: [name, bytes], the bytes each in a buffer of their own, which is kept whole.
    store(pairs) {
        // What is large was copied just now, and the browser copies it once more: between the two others have their turn.
        const large = document.visibilityState === 'visible' && pairs.some(([, bytes]) => bytes.length > largeBytes);
        return this.enqueue(async () => {
            if (large) await breath();
            if (this.state === states.readOnly) throw new Told('Another tab is editing.', 'Take over here, or go on there.');
            return this.transaction('readwrite', (store, done, fail) => {
                const request = store.get(generationKey);
                request.onsuccess = () => {
                    const found = request.result ?? 0;
                    if (found !== this.generation) return fail(new Told('Another tab has changed the document meanwhile.', 'Save this one to a file, then load the page again.'));
                    try {
                        for (const [name, bytes] of pairs) store.put(bytes, name);
                        store.put(found + 1, generationKey);
                    } catch (error) {
                        return fail(error);
                    }
                    done(found + 1);
                };
            });
        }).then((generation) => { this.generation = generation; });
    }

    load(packed) {
        const names = unpack(packed).map(textFrom);
        return this.enqueue(() => this.transaction('readonly', (store, done) => {
            const found = [];
            done(found);
            for (const name of names) {
                const request = store.get(name);
                request.onsuccess = () => { if (request.result) found.push(name, request.result); };
            }
        })).then(pack);
    }

    // Everything that is kept: name, bytes, name, bytes, ...
    all() {
        return this.transaction('readonly', (store, done) => {
            const found = [];
            done(found);
            const request = store.openCursor();
            request.onsuccess = () => {
                const cursor = request.result;
                if (!cursor) return;
                if (cursor.key !== generationKey) found.push({name: cursor.key, bytes: cursor.value});
                cursor.continue();
            };
        });
    }

    erase() {
        return this.enqueue(() => this.transaction('readwrite', (store, done) => {
            store.clear();
            store.put(this.generation + 1, generationKey);
            done(this.generation + 1);
        })).then((generation) => { this.generation = generation; });
    }

    async keep() {
        return (await navigator.storage?.persist?.()) ?? false;
    }

    // One after the other: a read behind a write sees it.
    enqueue(work) {
        const next = this.pending.catch(() => {}).then(work);
        this.pending = next;
        return next;
    }
}
