// The main job in Firefox, driven by WebDriver BiDi: scripts/bench firefox (after scripts/setup --firefox).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serveSite } from '../site.mjs';
import { makeArchive } from '../../support/make_archive.mjs';

const firefox = [process.env.DISCERN_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => path && existsSync(path));
const patience = 60_000;

// Headless Firefox draws no WebGL without a graphics card ("tryNativeGL, exhausted GL driver options"); on a screen that is
// only in memory Mesa draws it.
async function screenInMemory() {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await Promise.race([once(server.stdio[3], 'data'), once(server, 'error').then(([error]) => { throw error; })]);
    return { name: `:${String(number).trim()}`, close: () => server.kill() };
}

let site, browser, screen;
before(async () => {
    site = await serveSite();
    screen = await screenInMemory();
    browser = await puppeteer.launch({
        browser: 'firefox', executablePath: firefox, headless: false, protocolTimeout: 180_000,
        // Software drawing, as on a machine without a graphics card; Firefox itself calls nobody.
        env: { ...process.env, DISPLAY: screen.name, MOZ_ENABLE_WAYLAND: '0', LIBGL_ALWAYS_SOFTWARE: '1' },
        extraPrefsFirefox: { 'webgl.force-enabled': true, 'webgl.disabled': false,
            'security.sandbox.content.level': 0,  // else the page's process may not reach the software driver
            'app.update.enabled': false, 'datareporting.policy.dataSubmissionEnabled': false, 'network.captive-portal-service.enabled': false },
    });
});
after(async () => { await browser?.close(); screen?.close(); await site?.close(); });

async function opened() {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.bringToFront();  // a tab behind another gets no animation frames
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error?.message ?? error)));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(site.url);
    await page.waitForFunction(() => globalThis.__discern?.idle || /cannot draw/.test(document.getElementById('cover')?.innerText ?? ''), { timeout: patience });
    assert.ok(await page.evaluate(() => Boolean(globalThis.__discern?.idle)), `no WebGL 2 in this Firefox: ${complaints.join('; ')}`);
    const idle = () => page.evaluate(() => globalThis.__discern.idle());
    await idle();
    const named = (words) => page.evaluate((text) => {
        const found = [...document.querySelectorAll('#mirror button, #mirror a')].find((element) => element.innerText.match(new RegExp(text)));
        found?.click();
        return found?.innerText ?? null;
    }, words);
    const press = async (words) => {
        const found = await named(words);
        assert.ok(found !== null, `nothing says ${words}`);
        await idle();
        return found;
    };
    const keys = async (...all) => { for (const key of all) await page.keyboard.press(key); await idle(); };
    const tab = (words) => page.evaluate((text) => [...document.querySelectorAll('#mirror [role=tab]')].map((e) => e.innerText).find((name) => name.startsWith(text)) ?? '', words);
    const left = async () => Number((await tab('All, ')).match(/, ([\d,]+)/)?.[1].replaceAll(',', ''));
    return { page, context, complaints, press, keys, idle, left };
}

test('Firefox opens the page, judges the sample and keeps still', async () => {
    const { page, context, complaints, press, idle, left } = await opened();
    await press('^Try the sample');
    assert.ok(await left() > 15);
    const drawn = await page.evaluate(() => {
        const gl = globalThis.__discern.gl;
        return !gl.isContextLost() && gl.drawingBufferWidth > 0 && gl.getError() === 0;
    });
    assert.ok(drawn);
    await idle();
    const times = await page.evaluate(() => globalThis.__discern.times);
    console.log(`# usable after ${Math.round(times.usable)} ms`);
    assert.deepEqual(complaints, []);
    await context.close();
});

test('Firefox reads an archive, judges by keys, undoes, and keeps it over a reload', async () => {
    const { page, context, complaints, press, keys, idle, left } = await opened();
    await press('^Try the sample');
    const { zip } = makeArchive({ connections: 400, invitations: 120, messages: 800 });
    const asked = site.requests.length;
    await page.evaluate((base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'archive.zip'));
        for (const kind of ['dragenter', 'dragover', 'drop']) window.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, zip.toString('base64'));
    await page.waitForFunction(() => [...document.querySelectorAll('#mirror button')].some((e) => e.innerText.startsWith('Go through them')), { timeout: patience });
    await press('^Go through them');
    const open = await left();
    assert.ok(open > 20, `${open} open`);
    for (let turn = 0; turn < 20; ++turn) await keys(String(1 + turn % 5));
    assert.equal(await left(), open - 20);
    await keys('z', 'z', 'z');
    assert.equal(await left(), open - 17);
    await page.waitForFunction(() => document.getElementById('mirror').innerText.includes('Saved in this browser'), { timeout: patience });
    assert.deepEqual(site.requests.slice(asked), [], 'requests after loading');
    assert.equal(await page.evaluate(() => globalThis.__discern.requests), 0);
    await page.reload();
    await page.waitForFunction(() => globalThis.__discern?.idle, { timeout: patience });
    await idle();
    assert.equal(await left(), open - 17);
    await keys('/');
    await page.waitForFunction(() => document.activeElement?.matches('.edited'), { timeout: patience });
    await page.keyboard.type('Zoé');
    await idle();
    assert.equal(await page.evaluate(() => document.querySelector('.edited').value), 'Zoé');
    await keys('Escape', 'Escape');
    await press('^Journal');
    assert.match(page.url(), /#journal$/);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.hash !== '#journal', { timeout: patience });
    await idle();
    assert.ok(await left() > 0, 'the list is back');
    assert.deepEqual(complaints, []);
    await context.close();
});
