// Computes when something happened and sleeps otherwise: three frames after every event (ImGui needs them to settle), one
// when a deadline comes, none else. The canvas gets what came of them once for each frame of the browser: drawing what
// nobody will see would only delay what follows. The first frame after an event is shown at once; the others, which seldom
// change anything, come with the browser's next frame, and what is told to assistive technology between the two.
// While something is at work, nobody waits for what it brings as for what he presses himself: then a frame and its picture
// are two tasks, so that whoever comes between them need not wait for both.

const framesAfterEvent = 3;
const settleMs = 4;  // as long may the others come before one picture
const sliceMs = 2;  // of work between frames, before everybody else has a turn: two of them and a frame fit into one of the browser's
const timesKept = 240;
const longMs = 2;  // a frame of which the picture may be another task
const patienceMs = 100;  // for a browser that asks for no frame: its page is out of sight
const firstPictureMs = 150;  // at least so long may the first picture be waited for
const soonMs = 500;  // a timer later than that does not count as being busy

export class Loop {
    // `frame(seconds)` computes one and returns the seconds until the next one is wanted: 0 = at once, negative = none.
    // `show()` brings the canvas to the last one; 0 = it had not changed. `work()` does a step of what can wait, and says
    // whether more is left (1 = yes).
    constructor(frame, show, work = () => 0, clock = globalThis) {
        this.frame = frame;
        this.show = show;
        this.work = work;
        this.clock = clock;
        this.framesLeft = 0;
        this.news = false;   // an event that no frame has seen
        this.wanted = -1;    // by the last frame: seconds until the next one
        this.request = 0;
        this.hiddenTimer = 0;
        this.timer = 0;
        this.timerAt = Infinity;
        this.working = false;
        this.unshown = false;  // a frame was computed that the canvas does not show
        this.putOff = 0;  // how often its picture was left to the browser's next frame
        this.stopped = true;  // until start()
        this.held = false;    // no picture yet
        this.framesDrawn = 0;
        this.turns = 0;
        this.picturesShown = 0;  // turns in which the canvas changed
        this.frameTimes = [];  // ms of ours for each turn, with what was computed in events before it
        this.spent = 0;
        this.left = new Map();  // work for after the picture, by what it is about
        this.leftTimer = 0;
        this.waiting = [];  // for a state of things: {until, resolve}
        this.slices = null;  // where the next slice of work is posted to
        this.atWork = false;
        this.ofWork = false;  // the frames that come are about what work has brought
        this.busy = 0;  // stores, reads, jobs under way
        this.jobs = 0;  // of these
    }

    // From when the size is known. With a promise, the first picture comes when that is kept, or when patience ends and the
    // program wants its next frame: until then there is nothing to show, and a picture of nothing would only delay the one
    // of something. Answers when the first picture is drawn.
    async start(something = null) {
        this.stopped = false;
        if (something) {
            this.held = true;
            this.once();
            await Promise.race([something, new Promise((late) => { this.clock.setTimeout(late, Math.max(firstPictureMs, this.wanted * 1000)); })]);
            this.held = false;
        }
        this.turn();
    }

    seconds() {
        return this.clock.performance.now() / 1000;
    }

    wake() {
        this.framesLeft = framesAfterEvent;
        this.news = true;
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
        if (this.stopped || this.working || this.held) return;
        if (this.clock.document?.hidden) {
            // A hidden tab gets no animation frames, but what a job brings must still be taken in.
            this.hiddenTimer ||= this.clock.setTimeout(() => { this.hiddenTimer = 0; this.turn(); }, 200);
            return;
        }
        this.request ||= this.clock.requestAnimationFrame(() => { this.request = 0; this.turn(); });
    }

    // At once, inside an event, for what browsers allow only there; the canvas follows with the browser's next frame.
    frameNow(count = 1) {
        for (let i = 0; i < count; ++i) this.once();
        if (!this.stopped) this.schedule();
    }

    // All that is due, and the canvas.
    turn() {
        if (this.stopped || this.working || this.held) return;
        const began = this.clock.performance.now();
        const first = this.news || this.unshown;
        // What a press changes is drawn by the frame after it.
        const unsettled = () => first && this.wanted === 0 && this.framesLeft > 0;
        if (!this.unshown || this.news || (this.putOff > 0 && unsettled())) this.once();
        if ((this.jobs > 0 || this.ofWork) && this.unshown && this.putOff < framesAfterEvent && this.clock.performance.now() - began > longMs) {
            ++this.putOff;
            return this.schedule();
        }
        if (unsettled()) this.once();
        while (!first && this.framesLeft > 0 && this.clock.performance.now() - began < settleMs) this.once();
        const {wanted} = this;
        this.putOff = 0;
        if (this.unshown && !this.stopped) {
            this.unshown = false;
            const drawn = this.timed(this.show);
            if (drawn > 0) ++this.picturesShown;
            ++this.turns;
            this.frameTimes.push(this.spent);
            if (this.frameTimes.length > timesKept) this.frameTimes.shift();
            this.spent = 0;
        }
        if (this.left.size > 0) this.leftTimer ||= this.clock.setTimeout(() => this.doNextLeft(), 0);
        if (this.framesLeft > 0 || wanted === 0) {
            this.schedule();
        } else {
            this.ofWork = this.atWork;
            if (wanted > 0) this.wakeAfter(wanted);
        }
        this.tellWhoWaits();
    }

    once() {
        if (this.stopped || this.working) return -1;
        if (this.framesLeft > 0) --this.framesLeft;
        this.news = false;
        this.wanted = this.timed(() => this.frame(this.seconds()));
        ++this.framesDrawn;
        this.unshown = true;
        return this.wanted;
    }

    // Does the newest `work` about `what` in a task of its own, when the picture is on its way.
    afterPicture(what, work) {
        this.left.set(what, work);
        this.schedule();
    }

    // All of it at once, for whoever cannot do without.
    doWhatIsLeft() {
        while (this.left.size > 0) this.doNextLeft();
    }

    doNextLeft() {
        this.clock.clearTimeout(this.leftTimer);
        this.leftTimer = 0;
        const began = this.clock.performance.now();
        for (const [what, work] of this.left) {
            this.left.delete(what);
            work();
            break;
        }
        if (this.left.size > 0) this.leftTimer = this.clock.setTimeout(() => this.doNextLeft(), 0);
        this.spent += this.clock.performance.now() - began;
        this.tellWhoWaits();
    }

    // Works between frames until nothing is left.
    beginWork() {
        if (this.atWork || this.stopped) return;
        this.atWork = this.ofWork = true;
        this.begin();
        this.postSlice();
    }

    // Behind whatever else the page has to do, where the browser has such a queue. Elsewhere through a message and not a
    // timer: timers wait for milliseconds.
    postSlice() {
        if (this.clock.scheduler?.postTask) return void this.clock.scheduler.postTask(() => this.slice(), {priority: 'background'});
        if (!this.slices) {
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => this.slice();
            this.slices = port2;
        }
        this.slices.postMessage(0);
    }

    slice() {
        const began = this.clock.performance.now();
        let more = 0;
        this.working = true;  // nothing is drawn meanwhile
        try {
            if (!this.stopped) do more = this.work(); while (more === 1 && this.clock.performance.now() - began < sliceMs);
        } finally {
            this.working = false;
        }
        if (this.framesLeft > 0) this.schedule();
        if (more === 1) return this.postSlice();
        this.atWork = false;
        this.end();
    }

    timed(work) {
        const began = this.clock.performance.now();
        this.working = true;
        try {
            return work();
        } finally {
            this.working = false;
            this.spent += this.clock.performance.now() - began;
        }
    }

    stop() {
        this.stopped = true;
        this.clock.cancelAnimationFrame?.(this.request);
        this.clock.clearTimeout(this.timer);
        this.clock.clearTimeout(this.hiddenTimer);
        this.clock.clearTimeout(this.leftTimer);
        this.left.clear();
        this.request = this.hiddenTimer = this.leftTimer = 0;
        this.tellWhoWaits();
    }

    begin() { ++this.busy; }
    end() {
        --this.busy;
        this.tellWhoWaits();
    }

    beginJob() {
        ++this.jobs;
        this.begin();
    }
    endJob() {
        --this.jobs;
        this.end();
    }

    // What has come is on the screen; jobs may be under way.
    isShown() {
        return this.stopped || (!this.held && !this.request && !this.hiddenTimer && this.left.size === 0 && !this.atWork);
    }

    isQuiet() {
        const timerSoon = this.timerAt - this.clock.performance.now() < soonMs;
        return this.stopped || (this.isShown() && !timerSoon && this.busy === 0);
    }

    tellWhoWaits() {
        if (this.waiting.length === 0) return;
        const due = this.waiting.filter(({until}) => until());
        this.waiting = this.waiting.filter((one) => !due.includes(one));
        for (const {resolve} of due) resolve();
    }

    waitUntil(until) {
        return new Promise((resolve) => {
            this.waiting.push({until, resolve});
            // Events that were dispatched just now may not have reached us yet.
            this.clock.setTimeout(() => this.tellWhoWaits(), 0);
        });
    }

    shown() { return this.waitUntil(() => this.isShown()); }
    // Not only is the picture on its way: the browser is done with it, and asks for the one after the next.
    async presented() {
        await this.shown();
        for (let frame = 0; frame < 2; ++frame) {
            await new Promise((resolve) => {
                this.clock.requestAnimationFrame(resolve);
                this.clock.setTimeout(resolve, patienceMs);
            });
        }
    }
    // Resolves when no frame, store, read or job is under way.
    idle() { return this.waitUntil(() => this.isQuiet()); }
}
