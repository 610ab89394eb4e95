#!/usr/bin/env node
// Fills corpora for the fuzz targets from outside the repository: the parser test sets csv-spectrum and Papa Parse's own
// cases (npm packages of tests/browser), and archives of the generator.
//
//   node tests/fuzz/corpora.mjs FOLDER      writes FOLDER/csv, FOLDER/contacts, FOLDER/archive, FOLDER/zip
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { makeArchive } from '../support/make_archive.mjs';

const out = process.argv[2];
if (!out) {
    console.error('usage: node tests/fuzz/corpora.mjs FOLDER');
    process.exit(2);
}
const require = createRequire(new URL('../browser/package.json', import.meta.url));
let written = 0;
function put(target, name, bytes) {
    mkdirSync(join(out, target), { recursive: true });
    writeFileSync(join(out, target, name), bytes);
    ++written;
}
// The CSV target reads separator, number of columns and size of the pieces from its first three bytes.
function putCsv(name, bytes) {
    for (const separator of [0, 1, 2]) put('csv', `${name}-${separator}`, Buffer.concat([Buffer.from([separator, 0, 64]), Buffer.from(bytes)]));
    put('contacts', name, bytes);
    put('archive', name, bytes);
}

const spectrum = join(dirname(require.resolve('csv-spectrum')), 'csvs');
for (const file of readdirSync(spectrum)) putCsv(`spectrum-${file}`, readFileSync(join(spectrum, file)));

const papa = join(dirname(require.resolve('papaparse')), 'tests');
for (const file of readdirSync(papa).filter((name) => name.endsWith('.csv') && !name.startsWith('verylong'))) putCsv(`papa-${file}`, readFileSync(join(papa, file)).subarray(0, 60_000));
// Its cases are a program; only the literal texts of their inputs are of use here.
const literals = readFileSync(join(papa, 'test-cases.js'), 'utf8').matchAll(/^\s*input:\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/gm);
let place = 0;
for (const [, literal] of literals) {
    const inner = literal.slice(1, -1).replace(/\\(u[0-9a-f]{4}|x[0-9a-f]{2}|.)/gi, (all, code) => {
        if (/^[ux]/i.test(code) && code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
        return { n: '\n', r: '\r', t: '\t', 0: '\0' }[code] ?? code;
    });
    putCsv(`papa-case-${++place}`, Buffer.from(inner));
}

for (const newest of [false, true]) {
    const { zip } = makeArchive({ connections: 12, invitations: 9, messages: 12, newest });
    put('zip', `generated-${newest}`, zip);
    put('archive', `generated-${newest}`, zip);
    // Its files one by one, as the archive target takes loose files: the local headers name them.
    for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && zip.readUInt32LE(at) === 0x02014b50;) {
        const nameSize = zip.readUInt16LE(at + 28), name = zip.toString('utf8', at + 46, at + 46 + nameSize), header = zip.readUInt32LE(at + 42);
        const begin = header + 30 + zip.readUInt16LE(header + 26);
        const bytes = inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(at + 20)));
        putCsv(`generated-${newest}-${name}`, bytes);
        at += 46 + nameSize;
    }
}
console.log(`${written} files in ${out}, ${place} of them from Papa Parse's cases`);
