// The note desk in a real browser: from a verdict to the copied note by keys alone, and Chinese by an input method.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './discern_page.mjs';

const withClipboard = (options, use) => withPage({ permissions: ['clipboard-read', 'clipboard-write'], ...options }, use);

const clipboard = (page) => page.page.evaluate(() => navigator.clipboard.readText());

test('an invitation to a new contact goes from verdict to copied note by keys alone', () => withClipboard({}, async (page) => {
    await page.press('button', /^Sent & plan/);
    await page.keys('d');
    await page.named('heading', /^Invite /).waitFor({ state: 'attached' });
    const drafts = await page.named('button', /^Use draft 1/).count();
    if (drafts > 0) {
        await page.keys('1', 'c');
    } else {  // nothing on record: the user writes
        await page.keys('e');
        await page.page.waitForSelector('textarea.edited:focus');
        await page.page.keyboard.type('We spoke after your talk in Bergen, and I would like to stay in touch.');
        await page.page.keyboard.press('Control+Enter');
        await page.idle();
    }
    await page.named('button', 'Copied').first().waitFor({ state: 'attached' });
    assert.match(await clipboard(page), /\w+ \w+/);
    await page.keys('Escape');
    assert.equal(await page.named('heading', /^Invite /).count(), 0);
}));

test('an answer is asked for, mended, and copied, and the mark of copying is undone', () => withClipboard({}, async (page) => {
    await page.keys('d', '1');
    const first = await page.named('textbox', 'Your note').inputValue();
    assert.match(first, /How do we know each other|Thank/);
    await page.keys('e');
    await page.page.waitForSelector('textarea.edited:focus');
    await page.page.keyboard.type(' We met in Lisbon.');
    await page.idle();
    assert.equal(await page.page.getByText(/nothing on record says so/).count() > 0, true);
    assert.equal(await page.page.locator('.under mark').count() > 0, true, 'the claim is marked while it is written');
    await page.page.keyboard.press('Control+Enter');
    await page.idle();
    assert.equal(await clipboard(page), `${first} We met in Lisbon.`);
    await page.keys('z');
    assert.equal(await page.named('button', 'Copied').count(), 0);
}));

test('Chinese is written by composition, and counted as the site counts', () => withClipboard({}, async (page) => {
    await page.keys('d', 'e');
    await page.page.waitForSelector('textarea.edited:focus');
    const session = await page.page.context().newCDPSession(page.page);
    await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
    await session.send('Input.insertText', { text: '您好，我们在青岛见过面。' });
    await page.idle();
    assert.equal(await page.page.locator('textarea.edited').inputValue(), '您好，我们在青岛见过面。');
    await page.page.getByRole('status').filter({ hasText: '12 of 200 characters' }).first().waitFor({ state: 'attached' });
    await page.page.keyboard.press('Escape');
    await page.idle();
    assert.equal(await page.named('textbox', 'Your note').inputValue(), '您好，我们在青岛见过面。');
}));
