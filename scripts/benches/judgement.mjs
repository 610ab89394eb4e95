#!/usr/bin/env node
// Times of the judgement core natively and in Chromium (a worker, WebAssembly with SIMD), turn by turn in one run, beside
// plain JavaScript in the same browser for the weight bank and, where it is installed (scripts/setup --rivals),
// scikit-learn's logistic regression for the fit: scripts/bench judgement [CASES.json] [--rounds N]
// With a file of cases (the format of `discern judge --cases`): how many are right.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launch, serveSite } from '../../tests/browser/support.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const run = (program, ...rest) => execFileSync(program, rest, { cwd: top, encoding: 'utf8', maxBuffer: 1 << 28 });
const options = process.argv.slice(2);
const rounds = Number(options.includes('--rounds') ? options.splice(options.indexOf('--rounds'), 2)[1] : 3);

run('scripts/build', 'native', 'judgement_bench', 'discern');
run('scripts/build', 'web', 'judgement_bench');

// "task   12.345 ms" lines to {task: ms}.
const times = (text) => Object.fromEntries([...text.matchAll(/^(\S.*?)\s+([\d.]+) ms$/gm)].map(([, task, ms]) => [task, Number(ms)]));

const site = await serveSite(`${top}build/web-work`, '/');
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${site.url}CMakeCache.txt`);  // any page of that origin

const inChromium = () => page.evaluate((base) => new Promise((finish, fail) => {
    const code = `let said = '';
        var Module = { print: (line) => { said += line + '\\n'; }, locateFile: (name) => '${base}' + name,
            onExit: () => postMessage(said), onAbort: (why) => postMessage('aborted: ' + why) };
        importScripts('${base}judgement_bench.js');`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.onmessage = ({ data }) => { worker.terminate(); finish(data); };
    worker.onerror = (event) => fail(new Error(event.message));
}), site.url);

// The weight bank as a web developer would write it: typed arrays, the inner loop unrolled by hand; a fifth of the draws.
const inJavaScript = () => page.evaluate(() => {
    const people = 10_000, draws = 2_000, criteria = 12;
    let seed = 5;
    const random = () => { seed = (seed * 1664525 + 1013904223) >>> 0; return seed / 4294967296; };
    const facts = Float64Array.from({ length: people * criteria }, random), first = new Uint32Array(people);
    const started = performance.now();
    for (let k = 0; k < draws; ++k) {
        const [a, b, c, d, e, f, g, h, i, j, l, m] = Float64Array.from({ length: criteria }, random);
        let winner = 0, top = -1;
        for (let person = 0, p = 0; person < people; ++person, p += criteria) {
            const value = a * facts[p] + b * facts[p + 1] + c * facts[p + 2] + d * facts[p + 3] + e * facts[p + 4] + f * facts[p + 5]
                + g * facts[p + 6] + h * facts[p + 7] + i * facts[p + 8] + j * facts[p + 9] + l * facts[p + 10] + m * facts[p + 11];
            if (value > top) { top = value; winner = person; }
        }
        ++first[winner];
    }
    return (performance.now() - started) * 10_000 / draws;
});

// One fit of 50 decisions on 12 criteria, the best of 20; undefined without scikit-learn.
const inScikitLearn = () => {
    const program = `
import time, numpy
from sklearn.linear_model import LogisticRegression
random = numpy.random.default_rng(5)
facts = random.random((50, 12)); said_yes = facts @ random.random(12) + random.normal(0, .3, 50) > 3
def once():
    started = time.perf_counter(); LogisticRegression().fit(facts, said_yes); return time.perf_counter() - started
print(1000 * min(once() for _ in range(20)))`;
    for (const python of ['python3', '/usr/bin/python3']) {
        const answer = spawnSync(python, ['-c', program], { encoding: 'utf8' });
        if (answer.status === 0) return Number(answer.stdout);
    }
    return undefined;
};

const best = { native: {}, chromium: {}, rival: {} };
const keep = (place, found) => {
    for (const [task, ms] of Object.entries(found)) best[place][task] = Math.min(best[place][task] ?? Infinity, ms);
};
for (let round = 0; round < rounds; ++round) {
    keep('native', times(run('build/native/judgement_bench')));
    keep('chromium', times(await inChromium()));
    keep('rival', { 'weight bank 10,000 draws x 10,000 people x 12, best-of counts': await inJavaScript() });
    const fit = inScikitLearn();
    if (fit !== undefined) keep('rival', { 'fit 50 decisions x 12': fit });
}
await browser.close();
await site.close();

const bars = {  // milliseconds: native, Chromium
    '10,000 invitations assessed: uncertainty, question, flip (a goal moved)': [5, 12],
    'fit 50 decisions x 12': [0.05, 0.1],
    'weight bank 10,000 draws x 10,000 people x 12, best-of counts': [350, 600],
    'choose 100 of 1,797 (facility location)': [30, 60],
};
const cell = (ms, digits = ms < 1 ? 3 : 1) => (ms === undefined ? '-' : ms.toFixed(digits)).padStart(10);
console.log(`best of ${rounds} rounds, milliseconds`.padEnd(74) + ['rival', 'native', 'bar', 'Chromium', 'bar'].map((word) => word.padStart(10)).join(''));
let missed = 0;
for (const task of Object.keys(best.native)) {
    const [native, web] = bars[task] ?? [];
    missed += (best.native[task] > native) + (best.chromium[task] > web);
    console.log(task.padEnd(74) + cell(best.rival[task]) + cell(best.native[task]) + cell(native) + cell(best.chromium[task]) + cell(web));
}
console.log(missed ? `${missed} bars missed` : 'all bars hold');

if (options.length > 0) {
    for (const option of [[], ['--withhold-note-codes']]) {
        console.log(`cases ${option.join(' ') || 'with all codes'}`);
        const answers = run('build/native/discern', 'judge', '--cases', options[0], ...option);
        console.log(execFileSync('python3', ['scripts/score_cases.py', options[0]], { cwd: top, input: answers, encoding: 'utf8' }).trimEnd());
    }
}
