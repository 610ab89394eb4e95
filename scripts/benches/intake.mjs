#!/usr/bin/env node
// From the drop of an archive to the first verdict, paired with the pipelines that a web developer would build otherwise:
//
//   scripts/bench intake ARCHIVE.zip [--peers FOLDER] [--only TEXT] [--rounds N]
//   scripts/bench intake ARCHIVE.zip --native yes
//
// The second form measures without a browser: matching, and discern import beside unzip -p ARCHIVE messages.csv | wc -l.
// FOLDER holds the rivals' harness (bench.mjs, src/, archives/NAME.zip) with its packages installed; without it only
// Discern is measured. All run in one Chromium, round by round in turn. For each: milliseconds until the answer is there,
// from the drop. Discern is looked at twice:
//   first verdict   the newest open invitations are on the screen, each with its verdict, judged by all files but the
//                   messages; the page says so beside them, and what the messages turn is put right at the end
//   all verdicts    everything is read, all invitations are judged, and the list can be worked on
// Rivals judge nothing: theirs is when all rows are parsed. Then the longest gap of a 4 ms heartbeat on the page's main thread, and the peak
// of resident memory above an empty page. Run it on a quiet machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, rested, serveSite } from '../../tests/browser/support.mjs';

const options = { rounds: '3', only: 'native inflate' };
const words = [];
for (let i = 2; i < process.argv.length; i++)
    process.argv[i].startsWith('--') ? options[process.argv[i].slice(2)] = process.argv[++i] : words.push(process.argv[i]);
if (!words[0]) {
    console.error('usage: scripts/bench intake ARCHIVE.zip [--peers FOLDER] [--only TEXT] [--rounds N] | --native yes');
    process.exit(2);
}
const archive = resolve(words[0]);
const size = basename(archive, '.zip');
const top = fileURLToPath(new URL('../../', import.meta.url));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
// 0 of a process that is ending: a renderer that Chromium held in reserve, say.
const memory = (pid, key) => Number(fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${key}:\\s+(\\d+)`))?.[1] ?? 0) / 1024;

if (options.native) {
    const run = (line) => spawnSync('bash', ['-c', line], { cwd: top, encoding: 'utf8', env: { ...process.env, ARCHIVE: archive } });
    const built = run('scripts/build native matching_bench discern >/dev/null');
    if (built.status !== 0) throw new Error(built.stderr);
    process.stdout.write(run('build/native/matching_bench "$ARCHIVE"').stdout);
    const lines = { 'discern import': 'build/native/discern import "$ARCHIVE" >/dev/null', 'unzip -p messages.csv | wc -l': 'unzip -p "$ARCHIVE" messages.csv | wc -l' };
    const taken = new Map(Object.keys(lines).map((name) => [name, []]));
    for (let round = 0; round < 5; round++)
        for (const [name, line] of Object.entries(lines)) {
            const begun = performance.now();
            if (run(line).status !== 0) throw new Error(name);
            taken.get(name).push(performance.now() - begun);
        }
    for (const [name, values] of taken) console.log(`${name}: ${Math.round(median(values))} ms (median of ${values.length})`);
    process.exit(0);
}

const site = await serveSite();
const browser = await launch();
const root = await browser.newBrowserCDPSession();
const renderers = async () => (await root.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);

// The renderer of a page is the one that grows when the page touches 96 MB.
async function rendererOf(page) {
    const pids = await renderers();
    const before = pids.map((pid) => memory(pid, 'VmRSS'));
    await page.evaluate(() => { globalThis.probe = new Uint8Array(96 << 20).fill(1); });
    const grown = pids.map((pid, i) => memory(pid, 'VmRSS') - before[i]);
    await page.evaluate(() => { globalThis.probe = null; });
    return pids[grown.indexOf(Math.max(...grown))];
}

const heartbeat = () => {
    const beat = globalThis.heart = { last: performance.now(), gap: 0, on: true };
    const turn = () => {
        const now = performance.now();
        beat.gap = Math.max(beat.gap, now - beat.last);
        beat.last = now;
        if (beat.on) setTimeout(turn, 4);
    };
    setTimeout(turn, 0);
};

async function runDiscern() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${site.url}icon.svg`);  // an empty page of the same origin, so of the same renderer
    const pid = await rendererOf(page);
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((done) => setTimeout(done, 200));
    const empty = memory(pid, 'VmRSS');
    await page.route('**/archive-of-the-bench.zip', (route) => route.fulfill({ path: archive, contentType: 'application/zip' }));
    await page.goto(site.url);
    await rested(page);
    await page.getByRole('button', { name: /^Try the sample/ }).first().dispatchEvent('click');
    await rested(page);
    await page.evaluate(async () => {
        const blob = await (await fetch('archive-of-the-bench.zip')).blob();
        globalThis.archiveFile = new File([blob], 'archive.zip');
    });
    await new Promise((done) => setTimeout(done, 1000));
    fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
    await page.evaluate(heartbeat);
    await new Promise((done) => setTimeout(done, 100));
    const result = await page.evaluate(() => new Promise((done, fail) => {
        const data = new DataTransfer();
        data.items.add(globalThis.archiveFile);
        globalThis.heart.gap = 0;
        const started = performance.now();
        let first = null;
        const look = new MutationObserver(() => {
            // The mirror tells what the frame shows that has just been drawn.
            if (first === null && document.querySelector('[aria-label="First verdicts"] p')) first = performance.now() - started;
            const all = [...document.querySelectorAll('button')].some((button) => /Go through them/.test(button.textContent + button.getAttribute('aria-label')));
            if (!all) return;
            look.disconnect();
            const ms = performance.now() - started;
            // The gap is looked at until everything is at rest, storage included.
            const rest = async () => {
                globalThis.gapAtVerdict = globalThis.heart.gap;
                await new Promise((later) => setTimeout(later, 1200));
                await globalThis.__discern.idle();
                globalThis.heart.on = false;
                done({ ms: first ?? ms, all: ms, gap: globalThis.heart.gap });
            };
            requestAnimationFrame(rest);
        });
        look.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        setTimeout(() => fail(new Error('no summary after two minutes')), 120_000);
    }));
    result.gapAtVerdict = await page.evaluate(() => globalThis.gapAtVerdict);
    result.memory = memory(pid, 'VmHWM') - empty;
    result.marks = await page.evaluate(() => performance.getEntriesByType('mark').map(({ name, startTime }) => [name, Math.round(startTime)]));
    await context.close();
    return result;
}

async function rivals() {
    if (!options.peers) return new Map();
    const folder = resolve(options.peers);
    process.chdir(folder);
    fs.mkdirSync('dist', { recursive: true });
    fs.mkdirSync('archives', { recursive: true });
    if (!fs.existsSync(`archives/${size}.zip`)) fs.symlinkSync(archive, `archives/${size}.zip`);
    const { build } = createRequire(join(folder, 'bench.mjs'))('esbuild');
    for (const entry of ['pipe', 'pipe-worker'])
        await build({ entryPoints: [`src/${entry}.js`], outfile: `dist/${entry}.js`, bundle: true, format: 'iife', minify: true, define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' }, logLevel: 'error' });
    const { serve } = await import(pathToFileURL(join(folder, 'bench.mjs')));
    const server = await serve();
    const open = async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
        const page = await context.newPage();
        page.setDefaultTimeout(120_000);
        await page.goto(`${server.url}/suite/pipe`);
        await page.waitForFunction(() => !!globalThis.variants);
        return { context, page };
    };
    const first = await open();
    const names = (await first.page.evaluate(() => Object.keys(globalThis.variants))).filter((name) => options.only === 'all' || name.includes(options.only));
    await first.context.close();
    return new Map(names.map((name) => [name, async () => {
        const { context, page } = await open();
        const pid = await rendererOf(page);
        await (await context.newCDPSession(page)).send('HeapProfiler.collectGarbage');
        await new Promise((done) => setTimeout(done, 200));
        const empty = memory(pid, 'VmRSS');
        await page.evaluate(([variant, which]) => globalThis.setupVariant(variant, which), [name, size]);
        fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
        const { ms, stallMs } = await page.evaluate((variant) => globalThis.runVariant(variant), name);
        const result = { ms, gap: stallMs, memory: memory(pid, 'VmHWM') - empty };
        await context.close();
        return result;
    }]));
}

const runners = new Map([...await rivals(), ['Discern, first verdict', runDiscern]]);
console.log(`${os.cpus().length} x ${os.cpus()[0].model}, ${process.platform} ${os.release()}, Chromium ${browser.version()}, archive ${size} of ${Math.round(fs.statSync(archive).size / 1e6)} MB`);
const all = new Map([...runners.keys()].map((name) => [name, []]));
for (let round = 0; round < Number(options.rounds); round++) {
    const order = [...runners.entries()];
    if (round % 2) order.reverse();
    for (const [name, run] of order) {
        const result = await run();
        all.get(name).push(result);
        const more = result.gapAtVerdict === undefined ? '' : ` (until all verdicts, ${Math.round(result.all)} ms: ${result.gapAtVerdict.toFixed(1)} ms)`;
        console.log(`round ${round + 1}  ${name}: ${Math.round(result.ms)} ms, longest gap ${result.gap.toFixed(1)} ms${more}, ${Math.round(result.memory)} MB above an empty page`);
        if (process.env.DISCERN_BENCH_MARKS) console.log(JSON.stringify(result.marks));
    }
}
for (const [name, results] of all)
    console.log(`median  ${name}: ${Math.round(median(results.map(({ ms }) => ms)))} ms, gap ${median(results.map(({ gap }) => gap)).toFixed(1)} ms, ${Math.round(median(results.map(({ memory: mb }) => mb)))} MB`);
if (all.size > 1) {
    const ours = all.get('Discern, first verdict');
    const best = [...all].filter(([name]) => !name.startsWith('Discern')).map(([, results]) => results);
    const share = (key) => (100 * median(ours.map((result, i) => result[key] / Math.min(...best.map((results) => results[i].ms))))).toFixed(0);
    console.log(`Discern: first verdict after ${share('ms')} %, all verdicts after ${share('all')} % of the best rival's time (medians of the rounds)`);
}
await browser.close();
site.close?.();
process.exit(0);
