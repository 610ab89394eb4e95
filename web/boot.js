// Loads the program, shows how far it is, and starts it; or says in plain words why it cannot.

import {coverWords, speak} from './host/cover.js';
import {Host} from './host/host.js';
import {languageToLoad} from './host/language.js';
import {Memory} from './host/memory.js';
import {unpacked} from './host/unpack.js';
import {prepareWords} from './host/words.js';
import {workerScript} from './host/worker.js';

const appUrl = './app.mjs';
const packedUrl = new URL('./app.wasm.lzma', import.meta.url);
const unpackUrl = new URL('./unpack.wasm', import.meta.url);

// All but index.html and the service worker stand in a folder named after its content (scripts/site.py).
const folder = new URL('.', import.meta.url).pathname.split('/').at(-2);
const serviceWorker = new URL(`../service_worker.js?build=${folder}`, import.meta.url).href;
const workerUrls = new Set([serviceWorker]);
const policy = globalThis.trustedTypes?.createPolicy('discern', {
    createScriptURL(url) {
        if (!workerUrls.has(url)) throw new TypeError('Only our own workers.');
        return url;
    },
    createHTML: (html) => html,  // of print(): our own report, and no script can run in it (CSP)
});
const trustedUrl = (url) => (policy ? policy.createScriptURL(url) : url);

// Workers are made of text that the page holds already, so that starting one later needs no server.
function workerMaker(createApp) {
    const url = URL.createObjectURL(new Blob([workerScript(createApp, Memory)], {type: 'text/javascript'}));
    workerUrls.add(url);
    return () => new Worker(trustedUrl(url), {type: 'module', name: 'jobs'});
}

const byId = (id) => document.getElementById(id);

// One of the sections of index.html instead of the loading screen.
function show(id, detail = '') {
    for (const section of document.querySelectorAll('#cover > section')) section.hidden = section.id !== id;
    byId('cover').hidden = false;
    const place = byId(id).querySelector('.detail');
    if (place) place.textContent = detail;
}

async function fetched(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname.split('/').at(-1)}: ${response.status}`);
    return response;
}

// What has come is counted, unpacked and compiled while the rest is on its way. scripts/site.py has put into the bar how
// much it will be.
async function compile(unpacker) {
    const {body} = await fetched(packedUrl);
    const bar = byId('progress');
    const count = (loaded) => { if (bar.max > 1) bar.value = Math.min(loaded, bar.max); };
    const program = unpacked(body, await unpacker, count);
    return WebAssembly.compileStreaming(new Response(program, {headers: {'Content-Type': 'application/wasm'}}));
}

// The words of a language other than English, or null: then it is English all the same.
async function wordsOf(language, unpacker) {
    if (language === 'en') return null;
    try {
        const {body} = await fetched(new URL(`./words-${language}.json.lzma`, import.meta.url));
        return new Uint8Array(await new Response(unpacked(body, await unpacker)).arrayBuffer());
    } catch (error) {
        console.warn(error);
        return null;
    }
}

function crash(host) {
    return (error) => {
        console.error(error);
        byId('mirror').replaceChildren();
        byId('fields').replaceChildren();
        show('crashed', String(error?.message ?? error));
        byId('rescue').addEventListener('click', () => rescue(host));
        byId('again').addEventListener('click', () => location.reload(), {once: true});
    };
}

// What was stored last, as a file to open again. A fresh instance of the program in the worker writes it.
async function rescue(host) {
    const say = (words) => { byId('crashed').querySelector('.rescued').textContent = words; };
    const kept = await host.storage.all().catch(() => []);
    if (kept.length === 0) return say(coverWords('nothing_stored'));
    host.jobs.done = (job, ok, bytes) => {
        // If even that fails: goals, decisions and answers as they lie in storage.
        const rest = kept.find(({name}) => name === 'state')?.bytes;
        if (ok || rest) host.files.save('discern-rescued.discern.json', ok ? bytes : rest, 'application/json');
        say(coverWords(ok ? 'rescued' : 'rescued_part'));
    };
    host.jobs.end();
    host.jobs.running = null;
    host.jobs.run(0, 'rescue', kept.map(({name, bytes}) => ({name, bytes: bytes.slice(), hostFile: 0})));
}

// Only by wish (`?offline=yes`, until `?offline=no`): a browser asks the server now and then whether a service worker is
// still the newest, long after the page was loaded, and Discern promises that nothing is asked for then.
async function keepForOffline() {
    if (!navigator.serviceWorker || !folder.startsWith('app-')) return;
    const wish = new URLSearchParams(location.search).get('offline');
    const scope = new URL('..', import.meta.url).pathname;
    const known = await navigator.serviceWorker.getRegistration(scope);
    if (wish === 'no') return void await known?.unregister();
    if (wish !== 'yes' && !known) return;
    const registration = await navigator.serviceWorker.register(trustedUrl(serviceWorker), {scope});
    const worker = registration.installing ?? registration.waiting;
    await new Promise((resolve) => {
        const look = () => { if (!worker || worker.state === 'activated' || worker.state === 'redundant') resolve(); };
        worker?.addEventListener('statechange', look);
        look();
    });
}

async function boot() {
    const language = languageToLoad();
    speak(language);
    if (typeof WebAssembly !== 'object') return show('unable');
    const started = performance.now();
    const unpacker = fetched(unpackUrl).then(async (response) => WebAssembly.compile(await response.arrayBuffer()));
    const loading = Promise.all([compile(unpacker), import(appUrl), wordsOf(language, unpacker)]);
    loading.catch(() => {});  // looked at below
    // Meanwhile: what takes its time elsewhere, in the graphics process and in the browser's storage.
    const host = new Host({canvas: byId('canvas'), policy});
    if (!host.gl) return show('unable');
    globalThis.requestIdleCallback?.(() => prepareWords(language));
    let module, createApp, words;
    try {
        [module, {default: createApp}, words] = await loading;
    } catch (error) {
        byId('retry').addEventListener('click', () => location.reload(), {once: true});
        return show('unloaded', String(error?.message ?? error));
    }
    const loaded = performance.now();
    const shim = new Proxy(host, {get: (target, name) => (typeof target[name] === 'function' ? target[name].bind(target) : target[name])});
    const app = await createApp({
        host: shim,
        instantiateWasm(imports, ready) {
            WebAssembly.instantiate(module, imports).then((instance) => ready(instance, module));
            return {};
        },
        onAbort: (what) => { host.abortReason = String(what); },
    });
    const created = performance.now();
    await host.prepare(app);
    await host.start({app, module, language, words, makeWorker: workerMaker(createApp), crash: crash(host)});
    byId('cover').hidden = true;
    document.body.classList.add('running');
    const firstFrame = performance.now();

    // After the first picture: what makes later things quick, and possible without a network.
    host.loop.begin();
    host.usable.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        Promise.allSettled([host.jobs.warm(), keepForOffline()]).finally(() => {
            host.page.watchRequests();
            host.loop.end();
        });
    }))));
    globalThis.__discern = {
        idle: () => host.loop.idle(),
        get framesDrawn() { return host.loop.framesDrawn; },
        get turns() { return host.loop.turns; },
        get picturesShown() { return host.loop.picturesShown; },
        get frameTimes() { return [...host.loop.frameTimes]; },  // ms of our own work for each of the last turns
        get mirrorPatches() { return host.mirror.patches; },
        get glyphsDrawn() { return host.glyphs.drawn; },
        get storeState() { return host.storage.state; },
        get memoryBytes() { return app.HEAPU8.length; },
        get requests() { return host.page.requests; },  // since load, as the program was told
        get workerAlive() { return host.jobs.worker !== null; },
        gl: host.gl,
        // ms since the navigation; `usable` is when something can be pressed
        get times() { return {started, loaded, created, firstFrame, usable: host.usableAt}; },
    };
}

boot().catch((error) => show('unloaded', String(error?.message ?? error)));
