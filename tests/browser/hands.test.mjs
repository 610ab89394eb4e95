// What hands and assistive technology find beyond pressing things: arrows among choices, words that a list leads to, a page
// pasted with a finger, the parts of a phone's screen that a notch covers, and what enlarges a picture.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DiscernPage } from './discern_page.mjs';
import { launch, openPage, serveSite } from './support.mjs';

let site, browser;
before(async () => { site = await serveSite(); browser = await launch(); });
after(async () => { await browser?.close(); await site?.close(); });

async function withPage({ welcome = false, ...options }, use) {
    const opened = await openPage(browser, site.url, options);
    const page = new DiscernPage(site, browser, opened);
    if (!welcome) await page.tryTheSample();
    await use(page, await page.page.context().newCDPSession(page.page));
    assert.deepEqual(page.complaints, []);
    await opened.close();
}
const phone = { width: 390, height: 844, dpr: 2, touch: true };

test('arrows choose among choices that exclude each other, and Tab goes past them', () => withPage({}, async (page) => {
    await page.press('button', /^Settings/);
    const theme = page.page.getByRole('radiogroup').filter({ has: page.page.getByRole('radio', { name: 'Dark' }) });
    const radios = theme.getByRole('radio');
    const checked = () => radios.evaluateAll((all) => all.findIndex((radio) => radio.getAttribute('aria-checked') === 'true'));
    const inTabOrder = () => radios.evaluateAll((all) => all.map((radio) => radio.tabIndex));
    assert.equal(await checked(), 0);
    assert.deepEqual(await inTabOrder(), [0, -1, -1]);
    await radios.first().focus();
    await page.keys('ArrowRight');
    assert.equal(await checked(), 1);
    assert.deepEqual(await inTabOrder(), [-1, 0, -1]);
    assert.equal(await page.page.evaluate(() => document.activeElement.innerText), 'Dark');
    await page.keys('ArrowLeft', 'ArrowLeft');
    assert.equal(await checked(), 2, 'round and round');
    await page.keys('ArrowDown');
    assert.equal(await checked(), 0);
    await page.keys('Tab');
    assert.notEqual(await page.page.evaluate(() => document.activeElement.closest('[role=radiogroup]')?.getAttribute('aria-label')), await theme.getAttribute('aria-label'));
}));

test('the desk leads from what it found to the words that are meant; what is well is no button', () => withPage({}, async (page) => {
    await page.keys('d', 'e');
    await page.page.waitForSelector('.edited:focus');
    await page.page.keyboard.press('Control+a');
    await page.page.keyboard.type('Zoë 🌊 here. Can we hop on a quick call about how we can help you? I like tides.');
    await page.keys('Escape');
    const list = page.page.getByRole('list', { name: 'Checks' }).or(page.page.getByRole('list').last());
    const found = list.getByRole('listitem').getByRole('button').first();
    const words = (await found.innerText()).match(/“(.*?)”/)[1];
    await found.dispatchEvent('click');
    await page.idle();
    const selected = await page.page.locator('.edited').evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.equal(selected, words);
    const plain = await list.getByRole('listitem').evaluateAll((all) => all.filter((item) => !item.querySelector('button')).map((item) => item.innerText));
    assert.ok(plain.length > 0, 'something is well');
    assert.ok(plain.every((item) => item.length > 3));
}));

test('bars and dialogs keep clear of a notch and of the line at the foot', () => withPage({ ...phone, welcome: true }, async (page, session) => {
    const insets = { top: 47, topMax: 47, bottom: 34, bottomMax: 34 };
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await page.page.setViewportSize({ width: phone.width, height: phone.height - 4 });  // as a turn of the phone does
    await page.page.waitForFunction(() => document.getElementById('canvas').height === 2 * 840);
    await page.idle();
    const free = async (where) => {
        const boxes = await page.page.locator('#mirror :is([role=dialog], nav button)').evaluateAll((all) => all.map((element) => [element.innerText.slice(0, 20), element.getBoundingClientRect().top, element.getBoundingClientRect().bottom]));
        assert.ok(boxes.length > 0, where);
        for (const [name, top, bottom] of boxes) assert.ok(top >= insets.top - 1 && bottom <= phone.height - 4 - insets.bottom + 1, `${where}: ${name}: ${top} to ${bottom}`);
    };
    await free('welcome');
    await page.tryTheSample();
    await free('received');
    await page.press('button', /^Settings/);
    await free('settings');
}));

test('a page of invitations can be pasted with a finger', () => withPage({ ...phone, welcome: true }, async (page) => {
    await page.press('button', /^Paste the invitations page/);
    await page.press('textbox', 'Pasted page');
    const box = await page.named('textbox', 'Pasted page').first().boundingBox();
    await page.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.page.waitForSelector('.edited:focus');
    await page.page.keyboard.insertText('Manage invitations\nReceived\nSent\nAll (1)\nRosa Tamm is inviting you to connect\nTranslator of sea charts\n1 week ago\nIgnore\nAccept\n');
    await page.idle();
    await page.press('button', 'Read it');
    await page.named('dialog').filter({ hasText: 'Rosa Tamm' }).waitFor({ state: 'attached' });
}));

test('Ctrl with the wheel, and a trackpad that is pinched, enlarge the page with its pictures: they are left to the browser', () => withPage({}, async (page) => {
    for (const view of [/^Goals/, /^Received/]) {
        await page.press('button', view);
        const prevented = await page.page.evaluate(() => [-100, 100, -3].map((deltaY) => !document.getElementById('canvas').dispatchEvent(
            new WheelEvent('wheel', { deltaY, ctrlKey: true, clientX: 700, clientY: 400, bubbles: true, cancelable: true }))));
        assert.deepEqual(prevented, [false, false, false]);
    }
}));
