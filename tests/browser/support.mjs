// What every browser test needs: the built page behind a plain static server, and Chromium to open it with.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const TOP = fileURLToPath(new URL('../../', import.meta.url));
export const SITE = process.env.DISCERN_SITE ?? join(TOP, 'build/web');

const TYPES = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
    '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
    '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};
// Without a graphics card; the last ones keep Chromium itself from calling home.
const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Serves build/web at a sub-path, as a project page on a static host is. `requests` lists the paths asked for. */
export async function serveSite(folder = SITE, base = '/some/where/') {
    const requests = [];
    const server = createServer(async (request, response) => {
        const path = decodeURIComponent(new URL(request.url, 'http://local').pathname);
        requests.push(path);
        const inside = normalize(path.slice(base.length) || 'index.html');
        const file = join(folder, inside.endsWith('/') ? inside + 'index.html' : inside);
        if (!path.startsWith(base) || !file.startsWith(normalize(folder))) return void response.writeHead(404).end();
        try {
            const bytes = await readFile(file);
            response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    return {
        url: `http://127.0.0.1:${server.address().port}${base}`,
        requests,
        close: () => new Promise((closed) => { server.closeAllConnections?.(); server.close(closed); }),
    };
}

export function chromiumPath() {
    const places = [process.env.DISCERN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const found = places.find((place) => place && existsSync(place));
    if (!found) throw new Error('no Chromium: scripts/setup installs it, or name one in DISCERN_CHROMIUM');
    return found;
}

export const launch = (options = {}) => chromium.launch({ executablePath: chromiumPath(), args: FLAGS, ...options });

/**
 * Opens the page in a fresh profile and waits until it rests.
 * `complaints` collects what went wrong meanwhile (errors, refused by the policy, lost files); a test ends with
 * `assert.deepEqual(opened.complaints, [])`.
 */
export async function openPage(browser, url, { width = 1440, height = 900, dpr = 1, theme = 'dark', touch = false,
    hash = '', ...more } = {}) {
    const context = await browser.newContext({
        viewport: { width, height }, deviceScaleFactor: dpr, colorScheme: theme, hasTouch: touch, isMobile: touch, ...more,
    });
    const page = await context.newPage();
    const complaints = [];
    watch(page, complaints);
    await page.goto(url + hash);
    await rested(page);
    return { context, page, complaints, close: () => context.close() };
}

/** Collects errors of a page into `complaints`. */
export function watch(page, complaints) {
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => complaints.push(`request failed: ${request.url()}`));
    page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    page.on('crash', () => complaints.push('the page crashed'));
}

/** Waits until no frame, job or fetch is pending. Never sleep in a test: wait for this or for what is to be seen. */
export async function rested(page, timeout = 60000) {
    await page.waitForFunction(() => globalThis.__discern?.idle, undefined, { timeout });
    await page.evaluate(() => globalThis.__discern.idle());
}
