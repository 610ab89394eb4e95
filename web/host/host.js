// Puts the parts together: everything that src/platform/host.hpp imports, as one object.

import * as clipboard from './clipboard.js';
import {Canvas} from './canvas.js';
import {speak} from './cover.js';
import {Fields} from './text.js';
import {Files} from './files.js';
import {Glyphs} from './glyphs.js';
import {listen} from './input.js';
import {Jobs} from './jobs.js';
import {addressFor, forget, remember} from './language.js';
import {Loop} from './loop.js';
import {Memory, pack, textFrom, unpack} from './memory.js';
import {Mirror} from './mirror.js';
import {Page} from './page.js';
import {Storage, states, toldFrom} from './storage.js';
import {worded} from './words.js';

export class Host {
    // Before the program exists: what its first calls need.
    constructor({canvas, policy}) {
        this.policy = policy;
        this.claims = {pinch: false};
        this.crashed = null;
        this.usable = new Promise((resolve) => { this.resolveUsable = resolve; });
        this.storage = new Storage({
            changed: (state) => this.app?._page_store_state(state),
            askedToLetGo: () => { this.app?._page_leaving(); this.loop?.frameNow(2); },
        });
        this.storageOpened = this.storage.open();  // first: it goes on elsewhere, while the graphics process is waited for
        this.canvas = new Canvas(canvas);
        this.gl = this.canvas.openGl();
    }

    // What takes the program longest is done in parts: between them the browser tells of the storage that it has opened.
    async prepare(app) {
        const {port1, port2} = new MessageChannel();
        while (app._page_prepare() !== 0) await new Promise((turn) => { port1.onmessage = turn; port2.postMessage(0); });
        port1.close();
    }

    // With the program. `words` are those of `language`, when they are not within it; `crash(error)` shows the last screen.
    start({app, module, language, words, makeWorker, crash}) {
        const memory = this.memory = new Memory(app);
        this.app = app;
        this.loaded = language;
        // After a crash nothing may call into the dead program any more.
        const end = (error) => {
            if (this.crashed) return;
            this.crashed = error;
            this.loop.stop();
            for (const name of Object.keys(app)) if (name.startsWith('_') && typeof app[name] === 'function') app[name] = () => 0;
            crash(error);
        };
        window.addEventListener('error', ({error}) => { if (error instanceof WebAssembly.RuntimeError) end(error); });
        const guarded = (work) => (seconds) => {
            try {
                return work(seconds);
            } catch (error) {
                end(error);
                return -1;
            }
        };
        const loop = this.loop = new Loop(guarded((seconds) => app._page_frame(seconds)), guarded(() => app._page_show()), guarded(() => app._page_work()));
        this.glyphs = new Glyphs(memory);
        this.mirror = new Mirror(document.getElementById('mirror'), (kind, id, number, text) => {
            if (this.crashed) return;
            memory.with([text], (...place) => app._page_action(kind, id, number, ...place));
            if (kind === 0) loop.frameNow();  // inside the event: it may open a picker or copy
        });
        this.fields = new Fields({
            root: document.getElementById('fields'), mirror: this.mirror, canvas: this.canvas,
            tell: (kind, id, text) => {
                if (this.crashed) return;
                memory.with([text], (...place) => app._page_field_event(kind, id, ...place));
                if (kind === 1 || kind === 2) loop.frameNow();
            },
        });
        this.files = new Files({app, memory, loop});
        this.page = new Page({app, memory, canvas: this.canvas, policy: this.policy, loop});
        this.jobs = new Jobs({
            module, makeWorker, loop,
            file: (number) => this.files.file(number), release: (number) => this.files.release(number),
            progress: (job, stage, ...numbers) => memory.with([stage], (pointer, size) => app._page_job_progress(job, pointer, size, ...numbers)),
            part: (job, bytes) => memory.with([bytes], (pointer, size) => app._page_job_part(job, pointer, size)),
            first: (job, bytes) => memory.with([bytes], (pointer, size) => app._page_job_first(job, pointer, size)),
            done: (job, ok, bytes) => memory.with([bytes], (pointer, size) => app._page_job_done(job, ok ? 1 : 0, pointer, size)),
            counted: () => this.page.countRequest(),
        });
        this.loadFaces();
        if (words) memory.with([`assets/strings/${language}.json`, words], (...places) => app._carry_file(...places));
        app._page_create();
        this.page.watchPreferences();
        this.canvas.watchContext(() => app._page_context_lost(), () => app._page_context_restored());
        this.page.watchLocation();
        this.page.watchPrinting(() => { app._page_printing(); loop.frameNow(); });
        listen({app, memory, canvas: this.canvas, loop, claims: this.claims, leaveField: () => this.fields.leave()});
        clipboard.listen({app, memory, loop, takeFiles: (files) => this.files.take(files)});
        this.files.listen();
        if (this.storage.state !== 0) app._page_store_state(this.storage.state);  // it was quicker
        loop.begin();
        this.storageOpened.finally(() => loop.end());
        const shown = new Promise((resolve) => { this.resolveFirst = resolve; });
        this.canvas.watchSize((width, height, ratio) => {
            app._page_resize(width, height, ratio);
            this.page.tellSafeArea(ratio);
            this.first ? loop.turn() : this.firstFrame();  // or the canvas is empty until the next frame
        });
        return shown;
    }

    // The program asks for what is stored: with the answer there is something to show.
    async firstFrame() {
        this.first = true;
        await this.loop.start(new Promise((answered) => { this.answered = answered; }));
        if (!this.crashed) this.resolveFirst();
    }

    // The same faces for the browser's own text: fields, and other scripts beside Latin.
    loadFaces() {
        const {app, memory} = this;
        for (const [path, weight] of [['fonts/Inter-Regular.ttf', '400'], ['fonts/Inter-SemiBold.ttf', '600']]) {
            const bytes = memory.with([path], (...place) => memory.bytes(app._embedded_data(...place), app._embedded_size(...place)));
            const face = new FontFace('Discern Inter', bytes, {weight});
            document.fonts.add(face);
            face.load().then(() => { if (this.glyphs.drawn > 0 && !this.crashed) app._page_glyphs_changed(); }, () => {});
        }
    }

    // Runs something that ends later and answers the program's request with it; what a person is asked for is not waited for.
    async answer(request, work, {waitedFor = true} = {}) {
        if (waitedFor) this.loop.begin();
        let ok = 1, bytes;
        try {
            bytes = (await work()) ?? new Uint8Array();
        } catch (error) {
            const told = toldFrom(error);
            ok = 0;
            bytes = pack([told.message, told.mend]);
        }
        if (!this.crashed) this.memory.with([bytes], (pointer, size) => this.app._page_answer(request, ok, pointer, size));
        this.answered?.();
        if (waitedFor) this.loop.end();
    }

    text(pointer, size) { return this.memory.text(pointer, size); }

    // ---- the imports -------------------------------------------------------------------------------------------------
    begin_work() { this.loop.beginWork(); }
    wake() { this.loop.wake(); }
    wake_after(seconds) { this.loop.wakeAfter(seconds); }
    epoch_seconds() { return Date.now() / 1000; }
    // Elements change after the picture has: laying them out would only delay it.
    semantics(pointer, size) {
        const told = this.memory.bytes(pointer, size).slice();
        this.loop.afterPicture('mirror', () => {
            if (this.crashed) return;
            this.mirror.update(told);
            // That storage is being opened is told too, and is nothing to press.
            if (this.usableAt || !this.mirror.root.querySelector('button')) return;
            this.usableAt = performance.now();
            this.resolveUsable();
        });
    }
    announce(pointer, size, urgent) { this.page.announce(this.text(pointer, size), urgent !== 0); }

    edit_field(id, x, y, width, height, fontPx, lineHeight, flags, rgb, label, labelSize, placeholder, placeholderSize, text, textSize) {
        const look = {
            fontPx, lineHeight, rgb: rgb >>> 0, multiline: !!(flags & 1), search: !!(flags & 2), semibold: !!(flags & 4),
            label: this.text(label, labelSize), placeholder: this.text(placeholder, placeholderSize),
        };
        if (!this.mirror.field(id >>> 0)) this.loop.doWhatIsLeft();  // it is edited in its place in the mirror
        this.fields.show(id >>> 0, {x, y, width, height}, look, this.text(text, textSize));
    }
    mark_field(pointer, count) { this.fields.mark(new Uint32Array(this.memory.bytes(pointer, count * 12).slice().buffer)); }
    select_in_field(begin, end) { this.fields.select(begin, end); }
    end_field() { this.fields.finish(); }
    claim(what, on) {
        if (what !== 1) return;
        this.claims.pinch = on !== 0;
        this.canvas.element.classList.toggle('pinched', on !== 0);
    }
    cursor(index) { this.canvas.showCursor(index); }

    copy(pointer, size) { clipboard.copy(this.text(pointer, size)); }
    open_link(pointer, size) { this.page.openLink(this.text(pointer, size)); }
    pick(folder) { this.files.pick(folder !== 0); }
    read_file(file, request) {
        this.answer(request, () => this.files.read(file).catch(() => {
            throw Object.assign(new Error('The file could not be read.'), {name: 'Told', mend: 'If it has been moved or changed since, drop it again.'});
        }));
    }
    save_file(name, nameSize, bytes, size, mime, mimeSize) {
        this.files.save(this.text(name, nameSize), this.memory.bytes(bytes, size), this.text(mime, mimeSize));
    }
    set_title(pointer, size) {
        const title = this.text(pointer, size);
        this.loop.afterPicture('title', () => { document.title = title; });  // which the browser's own process is told of
    }
    set_open_count(count) { this.page.setOpenCount(count); }
    requests_since_load() { return this.page.requests; }
    worded(kind, language, languageSize, number, packed, size, out, most) {
        try {
            const bytes = new TextEncoder().encode(worded(kind, this.text(language, languageSize), number, unpack(this.memory.bytes(packed, size)).map(textFrom)));
            if (bytes.length > most) return -1;
            this.memory.write(out, bytes);
            return bytes.length;
        } catch {
            return -1;  // no such language, or no Intl: the program has plain words
        }
    }
    set_hash(pointer, size) { this.page.setHash(this.text(pointer, size)); }
    set_language(pointer, size) {
        const code = this.text(pointer, size);
        speak(code);
        remember(code);
        this.wanted = code;
        if (code !== 'en' && code !== this.loaded) this.loadAgain();
    }

    // When all is stored, and if the program still wants it then: while it starts it speaks the browser's language until
    // it knows the settings. Where this page cannot store, it goes on in English, and the next one speaks the language.
    async loadAgain() {
        const mayGo = () => this.storage.state === states.writer && !this.page.unsaved;
        await this.loop.idle();
        for (let turn = 0; turn < 50 && !mayGo(); ++turn) await new Promise((resolve) => setTimeout(resolve, 100));
        if (this.wanted === 'en' || this.wanted === this.loaded || !mayGo()) return;
        const address = addressFor(this.wanted);
        if (address === location.href) location.reload();
        else location.replace(address);
    }

    set_unsaved(unsaved) { this.page.setUnsaved(unsaved !== 0); }
    print(pointer, size) { this.page.print(this.text(pointer, size)); }

    store(request, pointer, size) {
        const parts = unpack(this.memory.bytes(pointer, size));
        const pairs = [];
        for (let i = 0; i + 1 < parts.length; i += 2) {
            const place = new DataView(parts[i + 1].buffer, parts[i + 1].byteOffset);
            pairs.push([textFrom(parts[i]), this.memory.bytes(place.getUint32(0, true), place.getUint32(4, true))]);
        }
        this.answer(request, () => this.storage.store(pairs));
    }
    load(request, pointer, size) { const packed = this.memory.bytes(pointer, size); this.answer(request, () => this.storage.load(packed)); }
    erase(request) { forget(); this.answer(request, () => this.storage.erase()); }
    // Firefox asks the person, who may let the question stand.
    keep_store(request) {
        const keep = () => this.answer(request, async () => new Uint8Array([(await this.storage.keep()) ? 1 : 0]), {waitedFor: false});
        this.loop.afterPicture('keep', keep);  // asking takes milliseconds
    }
    take_over_store() { this.storage.takeOver(); }

    start_job(job, kind, kindSize, pointer, size) {
        const parts = unpack(this.memory.bytes(pointer, size));
        const inputs = [];
        for (let i = 0; i + 2 < parts.length; i += 3) {
            const number = new DataView(parts[i + 2].buffer, parts[i + 2].byteOffset).getUint32(0, true);
            inputs.push({name: textFrom(parts[i]), bytes: parts[i + 1].slice(), hostFile: number});
        }
        this.jobs.run(job, this.text(kind, kindSize), inputs);
    }
    cancel_job(job) { this.jobs.cancel(job); }

    glyph_measure(pointer, size, px, semibold, rightToLeft, out) {
        this.glyphs.measure(this.text(pointer, size), px, semibold !== 0, rightToLeft !== 0, out);
    }
    glyph_paint(pointer, size, px, semibold, rightToLeft, measured, rgba) {
        return this.glyphs.paint(this.text(pointer, size), px, semibold !== 0, rightToLeft !== 0, rgba) ? 1 : 0;
    }
    break_places(pointer, size, out, most) { return this.glyphs.breakPlaces(this.text(pointer, size), out, most); }
    job_progress() {}
    job_first() {}
}
