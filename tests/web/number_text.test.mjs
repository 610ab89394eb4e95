// Numbers to and from text in the page: as the C library writes and reads them (web/host_library.js for
// src/platform/number_text.cpp).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const HEAPU8 = new Uint8Array(4096), HEAPU32 = new Uint32Array(HEAPU8.buffer);
const UTF8ToString = (at, size) => Buffer.from(HEAPU8.subarray(at, at + size)).toString();
const library = {};
const source = readFileSync(new URL('../../web/host_library.js', import.meta.url), 'utf8');
vm.runInNewContext(source, { mergeInto: (_, functions) => Object.assign(library, functions), LibraryManager: { library: {} }, HEAPU8, HEAPU32, UTF8ToString });

function written(number, conversion, precision) {
    return UTF8ToString(512, library.text_from_number(number, conversion.charCodeAt(0), precision, 512));
}

function read(text) {
    HEAPU8.set(Buffer.from(`${text}\0`), 512);
    const number = library.number_from_text(512, 16);
    return [number, HEAPU32[4] - 512];
}

test('numbers are written as printf writes them', () => {
    const cases = [
        ['g', 6, 0.1, '0.1'], ['g', 6, 100000, '100000'], ['g', 6, 1e6, '1e+06'], ['g', 6, 0.0001, '0.0001'], ['g', 6, 0.00001, '1e-05'],
        ['g', 6, -2.5, '-2.5'], ['g', 17, 0.1, '0.10000000000000001'], ['g', 17, 1e22, '1e+22'], ['g', 6, 0, '0'], ['g', 6, -0, '-0'],
        ['g', 3, 999.6, '1e+03'], ['g', 6, 1.5e300, '1.5e+300'], ['f', 3, 2, '2.000'], ['f', 0, 7, '7'], ['f', 3, -0.0001, '-0.000'],
        ['f', 2, 1e21, '1000000000000000000000.00'], ['e', 2, 12345, '1.23e+04'],
    ];
    for (const [conversion, precision, number, text] of cases) assert.equal(written(number, conversion, precision), text);
});

test('what was written with enough digits is read as the same number', () => {
    for (let place = 1, number = 1 / 3; place < 300; ++place, number *= -7.3)
        assert.deepEqual(read(written(number, 'g', 17)), [number, written(number, 'g', 17).length]);
});

test('a number ends where its text is none any more', () => {
    assert.deepEqual(read('1.25,"next"'), [1.25, 4]);
    assert.deepEqual(read('-3e2]'), [-300, 4]);
    assert.deepEqual(read('5.'), [5, 2]);
    assert.deepEqual(read('7e+'), [7, 1]);
    assert.deepEqual(read('2-1'), [2, 1]);
    assert.deepEqual(read('x'), [0, 0]);
    assert.deepEqual(read('1e999'), [Infinity, 5]);
});
