// Pointer, wheel and keyboard events to the stage. What becomes of them is decided there (src/platform/pointer.cpp,
// keyboard.cpp); here only what the browser must not do is held back.

const phases = {pointermove: 0, pointerdown: 1, pointerup: 2, pointercancel: 3, pointerleave: 4};
const kinds = {mouse: 0, touch: 1, pen: 2};
const lineHeight = 32;  // CSS pixels a "line" of a wheel stands for: Firefox scrolls three lines a notch

// What holds the focus, as src/platform/keyboard.hpp counts: 0 canvas, 1 control, 2 slider, 3 search field, 4 text field.
export function focusKind(element) {
    if (!element || element === document.body) return 0;
    const tag = element.tagName;
    if (tag === 'TEXTAREA') return 4;
    if (tag === 'INPUT') return element.type === 'range' ? 2 : element.dataset.search === 'yes' ? 3 : 4;
    if (tag === 'BUTTON' || tag === 'A' || tag === 'SELECT') return 1;
    return 0;
}

// Mouse wheels turn in notches, trackpads glide. Chromium and Safari tell the notches as multiples of 120.
export function isCoarseWheel(event) {
    if (event.deltaMode !== 0) return true;
    const notches = Math.abs(event.wheelDeltaY || event.wheelDeltaX || 0);
    return notches !== 0 && notches % 120 === 0 && Math.max(Math.abs(event.deltaY), Math.abs(event.deltaX)) >= 50;
}

export function wheelPixels(event, pageHeight) {
    const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? pageHeight : 1;
    return [event.deltaX * unit, event.deltaY * unit];
}

export const modifiersOf = (event) =>
    (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0) | (event.isComposing || event.keyCode === 229 ? 16 : 0);

export function listen({app, memory, canvas, loop, claims, leaveField}) {
    const element = canvas.element;
    let controlDown = false;

    const pointer = (event) => {
        const [x, y] = canvas.place(event);
        const kind = kinds[event.pointerType] ?? 0;
        app._page_pointer(phases[event.type], kind, event.pointerId, x, y, event.button, event.timeStamp / 1000);
    };
    element.addEventListener('pointerdown', (event) => {
        if (event.button > 2) return;  // Back and Forward
        leaveField();
        element.setPointerCapture(event.pointerId);
        pointer(event);
        if (event.pointerType !== 'touch') loop.frameNow();
    });
    element.addEventListener('pointermove', (event) => {
        // The browser gathers moves between frames; momentum needs each of a finger's.
        const all = event.pointerType === 'touch' ? event.getCoalescedEvents?.() ?? [] : [];
        for (const part of all.length > 0 ? all : [event]) {
            const [x, y] = canvas.place(part);
            app._page_pointer(0, kinds[event.pointerType] ?? 0, event.pointerId, x, y, 0, part.timeStamp / 1000);
        }
    });
    element.addEventListener('pointerup', (event) => {
        if (event.button > 2) return;
        pointer(event);
        // Inside the event: pickers, clipboard and the keyboard of phones open only from there. A tap is down and up, in
        // two frames.
        loop.frameNow(event.pointerType === 'touch' ? 2 : 1);
    });
    element.addEventListener('pointercancel', pointer);
    element.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch') pointer(event); });
    element.addEventListener('mousedown', (event) => event.preventDefault());  // neither focus nor selection moves
    element.addEventListener('contextmenu', (event) => event.preventDefault());

    element.addEventListener('wheel', (event) => {
        const pinch = event.ctrlKey && !controlDown;
        const [x, y] = canvas.place(event);
        if (pinch && claims.pinch) {
            event.preventDefault();
            app._page_pinch(x, y, Math.exp(-event.deltaY / 100));
            return;
        }
        if (event.ctrlKey) return;  // the browser's zoom
        event.preventDefault();
        const [dx, dy] = wheelPixels(event, element.clientHeight);
        const ratio = canvas.ratio;
        app._page_wheel(x, y, dx * ratio, dy * ratio, isCoarseWheel(event) ? 1 : 0);
    }, {passive: false});

    const key = (event, down) => memory.with([event.key ?? '', event.code ?? ''], (...names) =>
        app._page_key(down ? 1 : 0, ...names, modifiersOf(event), focusKind(document.activeElement), event.repeat ? 1 : 0));
    window.addEventListener('keydown', (event) => {
        controlDown = event.ctrlKey;
        if (event.defaultPrevented) return;
        if (key(event, true)) {
            event.preventDefault();
            loop.frameNow();
        }
    });
    window.addEventListener('keyup', (event) => {
        controlDown = event.ctrlKey;
        key(event, false);
    });
    window.addEventListener('blur', () => { controlDown = false; app._page_focus(0); });
    window.addEventListener('focus', () => app._page_focus(1));
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) {
            app._page_leaving();
            loop.frameNow();  // the last moment that phones grant
        } else {
            loop.wake();
        }
    });
    window.addEventListener('pagehide', () => { app._page_leaving(); loop.frameNow(); });
}
