// Draws when something happened and sleeps otherwise: three frames after every event (ImGui needs them to settle), one
// when a deadline comes, none else.

const framesAfterEvent = 3;
const timesKept = 240;
const soonMs = 500;  // a timer later than that does not count as being busy

export class Loop {
    // `draw(seconds)` draws one frame and returns the seconds until the next one is wanted: 0 = at once, negative = none.
    constructor(draw, clock = globalThis) {
        this.draw = draw;
        this.clock = clock;
        this.framesLeft = 0;
        this.request = 0;
        this.hiddenTimer = 0;
        this.timer = 0;
        this.timerAt = Infinity;
        this.drawing = false;
        this.stopped = true;  // until start()
        this.framesDrawn = 0;
        this.frameTimes = [];
        this.quiet = [];
        this.busy = 0;  // stores, reads, jobs under way
    }

    // From when the size is known.
    start() {
        this.stopped = false;
        this.run();
    }

    seconds() {
        return this.clock.performance.now() / 1000;
    }

    wake() {
        this.framesLeft = framesAfterEvent;
        this.schedule();
    }

    wakeAfter(seconds) {
        const at = this.clock.performance.now() + seconds * 1000;
        if (at >= this.timerAt || this.stopped) return;
        this.clock.clearTimeout(this.timer);
        this.timerAt = at;
        this.timer = this.clock.setTimeout(() => {
            this.timerAt = Infinity;
            this.framesLeft = Math.max(this.framesLeft, 1);
            this.schedule();
        }, Math.max(0, seconds * 1000));
    }

    schedule() {
        if (this.stopped || this.drawing) return;
        if (this.clock.document?.hidden) {
            // A hidden tab gets no animation frames, but what a job brings must still be taken in.
            this.hiddenTimer ||= this.clock.setTimeout(() => { this.hiddenTimer = 0; this.run(); }, 200);
            return;
        }
        this.request ||= this.clock.requestAnimationFrame(() => { this.request = 0; this.run(); });
    }

    // At once, inside an event: for what browsers allow only there, and to show the answer to a key one frame earlier.
    frameNow(count = 1) {
        for (let i = 0; i < count && !this.stopped; ++i) this.run();
    }

    run() {
        if (this.stopped || this.drawing) return;
        this.drawing = true;
        let wanted = -1;
        try {
            if (this.framesLeft > 0) --this.framesLeft;
            const began = this.seconds();
            wanted = this.draw(began);
            ++this.framesDrawn;
            this.frameTimes.push((this.seconds() - began) * 1000);
            if (this.frameTimes.length > timesKept) this.frameTimes.shift();
        } finally {
            this.drawing = false;
        }
        if (this.framesLeft > 0 || wanted === 0) {
            this.schedule();
        } else if (wanted > 0) {
            this.wakeAfter(wanted);
        }
        this.tellWhenQuiet();
    }

    stop() {
        this.stopped = true;
        this.clock.cancelAnimationFrame?.(this.request);
        this.clock.clearTimeout(this.timer);
        this.clock.clearTimeout(this.hiddenTimer);
        this.request = this.hiddenTimer = 0;
        this.tellWhenQuiet();
    }

    begin() { ++this.busy; }
    end() {
        --this.busy;
        this.tellWhenQuiet();
    }

    isQuiet() {
        if (this.stopped) return true;
        const timerSoon = this.timerAt - this.clock.performance.now() < soonMs;
        return !this.request && !this.hiddenTimer && !timerSoon && this.busy === 0;
    }

    tellWhenQuiet() {
        if (this.quiet.length === 0 || !this.isQuiet()) return;
        for (const resolve of this.quiet.splice(0)) resolve();
    }

    // Resolves when no frame, store, read or job is under way.
    idle() {
        return new Promise((resolve) => {
            this.quiet.push(resolve);
            // Events that were dispatched just now may not have reached us yet.
            this.clock.setTimeout(() => this.tellWhenQuiet(), 0);
        });
    }
}
