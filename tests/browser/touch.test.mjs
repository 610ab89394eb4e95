// A phone: one finger scrolls with momentum, everything is large enough to be hit, two fingers zoom the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DiscernPage } from './discern_page.mjs';
import { launch, openPage, serveSite } from './support.mjs';

let site, browser;
before(async () => { site = await serveSite(); browser = await launch(); });
after(async () => { await browser?.close(); await site?.close(); });

async function onPhone(use) {
    const opened = await openPage(browser, site.url, { width: 390, height: 844, dpr: 2, touch: true });
    const page = new DiscernPage(site, browser, opened);
    const session = await page.page.context().newCDPSession(page.page);
    const finger = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await use(page, finger);
    assert.deepEqual(page.complaints, []);
    await opened.close();
}

// What can be pressed and is on the screen, smaller than a finger. A thing that a larger one encloses counts as that one.
const small = (page) => page.page.locator('#mirror :is(button, a, [role=checkbox], [role=tab], input)').evaluateAll((all) => {
    const boxes = all.map((element) => [element, element.getBoundingClientRect()]);
    const shown = boxes.filter(([, box]) => box.width > 1 && box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1);
    return shown.filter(([, box]) => box.height < 43.5 || box.width < 43.5)
        .map(([element, box]) => `${element.getAttribute('aria-label') ?? element.innerText}: ${Math.round(box.width)}x${Math.round(box.height)}`);
});

test('everything that can be pressed is at least 44 px high and wide', () => onPhone(async (page) => {
    assert.deepEqual(await small(page), [], 'welcome');
    await page.tryTheSample();
    assert.deepEqual(await small(page), [], 'received');
    const navigation = await page.page.locator('#mirror nav button').allInnerTexts();
    const row = await page.page.getByRole('listitem').first().boundingBox();
    await page.page.touchscreen.tap(row.x + row.width / 2, row.y + row.height / 2);
    await page.idle();
    assert.deepEqual(await small(page), [], 'receipt');
    await page.press('button', /^Back to/);
    for (const view of navigation) {
        await page.press('button', new RegExp(`^${view.split(',')[0]}`));
        assert.deepEqual(await small(page), [], view);
    }
}));

test('a finger scrolls the list, which goes on by itself and comes to rest', () => onPhone(async (page, finger) => {
    await page.tryTheSample();
    const first = () => page.page.getByRole('list', { name: 'Invitations' }).getByRole('listitem').first().boundingBox().then((box) => box.y);
    const before = await first();
    await finger('touchStart', [{ x: 200, y: 650 }]);
    for (let step = 1; step <= 6; ++step) {
        await finger('touchMove', [{ x: 200, y: 650 - 25 * step }]);
        await page.page.waitForTimeout(16);
    }
    const held = await first();
    await finger('touchEnd', []);
    await page.page.waitForTimeout(400);
    await page.idle();
    const rest = await first();
    assert.ok(before - held >= 90, `moved ${before - held} under the finger`);
    assert.ok(rest < held, `${held} to ${rest}: no momentum`);
    const drawn = () => page.page.evaluate(() => globalThis.__discern.framesDrawn);
    await page.page.waitForTimeout(2500);
    const count = await drawn();
    await page.page.waitForTimeout(500);
    assert.equal(await drawn(), count, 'it comes to rest');
}));

test('a scroll is no tap', () => onPhone(async (page, finger) => {
    await page.tryTheSample();
    await finger('touchStart', [{ x: 200, y: 600 }]);
    await finger('touchMove', [{ x: 200, y: 560 }]);
    await finger('touchMove', [{ x: 200, y: 520 }]);
    await finger('touchEnd', []);
    await page.idle();
    assert.equal(await page.named('button', /^Back to/).count(), 0);
}));

test('two fingers may zoom the page, and nothing forbids it', () => onPhone(async (page) => {
    const meta = await page.page.locator('meta[name=viewport]').getAttribute('content');
    assert.doesNotMatch(meta, /maximum-scale|user-scalable/);
    assert.match(await page.page.locator('#canvas').evaluate((canvas) => getComputedStyle(canvas).touchAction), /pinch-zoom|auto|manipulation/);
}));

test('a field on a phone is large enough that the browser does not zoom into it', () => onPhone(async (page) => {
    await page.tryTheSample();
    const field = await page.page.getByRole('textbox').first().boundingBox().catch(() => null);
    if (!field) return;
    await page.page.touchscreen.tap(field.x + field.width / 2, field.y + field.height / 2);
    await page.page.waitForSelector('.edited:focus');
    assert.ok(await page.page.locator('.edited').evaluate((edited) => parseFloat(getComputedStyle(edited).fontSize)) >= 16);
}));
