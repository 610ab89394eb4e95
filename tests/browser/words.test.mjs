// What only a browser can say: numbers and days by Intl, the language of the page, print, the icon, forced colours.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeArchive } from '../support/make_archive.mjs';
import { DiscernPage } from './discern_page.mjs';

test('speaks the language of the browser and changes it at once', async () => {
    const page = await DiscernPage.open({ locale: 'de-DE', welcome: true });
    assert.equal(await page.page.evaluate(() => document.documentElement.lang), 'de');
    await page.press('button', /^Beispiel ausprobieren/);
    await page.press('button', 'Einstellungen');
    await page.press('radio', 'Español');
    await page.named('button', 'Ajustes').first().waitFor({ state: 'attached' });
    assert.equal(await page.page.evaluate(() => document.documentElement.lang), 'es');
    await page.named('radio', 'Español').first().waitFor({ state: 'attached' });  // where it was chosen
    assert.deepEqual(page.complaints, []);
    await page.close();
});

test('a change of language loads the page again and keeps an archive with what was decided of it', async () => {
    const page = await DiscernPage.open({ welcome: true });
    await page.drop([{ name: 'archive.zip', bytes: makeArchive({ connections: 40, invitations: 30, messages: 60, seed: 5 }).zip }]);
    await page.press('button', 'Go through them');
    await page.keys('1', '3');
    const left = async (name) => Number((await page.named('tab', name).first().innerText()).split(', ')[1]);
    const before = await left(/^All, /);
    await page.press('button', 'Settings');
    await page.press('radio', 'Deutsch');
    await page.named('button', /^Erhalten/).first().waitFor({ state: 'attached' });
    await page.idle();
    await page.press('button', /^Erhalten/);
    assert.equal(await left(/^Alle, /), before);
    await page.press('button', /^Journal/);
    assert.equal(await page.page.getByText('2 Entscheidungen').count() > 0, true);
    assert.deepEqual(page.complaints, []);
    await page.close();
});

test('names days as Intl does', async () => {
    const page = await DiscernPage.open({ locale: 'en-GB' });
    await page.keys('h');
    const lines = await page.page.getByRole('button').allTextContents();
    const tomorrow = lines.find((line) => line.startsWith('Tomorrow'));
    assert.match(tomorrow ?? '', /^Tomorrow, (Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} [A-Z][a-z]+$/);
    await page.close();
});

test('prints the work sheet and nothing of the canvas', async () => {
    const page = await DiscernPage.open();
    await page.keys('1', '3');
    const printed = await page.page.evaluate(async () => {
        window.dispatchEvent(new Event('beforeprint'));
        await globalThis.__discern.idle();
        const words = document.getElementById('print').innerText || document.getElementById('print').textContent;
        const rows = document.querySelectorAll('#print tbody tr').length;
        window.dispatchEvent(new Event('afterprint'));
        return { words, rows, left: document.getElementById('print').childElementCount };
    });
    assert.ok(printed.rows >= 2);
    assert.match(printed.words, /Work sheet/);
    assert.equal(printed.left, 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
});

test('shows how many are open in its icon and title', async () => {
    const page = await DiscernPage.open();
    const icon = await page.page.evaluate(() => document.getElementById('icon').href);
    assert.match(decodeURIComponent(icon), /^data:image\/svg\+xml,.*>\d+<\/text>/);
    assert.match(await page.page.title(), /\(\d+\)/);
    await page.close();
});

test('says truly that nothing was sent', async () => {
    const page = await DiscernPage.open();
    await page.keys('1', 'z', '?', 'Escape');
    await page.page.getByText('0 bytes sent since load').first().waitFor({ state: 'attached' });
    await page.close();
});

test('takes the colours of the system when they are forced', async () => {
    const page = await DiscernPage.open({ forcedColors: 'active' });
    await page.keys('j', '?', 'Escape');
    assert.deepEqual(page.complaints, []);
    await page.close();
});
