// Reads the PNG that Chromium's screenshots are (8 bits a channel, not interlaced), so that a test can look at pixels.
import { inflateSync } from 'node:zlib';

/** @returns {{width: number, height: number, rgba: Uint8Array}} */
export function decodePng(png) {
    let at = 8, width = 0, height = 0, channels = 4;
    const packed = [];
    while (at < png.length) {
        const length = png.readUInt32BE(at), kind = png.toString('latin1', at + 4, at + 8), body = png.subarray(at + 8, at + 8 + length);
        if (kind === 'IHDR') {
            width = body.readUInt32BE(0);
            height = body.readUInt32BE(4);
            channels = { 2: 3, 6: 4 }[body[9]];
            if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error('a PNG of another form than screenshots have');
        }
        if (kind === 'IDAT') packed.push(body);
        at += length + 12;
    }
    const raw = inflateSync(Buffer.concat(packed)), stride = width * channels;
    const lines = new Uint8Array(stride * height);
    for (let y = 0; y < height; ++y) unfilter(raw, y, stride, channels, lines);
    const rgba = new Uint8Array(width * height * 4).fill(255);
    for (let i = 0; i < width * height; ++i)
        for (let c = 0; c < channels; ++c) rgba[i * 4 + c] = lines[i * channels + c];
    return { width, height, rgba };
}

// One line of PNG's five predictors.
function unfilter(raw, y, stride, channels, lines) {
    const filter = raw[y * (stride + 1)], from = y * (stride + 1) + 1, to = y * stride;
    for (let x = 0; x < stride; ++x) {
        const left = x >= channels ? lines[to + x - channels] : 0;
        const up = y > 0 ? lines[to + x - stride] : 0;
        const corner = x >= channels && y > 0 ? lines[to + x - stride - channels] : 0;
        const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
        lines[to + x] = raw[from + x] + guess;
    }
}

function paeth(left, up, corner) {
    const p = left + up - corner, a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner);
    return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** How many different colours a picture holds, up to `limit`. A blank canvas has one. */
export function coloursIn(picture, limit = 1000) {
    const seen = new Set();
    const pixels = new Uint32Array(picture.rgba.buffer);
    for (let i = 0; i < pixels.length && seen.size < limit; ++i) seen.add(pixels[i]);
    return seen.size;
}

/** How many pixels of two pictures of one size differ by more than `tolerance` (0 to 255) in any channel. */
export function differingPixels(a, b, tolerance = 25) {
    if (a.width !== b.width || a.height !== b.height) return Infinity;
    let count = 0;
    for (let i = 0; i < a.rgba.length; i += 4) {
        let most = 0;
        for (let c = 0; c < 3; ++c) most = Math.max(most, Math.abs(a.rgba[i + c] - b.rgba[i + c]));
        if (most > tolerance) ++count;
    }
    return count;
}
