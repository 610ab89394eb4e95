// Draws what the shipped fonts lack with the browser's own text engine: single characters of other scripts, emoji, and
// whole runs of scripts that need shaping.

const mirrorFont = () => `${13 * devicePixelRatio}px "Discern Inter", system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`;  // style.css
const family = '"Discern Inter", system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif';

export class Glyphs {
    constructor(memory) {
        this.memory = memory;
        this.canvas = document.createElement('canvas');
        this.canvas.width = this.canvas.height = 1;
        this.context = this.canvas.getContext('2d', {willReadFrequently: true});
        this.font = '';
        this.drawn = 0;
        // Measuring and painting the same run follow each other.
        this.lastKey = '';
        this.lastBox = null;
    }

    prepare(text, px, semibold, rightToLeft) {
        const font = `${semibold ? 600 : 400} ${px}px ${family}`;
        const {context} = this;
        if (context.font !== this.font || this.font !== font) context.font = font;
        this.font = context.font;
        context.direction = rightToLeft ? 'rtl' : 'ltr';
        context.textAlign = 'left';
        context.textBaseline = 'alphabetic';
    }

    box(text, px, semibold, rightToLeft) {
        const key = `${px} ${semibold} ${rightToLeft} ${text}`;
        if (key === this.lastKey) return this.lastBox;
        this.prepare(text, px, semibold, rightToLeft);
        const size = this.context.measureText(text);
        this.readyMirror(text);
        const left = Math.floor(-size.actualBoundingBoxLeft) - 1, top = Math.ceil(size.actualBoundingBoxAscent) + 1;
        const right = Math.ceil(size.actualBoundingBoxRight) + 1, bottom = Math.ceil(size.actualBoundingBoxDescent) + 1;
        const empty = size.actualBoundingBoxRight + size.actualBoundingBoxLeft <= 0;
        const limit = 4096;
        this.lastKey = key;
        return this.lastBox = {left, top, width: empty ? 0 : Math.min(limit, right - left), height: empty ? 0 : Math.min(limit, top + bottom), advance: size.width};
    }

    // The mirror tells the same words in its own font. To look up what that lacks takes the browser milliseconds, which
    // it would take while it lays the mirror out.
    readyMirror(text) {
        this.context.font = mirrorFont();
        this.context.measureText(text);
        this.font = '';
    }

    measure(text, px, semibold, rightToLeft, out) {
        const {left, top, width, height, advance} = this.box(text, px, semibold, rightToLeft);
        this.memory.app.HEAPF32.set([left, top, width, height, advance], out >> 2);
    }

    // Writes the picture of the box just measured; true if it has colours of its own.
    paint(text, px, semibold, rightToLeft, rgba) {
        const {left, top, width, height} = this.box(text, px, semibold, rightToLeft);
        if (this.canvas.width < width || this.canvas.height < height) {
            this.canvas.width = Math.max(this.canvas.width, width);
            this.canvas.height = Math.max(this.canvas.height, height);
            this.font = '';  // resizing resets the context
            this.prepare(text, px, semibold, rightToLeft);
        }
        ++this.drawn;
        const {context} = this;
        this.prepare(text, px, semibold, rightToLeft);
        context.clearRect(0, 0, width, height);
        context.fillStyle = '#fff';
        context.fillText(text, -left, top);
        const pixels = context.getImageData(0, 0, width, height).data;
        let colored = false;
        for (let i = 0; i < pixels.length && !colored; i += 4) {
            // Rounding of thin coverage may leave white a little short of 255.
            colored = pixels[i + 3] > 40 && (pixels[i] < 235 || pixels[i + 1] < 235 || pixels[i + 2] < 235);
        }
        if (!colored) for (let i = 0; i < pixels.length; i += 4) pixels[i] = pixels[i + 1] = pixels[i + 2] = 255;
        this.memory.write(rgba, pixels);
        return colored;
    }

    // Byte offsets of word starts in text without spaces.
    breakPlaces(text, out, most) {
        if (!Intl.Segmenter) return 0;
        this.segmenter ??= new Intl.Segmenter(undefined, {granularity: 'word'});
        const encoder = new TextEncoder();
        const places = [];
        let bytes = 0;
        for (const {segment} of this.segmenter.segment(text)) {
            if (bytes > 0) places.push(bytes);
            bytes += encoder.encode(segment).length;
        }
        const kept = places.slice(0, most);
        this.memory.write(out, new Uint8Array(new Uint32Array(kept).buffer));
        return kept.length;
    }
}
