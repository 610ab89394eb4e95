// The page as a whole: it opens from any folder of any static host, draws, keeps still, asks for nothing afterwards.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { coloursIn, decodePng } from './picture.mjs';
import { SITE, launch, openPage, rested, serveSite } from './support.mjs';

let site, browser;
before(async () => {
    site = await serveSite();
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await site?.close();
});

const SIZES = [
    { width: 1440, height: 900, theme: 'dark' }, { width: 1440, height: 900, theme: 'light', dpr: 2 },
    { width: 900, height: 700, theme: 'dark', dpr: 1.5 }, { width: 390, height: 844, theme: 'light', dpr: 2, touch: true },
];
for (const size of SIZES) {
    test(`draws at ${size.width}x${size.height}, ${size.theme}, without an error`, async () => {
        const opened = await openPage(browser, site.url, size);
        const lost = await opened.page.evaluate(() => document.querySelector('canvas').getContext('webgl2')?.isContextLost() ?? true);
        assert.equal(lost, false);
        const picture = decodePng(await opened.page.locator('canvas').first().screenshot());
        assert.ok(coloursIn(picture) > 100, `only ${coloursIn(picture)} colours: nothing was drawn`);
        assert.deepEqual(opened.complaints, []);
        await opened.close();
    });
}

test('asks for nothing after it has loaded, whatever is done in it', async () => {
    const opened = await openPage(browser, site.url);
    const asked = site.requests.length;
    const elsewhere = [];
    opened.page.on('request', (request) => elsewhere.push(request.url()));
    for (const key of ['j', 'j', 'k', 'Enter', 'Escape']) await opened.page.keyboard.press(key);
    await opened.page.mouse.click(700, 400);
    await rested(opened.page);
    assert.equal(site.requests.length, asked);
    assert.deepEqual(elsewhere, []);
    await opened.close();
});

test('carries a policy that allows no foreign code and no foreign address', async () => {
    const html = await readFile(join(SITE, 'index.html'), 'utf8');
    const policy = html.match(/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/i)?.[1] ?? '';
    const directives = Object.fromEntries(policy.split(';').map((part) => part.trim().split(/\s+/)).filter((p) => p[0]).map(([name, ...values]) => [name, values]));
    assert.deepEqual(directives['default-src'], ["'none'"]);
    assert.deepEqual(directives['script-src'], ["'self'", "'wasm-unsafe-eval'"]);
    assert.deepEqual(directives['connect-src'], ["'self'"]);
    for (const [name, values] of Object.entries(directives))
        for (const value of values) assert.ok(!/unsafe-inline|'unsafe-eval'|https?:|\*/.test(value), `${name} allows ${value}`);
});

test('offers assistive technology a page without faults', async () => {
    const opened = await openPage(browser, site.url, { bypassCSP: true });
    await opened.page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const found = await opened.page.evaluate(async () => (await globalThis.axe.run()).violations.map((v) => `${v.id}: ${v.help}`));
    assert.deepEqual(found, []);
    await opened.close();
});
