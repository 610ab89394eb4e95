// What every browser test needs: the built page behind a plain static server, and Chromium to open it with.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export { SITE, TOP, serveSite } from './site.mjs';

// Without a graphics card; the last ones keep Chromium itself from calling home.
const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

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
    hash = '', prepare = null, ...more } = {}) {
    const context = await browser.newContext({
        viewport: { width, height }, deviceScaleFactor: dpr, colorScheme: theme, hasTouch: touch, isMobile: touch, ...more,
    });
    const page = await context.newPage();
    if (prepare) await page.addInitScript(...prepare);  // [function, argument], before anything of the page runs
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
    // Chromium lets Playwright have file pickers only some time after it first asked: a test that asks just before its key loses them.
    page.on('filechooser', () => {});
}

/** Waits until no frame, job or fetch is pending. Never sleep in a test: wait for this or for what is to be seen. */
export async function rested(page, timeout = 60000) {
    await page.waitForFunction(() => globalThis.__discern?.idle, undefined, { timeout });
    await page.evaluate(() => globalThis.__discern.idle());
}

// Opens the page in a browser that refuses WebGL 2, and waits for the sentence that says so.
export async function saysWithoutWebGl2(browser, url) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === 'webgl2' ? null : original.call(this, kind, ...rest); };
    });
    await page.goto(url);
    await page.getByRole('heading', { name: 'This browser cannot draw Discern' }).waitFor();
    await context.close();
}
