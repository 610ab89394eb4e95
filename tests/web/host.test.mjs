// The browser side of the platform without a browser: the loop that sleeps, the bytes that cross the border, the wheel.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {focusKind, isCoarseWheel, modifiersOf, wheelPixels} from '../../web/host/input.js';
import {Loop} from '../../web/host/loop.js';
import {pack, textFrom, unpack} from '../../web/host/memory.js';
import {nodesFrom} from '../../web/host/mirror.js';
import {unpacked} from '../../web/host/unpack.js';

// Time that stands still until it is told to go on.
function stoppedClock() {
    let now = 0, last = 0;
    const due = new Map();
    const clock = {
        performance: {now: () => now},
        setTimeout: (work, ms) => (due.set(++last, {at: now + ms, work}), last),
        clearTimeout: (id) => due.delete(id),
        requestAnimationFrame: (work) => (due.set(++last, {at: now + 16, work}), last),
        cancelAnimationFrame: (id) => due.delete(id),
        go(ms) {
            const until = now + ms;
            for (;;) {
                const next = [...due].filter(([, {at}]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
                if (!next) break;
                due.delete(next[0]);
                now = next[1].at;
                next[1].work();
            }
            now = until;
        },
    };
    return clock;
}

test('the loop computes three frames after an event, shows the first at once and the others as one picture, and then none', () => {
    const clock = stoppedClock();
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.start();
    clock.go(1000);
    assert.equal(loop.framesDrawn, 1);
    loop.wake();
    loop.wake();
    clock.go(10_000);
    assert.equal(loop.framesDrawn, 4);
    assert.equal(loop.picturesShown, 3);
    assert.ok(loop.isQuiet());
});

test('the first picture waits until there is something to show, but not for long', async () => {
    for (const comes of [true, false]) {
        const clock = stoppedClock();
        const loop = new Loop(() => -1, () => 1, () => 0, clock);
        let come;
        const shown = loop.start(new Promise((resolve) => { come = resolve; }));
        loop.wake();
        clock.go(100);
        assert.deepEqual([loop.framesDrawn, loop.picturesShown, loop.isShown()], [1, 0, false]);
        if (comes) come();
        else clock.go(100);
        await shown;
        assert.equal(loop.picturesShown, 1);
        clock.go(1000);
        assert.ok(loop.isQuiet());
    }
});

test('the loop goes on while something moves and wakes for a deadline', () => {
    const clock = stoppedClock();
    let left = 5;
    const loop = new Loop(() => (left > 0 ? (--left, 0) : left-- === 0 ? 2 : -1), () => 1, () => 0, clock);
    loop.start();
    clock.go(500);
    assert.equal(loop.framesDrawn, 6, 'five that moved and one that asked for a later one');
    clock.go(1000);
    assert.equal(loop.framesDrawn, 6);
    clock.go(1000);
    assert.equal(loop.framesDrawn, 7);
});

test('the loop draws nothing before it is started or after it is stopped', () => {
    const clock = stoppedClock();
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.wake();
    loop.frameNow();
    clock.go(1000);
    assert.equal(loop.framesDrawn, 0);
    loop.start();
    loop.stop();
    const drawn = loop.framesDrawn;
    loop.wake();
    clock.go(1000);
    assert.ok(drawn > 0);
    assert.equal(loop.framesDrawn, drawn);
});

test('keys held down make a frame each, and never more pictures than the browser has frames', () => {
    const clock = stoppedClock();
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.start();
    clock.go(100);
    const before = {frames: loop.framesDrawn, pictures: loop.picturesShown};
    for (let key = 0; key < 120; ++key) {  // eight within each frame of the browser
        loop.wake();
        loop.frameNow();
        clock.go(2);
    }
    assert.ok(loop.picturesShown - before.pictures <= 240 / 16 + 1, `${loop.picturesShown - before.pictures} pictures in 240 ms`);
    assert.equal(loop.framesDrawn - before.frames, 120, 'none to settle while more keys come');
    clock.go(1000);
    assert.equal(loop.framesDrawn - before.frames, 122);
    assert.ok(loop.isQuiet());
});

test('what a press changes is in the first picture after it', () => {
    const clock = stoppedClock();
    let pressed = false, changed = false;
    const pictures = [];
    const loop = new Loop(() => {
        if (pressed) changed = true;  // at the end of a frame
        const again = pressed;
        pressed = false;
        return again ? 0 : -1;
    }, () => (pictures.push(changed), 1), () => 0, clock);
    loop.start();
    clock.go(100);
    pictures.length = 0;
    pressed = true;
    loop.wake();
    loop.frameNow();
    clock.go(20);
    assert.deepEqual(pictures, [true]);
    assert.ok(loop.framesDrawn >= 3);
});

test('work for after the picture waits for it, only the newest of a kind is done, and idle waits for it', () => {
    const clock = stoppedClock();
    const done = [];
    const loop = new Loop(() => { loop.afterPicture('told', () => done.push(loop.picturesShown)); return -1; }, () => 1, () => 0, clock);
    loop.start();
    clock.go(100);
    done.length = 0;
    const before = loop.picturesShown;
    loop.wake();
    loop.frameNow();
    assert.deepEqual(done, []);
    assert.ok(!loop.isQuiet());
    clock.go(17);
    assert.deepEqual(done, [before + 1]);
    clock.go(100);
    assert.equal(done.length, 2, 'once after each picture');
    assert.ok(loop.isQuiet());
});

test('an event inside a frame does not draw a frame inside it', () => {
    const clock = stoppedClock();
    let depth = 0, deepest = 0;
    const loop = new Loop(() => {
        deepest = Math.max(deepest, ++depth);
        loop.frameNow();
        --depth;
        return -1;
    }, () => 0, () => 0, clock);
    loop.start();
    clock.go(100);
    assert.equal(deepest, 1);
});

test('idle waits for what is under way', async () => {
    const clock = stoppedClock();
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.start();
    clock.go(100);
    let idle = false;
    loop.begin();
    const waiting = loop.idle().then(() => { idle = true; });
    clock.go(100);
    await Promise.resolve();
    assert.equal(idle, false);
    loop.end();
    await waiting;
    assert.equal(idle, true);
});

test('work that can wait is done between frames, some milliseconds at a time, and idle waits for it', async () => {
    const clock = stoppedClock();
    let left = 30;
    const loop = new Loop(() => -1, () => 1, () => { clock.go(1); return --left > 0 ? 1 : 0; }, clock);
    loop.start();
    clock.go(100);
    const slices = [];
    const slice = loop.slice.bind(loop);
    loop.slice = () => { const before = left; slice(); slices.push(before - left); };
    loop.beginWork();
    loop.beginWork();
    assert.equal(left, 30, 'nothing is done at once');
    await loop.idle();
    loop.slices.close();
    assert.equal(left, 0);
    assert.deepEqual(slices, Array(15).fill(2));
});

// Counts what the browser begins: its frames, or timers.
function counted(clock, name) {
    const counter = {begun: 0};
    const ask = clock[name];
    clock[name] = (work, ...more) => ask(() => { ++counter.begun; work(); }, ...more);
    return counter;
}

test('while a job is under way a long frame and its picture are two turns, and without one they are one', () => {
    const clock = stoppedClock();
    const frames = counted(clock, 'requestAnimationFrame');
    let order = [];
    let lasts = 0;
    clock.performance.now = ((now) => () => now() + lasts)(clock.performance.now);
    const loop = new Loop(() => { lasts += 5; order.push(`frame ${frames.begun}`); return -1; }, () => { order.push(`picture ${frames.begun}`); return 1; }, () => 0, clock);
    loop.start();
    clock.go(1000);
    frames.begun = 0;
    order = [];
    loop.wake();
    clock.go(1000);
    assert.deepEqual(order.slice(0, 2), ['frame 1', 'picture 1']);
    frames.begun = 0;
    order = [];
    loop.beginJob();
    loop.wake();
    clock.go(1000);
    assert.deepEqual(order.slice(0, 2), ['frame 1', 'picture 2']);
    assert.match(order.at(-1), /picture/, 'what was computed is shown in the end');
    assert.ok(loop.isShown());
});

test('what is left for after the picture is done one task at a time, and all of it for whoever cannot wait', () => {
    const clock = stoppedClock();
    const timers = counted(clock, 'setTimeout');
    let done = [];
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.start();
    clock.go(1000);
    timers.begun = 0;
    for (const what of ['mirror', 'title', 'keep']) loop.afterPicture(what, () => done.push(`${what} ${timers.begun}`));
    loop.wake();
    clock.go(1000);
    assert.deepEqual(done, ['mirror 1', 'title 2', 'keep 3']);
    done = [];
    loop.afterPicture('mirror', () => done.push('mirror'));
    loop.doWhatIsLeft();
    assert.deepEqual(done, ['mirror']);
    clock.go(1000);
    assert.ok(loop.isShown());
    assert.deepEqual(done, ['mirror']);
});

test('presented: the picture is there and the browser has asked for two more, or does not ask at all', async () => {
    const clock = stoppedClock();
    const loop = new Loop(() => -1, () => 1, () => 0, clock);
    loop.start();
    clock.go(1000);
    const frames = counted(clock, 'requestAnimationFrame');
    let presented = false;
    loop.presented().then(() => { presented = true; });
    const passed = async (ms) => {
        clock.go(ms);
        for (let turn = 0; turn < 10; ++turn) await null;
    };
    await passed(1);
    await passed(16);
    assert.equal(presented, false);
    await passed(16);
    assert.equal(frames.begun, 2);
    assert.equal(presented, true);
    clock.requestAnimationFrame = () => 0;
    presented = false;
    loop.presented().then(() => { presented = true; });
    await passed(1);
    await passed(100);
    assert.equal(presented, false);
    await passed(100);
    assert.equal(presented, true);
});

test('what has come is shown when no work and no frame is left, jobs may go on', async () => {
    const clock = stoppedClock();
    let left = 3;
    const order = [];
    const loop = new Loop(() => { order.push('frame'); return -1; }, () => 1, () => {
        if (--left > 0) return 1;
        loop.wake();
        return 0;
    }, clock);
    loop.start();
    clock.go(100);
    order.length = 0;
    loop.begin();  // a job
    loop.beginWork();
    const shown = loop.shown().then(() => order.push('shown'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(left, 0);
    assert.deepEqual(order, [], 'the frame is still to come');
    clock.go(100);
    await shown;
    loop.slices.close();
    assert.equal(order.at(-1), 'shown');
    assert.ok(order.includes('frame'));
    assert.ok(!loop.isQuiet());
});

test('packed lists come back as they were', () => {
    const parts = unpack(pack(['naïve ✓', new Uint8Array([1, 2, 3]), '']));
    assert.deepEqual(parts.map((part) => part.length), [10, 3, 0]);
    assert.equal(textFrom(parts[0]), 'naïve ✓');
});

test('wheels are told from trackpads and brought to pixels', () => {
    assert.ok(isCoarseWheel({deltaMode: 0, deltaX: 0, deltaY: 100, wheelDeltaY: -120}), 'Chromium on Windows');
    assert.ok(isCoarseWheel({deltaMode: 1, deltaX: 0, deltaY: 3}), 'Firefox in lines');
    assert.ok(!isCoarseWheel({deltaMode: 0, deltaX: 0, deltaY: 4, wheelDeltaY: -12}), 'a trackpad');
    assert.deepEqual(wheelPixels({deltaMode: 1, deltaX: 0, deltaY: 3}, 800), [0, 96]);
    assert.deepEqual(wheelPixels({deltaMode: 2, deltaX: 0, deltaY: -1}, 800), [0, -800]);
});

test('keys say what is held with them, and that an input method is at work', () => {
    assert.equal(modifiersOf({ctrlKey: true, shiftKey: true}), 3);
    assert.equal(modifiersOf({keyCode: 229}), 16);
    globalThis.document = {body: {}};
    assert.deepEqual([null, {tagName: 'BUTTON'}, {tagName: 'INPUT', type: 'range', dataset: {}}, {tagName: 'INPUT', type: 'text', dataset: {}},
        {tagName: 'TEXTAREA'}].map(focusKind), [0, 1, 2, 4, 4]);
});

test('semantic bytes become nodes in CSS pixels', () => {
    const bytes = new Uint8Array(8 + 56 + 8);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 1, true);
    view.setFloat32(4, 2, true);
    view.setUint32(8, 0xffff0001, true);
    view.setInt32(12, -1, true);
    view.setUint8(16, 3);
    view.setUint16(18, 1 | 16, true);
    [20, 40, 200, 80].forEach((value, i) => view.setFloat32(28 + 4 * i, value, true));
    view.setUint32(56, 5, true);
    bytes.set(new TextEncoder().encode('Los →').subarray(0, 5), 64);
    const [node] = nodesFrom(bytes);
    assert.equal(node.id, 0xffff0001);
    assert.equal(node.role, 'button');
    assert.deepEqual([node.x, node.y, node.width, node.height], [10, 20, 100, 40]);
    assert.ok(node.disabled && node.focused && !node.checked);
    assert.equal(node.name.slice(0, 4), 'Los ');
});

// ---- the packed program, where the page is built --------------------------------------------------------------------------

const built = (name) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
const {folder} = existsSync(built('web/build.json')) ? JSON.parse(readFileSync(built('web/build.json'))) : {};
const skip = folder ? false : 'needs the page (scripts/build web)';
const streamOf = (bytes, step) => new ReadableStream({
    start(controller) {
        for (let at = 0; at < bytes.length; at += step) controller.enqueue(bytes.subarray(at, at + step));
        controller.close();
    },
});
const inPieces = async (bytes, step, count) => {
    const unpacker = await WebAssembly.compile(readFileSync(built(`web/${folder}/unpack.wasm`)));
    return Buffer.from(await new Response(unpacked(streamOf(bytes, step), unpacker, count)).arrayBuffer());
};

test('the program comes out whole, whatever pieces it comes in', {skip}, async () => {
    const packed = readFileSync(built(`web/${folder}/app.wasm.lzma`)), program = readFileSync(built('web-work/page/app.wasm'));
    for (const step of [4, 1_000, 65_536, 200_001, packed.length]) {
        let counted = 0;
        assert.ok((await inPieces(packed, step, (bytes) => { counted = bytes; })).equals(program), `in pieces of ${step}`);
        assert.equal(counted, packed.length);
    }
});

test('a program that is cut short, damaged or no such thing is refused', {skip}, async () => {
    const packed = readFileSync(built(`web/${folder}/app.wasm.lzma`));
    const refused = (bytes, what) => assert.rejects(inPieces(bytes, 50_000), what);
    await refused(packed.subarray(0, 7), /cut short/);
    await refused(packed.subarray(0, packed.length - 1_000), /cut short/);
    await refused(Buffer.concat([Buffer.from([255]), packed.subarray(1)]), /unknown way/);
    await refused(Buffer.concat([packed.subarray(0, 9), Buffer.from([1]), packed.subarray(10)]), /damaged/);
    // Where its code is: LZMA makes something else of it, which is no code in the form that is expected.
    for (const at of [20_000, 100_000, 200_000]) await refused(Buffer.concat([packed.subarray(0, at), Buffer.from([packed[at] ^ 0x55]), packed.subarray(at + 1)]), /damaged|cut short/);
});
