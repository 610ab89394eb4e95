// The page as a good neighbour: what is the browser's stays the browser's, and nothing that happens to a tab loses work.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { DiscernPage } from './discern_page.mjs';
import { coloursIn, decodePng } from './picture.mjs';
import { launch, openPage, serveSite, watch, saysWithoutWebGl2 } from './support.mjs';

let site, browser;
before(async () => { site = await serveSite(); browser = await launch(); });
after(async () => { await browser?.close(); await site?.close(); });

// One browser for all of them; each test has its own profile.
async function withPage(options, use) {
    const opened = await openPage(browser, site.url, options);
    const page = new DiscernPage(site, browser, opened);
    if (!options.welcome) await page.tryTheSample();
    await use(page);
    assert.deepEqual(page.complaints, []);
    await opened.close();
}

const interactive = '#mirror :is(button, a, input, textarea, [role=checkbox], [role=slider])';
const heading = (page) => page.page.getByRole('group', { name: /^Receipt: / }).first().getAttribute('aria-label');
const views = ['Received', 'Goals', 'Journal', 'Settings'];

test('shortcuts of the browser are left to it', () => withPage({}, async (page) => {
    const swallowed = await page.page.evaluate(() => {
        const chords = [...'rtlnwfpgdhju+-0'].map((key) => ({ key, code: `Key${key.toUpperCase()}`, ctrlKey: true }));
        for (const key of ['F3', 'F5', 'F6', 'F11', 'F12']) chords.push({ key, code: key });
        for (const key of ['ArrowLeft', 'ArrowRight', 'd']) chords.push({ key, code: key, altKey: true });
        chords.push({ key: 'i', code: 'KeyI', ctrlKey: true, shiftKey: true }, { key: 'r', code: 'KeyR', ctrlKey: true, shiftKey: true });
        return chords.filter((chord) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...chord, cancelable: true, bubbles: true }))).map(({ key }) => key);
    });
    assert.deepEqual(swallowed, []);
}));

test('Back and Forward walk through the views, and the address holds no data', () => withPage({}, async (page) => {
    for (const view of ['Goals', 'Journal', 'Settings']) await page.press('button', new RegExp(`^${view}`));
    assert.match(page.page.url(), /#settings$/);
    const current = () => page.page.locator('#mirror nav [aria-current=page]').first().innerText();
    await page.page.goBack();
    await page.idle();
    assert.match(await current(), /^Journal/);
    await page.page.goBack();
    await page.idle();
    assert.match(await current(), /^Goals/);
    await page.page.goForward();
    await page.idle();
    assert.match(await current(), /^Journal/);
    assert.match(new URL(page.page.url()).hash, /^#[a-z]*$/);
}));

test('files may be dropped anywhere', () => withPage({}, async (page) => {
    const csv = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAlma,Sund,https://www.linkedin.com/in/alma-sund,,Tidemill,Pilot,08 Feb 2026\n';
    for (const place of ['#canvas', '#mirror', 'h1.away', 'html']) {
        const taken = await page.page.evaluate(([selector, text]) => {
            const data = new DataTransfer();
            data.items.add(new File([text], 'Connections.csv'));
            const element = document.querySelector(selector);
            return ['dragenter', 'dragover', 'drop'].map((kind) => !element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true })));
        }, [place, csv]);
        assert.deepEqual(taken.slice(1), [true, true], `${place}: the browser would open the file instead`);
        await page.idle();
        await page.named('dialog', /archive/i).first().waitFor({ state: 'attached' });
        await page.keys('Escape');
    }
}));

test('a saved file says what it is and when it was saved', () => withPage({}, async (page) => {
    const [download] = await Promise.all([page.page.waitForEvent('download'), page.page.keyboard.press('Control+s')]);
    assert.match(download.suggestedFilename(), /^discern-\d{4}-\d\d-\d\d\.discern\.json$/);
    assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).format, 'discern');
}));

test('the title counts what is open', () => withPage({}, async (page) => {
    const count = async () => Number((await page.page.title()).match(/\((\d+)\)/)[1]);
    const before = await count();
    await page.keys('1');
    assert.equal(await count(), before - 1);
    await page.keys('z');
    assert.equal(await count(), before);
}));

test('links open in a new tab that knows nothing of this one', () => withPage({}, async (page) => {
    const links = await page.page.locator('#mirror a').evaluateAll((all) => all.map((link) => [link.target, link.rel, link.protocol]));
    for (const [target, rel, protocol] of links) assert.deepEqual([target, rel, protocol], ['_blank', 'noopener noreferrer', 'https:']);
}));

test('a lost graphics context comes back with the same picture, and verdicts go on', () => withPage({}, async (page) => {
    await page.page.mouse.move(1435, 895);
    await page.keys('j', 'j', 'k');  // drawn part by part, and afterwards all at once
    await page.page.waitForTimeout(600);
    await page.idle();
    const before = await page.page.screenshot();
    await page.page.evaluate(() => new Promise((done) => {
        const loss = globalThis.__discern.gl.getExtension('WEBGL_lose_context');
        const canvas = globalThis.__discern.gl.canvas;
        canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext(), 50));
        canvas.addEventListener('webglcontextrestored', () => done());
        loss.loseContext();
    }));
    await page.idle();
    assert.ok((await page.page.screenshot()).equals(before));
    const first = await heading(page);
    await page.keys('1');
    assert.notEqual(await heading(page), first);
}));

test('a tab that was frozen goes on where it was', () => withPage({}, async (page) => {
    const session = await page.page.context().newCDPSession(page.page);
    const first = await heading(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await page.idle();
    assert.equal(await heading(page), first);
    await page.keys('j');
    assert.notEqual(await heading(page), first);
}));

test('a machine without WebGL 2 gets a sentence', () => saysWithoutWebGl2(browser, site.url));

// A browser window of 1440x900 at 200 % has 720x450 CSS pixels of two device pixels each.
for (const [zoom, width, height] of [[200, 720, 450], [400, 360, 225]]) {
    test(`at ${zoom} % zoom everything stays within reach`, () => withPage({ width, height, dpr: zoom / 100 }, async (page) => {
        for (const view of views) {
            await page.press('button', new RegExp(`^${view}`));
            // Tabs stand in a strip of their own, which scrolls to the one in focus.
            const outside = await page.page.locator(`${interactive}:not([role=tab])`).evaluateAll((all, most) => all.map((element) => [element.innerText || element.ariaLabel, element.getBoundingClientRect()])
                .filter(([, box]) => box.right > most + 1 || box.left < -1).map(([name, box]) => `${name}: ${Math.round(box.left)} to ${Math.round(box.right)}`), width);
            assert.deepEqual(outside, [], view);
        }
        const picture = decodePng(await page.page.screenshot());
        assert.equal(picture.width, width * zoom / 100);
        assert.ok(coloursIn(picture) > 50);
    }));
}

test('changing the zoom while it runs draws anew at the new scale', () => withPage({}, async (page) => {
    const session = await page.page.context().newCDPSession(page.page);
    await session.send('Emulation.setDeviceMetricsOverride', { width: 720, height: 450, deviceScaleFactor: 2, mobile: false });
    await page.page.waitForFunction(() => document.getElementById('canvas').width === 1440);
    await page.idle();
    assert.ok(await page.named('button', /^Goals/).count() > 0);
}));

test('reduced motion, more contrast and forced colours are heeded', async () => {
    const shot = async (media) => {
        const opened = await openPage(browser, site.url, media);
        const page = new DiscernPage(site, browser, opened);
        await page.tryTheSample();
        await page.page.mouse.move(1435, 895);
        await page.idle();
        const picture = await page.page.screenshot();
        const before = await page.page.evaluate(() => globalThis.__discern.picturesShown);
        await page.keys('1');
        const frames = (await page.page.evaluate(() => globalThis.__discern.picturesShown)) - before;
        assert.deepEqual(page.complaints, []);
        await opened.close();
        return { picture, frames };
    };
    const plain = await shot({}), calm = await shot({ reducedMotion: 'reduce' });
    const contrast = await shot({ contrast: 'more' }), forced = await shot({ forcedColors: 'active' });
    assert.ok(calm.frames <= plain.frames && calm.frames <= 6, `${calm.frames} pictures of calm, ${plain.frames} else`);
    assert.ok(!contrast.picture.equals(plain.picture), 'more contrast changes nothing');
    assert.ok(!forced.picture.equals(plain.picture), 'forced colours change nothing');
});

test('a request after loading would be seen and counted', () => withPage({}, async (page) => {
    await page.page.getByText('0 bytes sent since load').first().waitFor({ state: 'attached' });
    // The page's own connections are all that its policy allows; this stands for a fault of ours.
    await page.page.evaluate(() => fetch('./build.json').then((answer) => answer.text()));
    await page.page.waitForTimeout(300);
    await page.idle();
    assert.equal(await page.page.evaluate(() => globalThis.__discern.requests), 1);
}));

test('a worker that was ended is started again without asking the server', () => withPage({}, async (page) => {
    const asked = site.requests.length;
    const rows = Array.from({ length: 60_000 }, (_, i) => `Name${i},Sund,https://www.linkedin.com/in/sund-${i},,Tidemill,Pilot,08 Feb 2026`);
    const csv = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
    // Cancelled as soon as it is said that it is at work: before, no worker would be ended.
    await page.page.evaluate(([text]) => new Promise((done) => {
        const look = new MutationObserver(() => {
            if (!/ MB/.test(document.getElementById('mirror').textContent)) return;
            look.disconnect();
            [...document.querySelectorAll('#mirror button')].find((button) => /^Cancel/.test(button.textContent)).click();
            done();
        });
        look.observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true });
        const data = new DataTransfer();
        data.items.add(new File([text], 'Connections.csv'));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }), [csv + rows.join('\n')]);
    await page.idle();
    assert.equal(await page.page.evaluate(() => globalThis.__discern.workerAlive), false);
    await page.drop([{ name: 'Connections.csv', bytes: csv + rows[0] }]);
    await page.named('dialog', /archive/i).first().waitFor({ state: 'attached' });
    assert.deepEqual(site.requests.slice(asked), []);
    assert.equal(await page.page.evaluate(() => globalThis.__discern.requests), 0);
}));

test('a field takes what an input method composes', () => withPage({}, async (page) => {
    await page.keys('/');
    await page.page.waitForSelector('.edited:focus');
    const session = await page.page.context().newCDPSession(page.page);
    const text = () => page.page.locator('.edited').inputValue();
    await session.send('Input.imeSetComposition', { text: 'あ', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: 'あお', selectionStart: 2, selectionEnd: 2 });
    assert.equal(await text(), 'あお', 'what is composed stands in the field');
    await session.send('Input.insertText', { text: '青' });
    await page.idle();
    assert.equal(await text(), '青');
    await page.page.keyboard.press('Backspace');
    await page.page.keyboard.type('Łucja');
    await page.idle();
    assert.equal(await text(), 'Łucja');
    await page.page.keyboard.press('Escape');
    await page.idle();
    assert.equal(await page.page.locator('.edited').count(), 0);
}));

async function faults(page) {
    return page.evaluate(async () => (await globalThis.axe.run()).violations.map((v) => `${v.impact} ${v.id}: ${v.nodes[0].html}`));
}

// Each way to a dialog, and from where it is opened.
const dialogs = {
    keys: (page) => page.keys('?'), palette: (page) => page.keys('Control+k'), 'favor test': (page) => page.keys('f'), filter: (page) => page.keys('/'),
    evidence: (page) => page.keys('Enter', 'e', 'b'), snooze: (page) => page.keys('h'), reason: (page) => page.keys('1', 'r'), 'work sheet': (page) => page.keys('Shift+E'),
    'list options': (page) => page.keys('s'), selection: (page) => page.keys('x', 'j', 'x'), desk: (page) => page.keys('d'),
    entry: async (page) => { await page.press('button', /^(Sent & plan|Plan)/); await page.keys('n'); },
    lenses: async (page) => { await page.press('button', /^Goals/); await page.press('button', 'Compare lenses'); },
    factors: async (page) => { await page.press('button', /^Goals/); await page.press('button', 'What weighs more: show'); await page.press('radio', 'I put them in order'); },
    'archive help': async (page) => { await page.press('button', /^Settings/); await page.press('button', /^Show how/); },
    erase: async (page) => { await page.press('button', /^Settings/); await page.press('button', /^Erase/); },
    trouble: (page) => page.drop([{ name: 'photo.png', bytes: Buffer.from('PNG') }]),
};
const guises = {
    dark: {}, light: { theme: 'light' }, 'at 200 % zoom': { width: 720, height: 450, dpr: 2 }, 'in forced colours': { forcedColors: 'active' },
    'on a phone': { width: 390, height: 844, dpr: 2, touch: true },
};
for (const [guise, options] of Object.entries(guises))
    test(`axe finds no fault in any view or dialog, ${guise}`, async (t) => {
        const opened = await openPage(browser, site.url, { bypassCSP: true, ...options });
        await opened.page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
        const page = new DiscernPage(site, browser, opened);
        let looked = 0;
        const look = async (name) => { ++looked; assert.deepEqual(await faults(page.page), [], name); };
        await look('welcome');
        await page.tryTheSample();
        const navigation = await page.page.locator('#mirror nav button').allInnerTexts();
        for (const view of navigation) {
            await page.press('button', new RegExp(`^${view.split(',')[0]}`));
            await look(view);
        }
        for (const [name, reach] of Object.entries(dialogs)) {
            await page.press('button', /^Received/);
            await reach(page);
            await look(name);
            await page.keys('Escape', 'Escape', 'Escape');
        }
        t.diagnostic(`${looked} states`);
        await opened.close();
    });

test('everything that can be pressed has a name, and headings keep their order', () => withPage({}, async (page) => {
    const navigation = await page.page.locator('#mirror nav button').allInnerTexts();
    for (const view of navigation) {
        await page.press('button', new RegExp(`^${view.split(',')[0]}`));
        const told = await page.page.evaluate((selector) => ({
            nameless: [...document.querySelectorAll(selector)].filter((e) => !(e.innerText || e.ariaLabel || e.getAttribute('aria-label') || '').trim()).map((e) => e.outerHTML),
            levels: [...document.querySelectorAll('h1, #mirror :is(h2, h3, h4, h5, h6)')].map((e) => Number(e.tagName[1])),
        }), interactive);
        assert.deepEqual(told.nameless, [], view);
        assert.ok(told.levels.every((level, i) => i === 0 || level <= told.levels[i - 1] + 1), `${view}: ${told.levels}`);
    }
}));

test('the whole job is done by keyboard alone', async () => {
    const opened = await openPage(browser, site.url, {});
    const page = new DiscernPage(site, browser, opened);
    // Tab to the button that opens the file picker.
    const focused = () => page.page.evaluate(() => (document.activeElement.tagName === 'BUTTON' ? document.activeElement.innerText : ''));
    for (let turn = 0; turn < 20 && !/choose the file/i.test(await focused()); ++turn) await page.page.keyboard.press('Tab');
    assert.match(await focused(), /choose the file/i);
    const chooser = page.page.waitForEvent('filechooser');
    await page.page.keyboard.press('Enter');
    const invitations = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n' + Array.from({ length: 8 }, (_, i) =>
        `Person${i} Sund,Alma Okonedo,"1/${i + 1}/26, 2:37 PM",,INCOMING,https://www.linkedin.com/in/sund-${i},https://www.linkedin.com/in/alma-okonedo`).join('\n');
    await (await chooser).setFiles([{ name: 'Invitations.csv', mimeType: 'text/csv', buffer: Buffer.from(invitations) }]);
    await page.named('button', /Go through/).first().waitFor({ state: 'attached' });  // it is read
    await page.idle();
    for (let turn = 0; turn < 20 && !/Go through/.test(await focused()); ++turn) await page.page.keyboard.press('Tab');
    await page.keys('Enter');
    const left = async () => Number((await page.named('tab', /^All, /).innerText()).split(', ')[1]);
    assert.equal(await left(), 8);
    await page.keys('1', '2', '3', 'j', 'z');
    assert.equal(await left(), 6);
    await page.keys('Control+k');
    await page.page.keyboard.type('journal');
    await page.keys('Enter');
    assert.match(page.page.url(), /#journal$/);
    assert.deepEqual(page.complaints, []);
    await opened.close();
});

// But for the field that is edited, which is the browser's own.
test('the mirror is heard and never seen', () => withPage({}, async (page) => {
    const shade = (opacity) => page.page.evaluate((value) => { document.getElementById('mirror').style.opacity = value; }, opacity);
    const look = async (place) => {
        await page.page.mouse.move(1435, 895);
        await page.idle();
        const seen = await page.page.screenshot();
        await shade('0');
        assert.ok((await page.page.screenshot()).equals(seen), place);
        await shade('');
    };
    await look('received');
    await page.keys('d', '1');
    await look('note desk');
    await page.keys('Escape');
    for (const view of ['Sent & plan', 'Goals', 'Journal', 'Settings']) {
        await page.press('button', new RegExp(`^${view}`));
        await look(view);
    }
}));

test('a window of a few pixels is drawn like any other', async () => {
    const opened = await openPage(browser, site.url, { width: 1, height: 1 });
    assert.deepEqual(opened.complaints, []);
    await opened.close();
});

test('what is printed is a report and not the canvas', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = [];
    watch(page, complaints);
    await page.goto(site.url);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => [...document.body.children].filter((e) => getComputedStyle(e).display !== 'none').map((e) => e.id));
    assert.deepEqual(shown.filter((id) => id !== 'print'), []);
    assert.deepEqual(complaints, []);
    await context.close();
});
