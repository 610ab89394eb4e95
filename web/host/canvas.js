// The canvas: its size in device pixels at any zoom and on any monitor, its WebGL2 context and the loss of it, its cursor.

const cursors = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];

export class Canvas {
    constructor(element) {
        this.element = element;
        this.ratio = window.devicePixelRatio || 1;
        this.width = 0;
        this.height = 0;
        this.cursor = '';
    }

    // Null where the machine has no WebGL2. In the size that it will have: at every other one the graphics process makes its
    // picture anew.
    openGl() {
        const box = this.element.getBoundingClientRect();
        this.setSize(Math.max(1, Math.round(box.width * this.ratio)), Math.max(1, Math.round(box.height * this.ratio)));
        this.gl = this.element.getContext('webgl2', {
            alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power', failIfMajorPerformanceCaveat: false,
            preserveDrawingBuffer: true,  // only what changed is drawn
        });
        return this.gl;
    }

    // Calls back with (width, height, ratio), first at once and then at every change. Exact device pixels where the browser
    // tells them; Safari does not, there they are computed.
    watchSize(changed) {
        const set = (width, height) => {
            const ratio = window.devicePixelRatio || 1;
            if (width === this.width && height === this.height && ratio === this.ratio && this.told) return;
            this.told = true;
            Object.assign(this, {width, height, ratio});
            this.setSize(width, height);
            changed(width, height, ratio);
        };
        const observer = new ResizeObserver(([entry]) => {
            const device = entry.devicePixelContentBoxSize?.[0];
            const css = entry.contentBoxSize[0];
            const ratio = window.devicePixelRatio || 1;
            // An emulated ratio (developer tools, tests) leaves the device's own pixels as they are: then it is computed.
            const exact = (told, computed) => Math.max(1, Math.round(told !== undefined && Math.abs(told - computed) < 2 ? told : computed));
            set(exact(device?.inlineSize, css.inlineSize * ratio), exact(device?.blockSize, css.blockSize * ratio));
        });
        try {
            observer.observe(this.element, {box: 'device-pixel-content-box'});
        } catch {
            observer.observe(this.element);
        }
        set(this.element.width, this.element.height);  // as openGl() has computed them: the browser tells only with its next frame
        // Moving to another monitor may change the ratio without changing a size in CSS pixels.
        const watchRatio = () => {
            matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', () => {
                const box = this.element.getBoundingClientRect();
                const ratio = window.devicePixelRatio || 1;
                set(Math.max(1, Math.round(box.width * ratio)), Math.max(1, Math.round(box.height * ratio)));
                watchRatio();
            }, {once: true});
        };
        watchRatio();
    }

    setSize(width, height) {
        if (this.element.width !== width) this.element.width = width;
        if (this.element.height !== height) this.element.height = height;
    }

    watchContext(lost, restored) {
        this.element.addEventListener('webglcontextlost', (event) => {
            event.preventDefault();  // or it is never restored
            lost();
        });
        this.element.addEventListener('webglcontextrestored', restored);
    }

    showCursor(index) {
        const cursor = index < 0 ? 'none' : cursors[index] ?? 'default';
        if (cursor === this.cursor) return;
        this.cursor = this.element.style.cursor = cursor;
    }

    // Of a pointer event, in canvas pixels.
    place(event) {
        const box = this.element.getBoundingClientRect();
        return [(event.clientX - box.left) * this.width / box.width, (event.clientY - box.top) * this.height / box.height];
    }
}
