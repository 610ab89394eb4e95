// Keeps the page usable without a network. index.html comes from the network where that answers within three seconds, so
// that a new build is seen at once; all it names stands in a folder named after its content and never changes. Nothing
// but this page's own files is ever fetched.

const folder = new URL(location.href).searchParams.get('build');
const cacheName = `discern ${folder}`;
const base = new URL('./', location.href);
const patienceMs = 3000;
const buildsKept = 2;  // an open tab may still be the one before

// Bytes that are known to be whole: a cache is either complete or not there.
async function fill() {
    const build = await (await fetch(new URL('build.json', base), {cache: 'no-store'})).json();
    if (build.folder !== folder) throw new Error('a newer build has come meanwhile');
    const index = await fetch(base, {cache: 'no-store'});
    if (!(await index.clone().text()).includes(`./${folder}/`)) throw new Error('index.html is of another build');
    const names = Object.keys(build.files).filter((name) => name !== 'index.html' && !name.startsWith('licenses/') && name !== 'service_worker.js');
    const answers = await Promise.all(names.map(async (name) => {
        const answer = await fetch(new URL(name, base));
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return [new URL(name, base), answer];
    }));
    const cache = await caches.open(cacheName);
    for (const [url, answer] of answers) await cache.put(url, answer);
    await cache.put(base, index);
}

async function forgetOldBuilds() {
    const names = (await caches.keys()).filter((name) => name.startsWith('discern app-'));
    for (const name of names.filter((other) => other !== cacheName).slice(0, -(buildsKept - 1) || undefined)) await caches.delete(name);
}

async function index(request) {
    const gaveUp = new AbortController();
    const timer = setTimeout(() => gaveUp.abort(), patienceMs);
    try {
        const answer = await fetch(request.url, {cache: 'no-cache', signal: gaveUp.signal});
        if (answer.ok) return answer;
    } catch {
        // offline, or too slow: what was kept
    } finally {
        clearTimeout(timer);
    }
    return (await (await caches.open(cacheName)).match(base)) ?? (await caches.match(base)) ?? Response.error();
}

async function file(request) {
    const kept = await caches.match(request, {ignoreSearch: true});
    return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetOldBuilds().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
    const {request} = event;
    const url = new URL(request.url);
    const own = url.origin === base.origin && url.pathname.startsWith(base.pathname);
    if (request.method !== 'GET' || !own) return event.respondWith(Response.error());
    const isIndex = request.mode === 'navigate' && (url.pathname === base.pathname || url.pathname === `${base.pathname}index.html`);
    if (isIndex) return event.respondWith(index(request));
    if (url.pathname === new URL('build.json', base).pathname) return;  // always the server's
    event.respondWith(file(request));
});
