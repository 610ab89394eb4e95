// Entering somebody by hand with the keyboard, its verdict while facts are ticked, undo, a reload; and two lenses compared.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './discern_page.mjs';

const planned = (page) => page.page.getByRole('list', { name: 'Planned and sent invitations' }).getByRole('listitem').allInnerTexts();
const verdict = (page) => page.page.getByRole('dialog').getByRole('status').first().innerText();
const type = async (page, text) => { await page.page.keyboard.type(text); await page.idle(); };

test('somebody is entered by keys alone, judged while facts are ticked, undone, and still there after a reload', () => withPage({}, async (page) => {
    await page.press('button', /^Sent & plan/);
    const before = (await planned(page)).length;
    assert.ok(before >= 5, `${before} in the sample`);
    await page.keys('n');
    await page.named('dialog', 'Enter by hand').waitFor({ state: 'attached' });
    await page.page.locator('input, textarea').first().waitFor();
    await type(page, 'Odalys Brandt-Ferro');
    await page.keys('Enter');
    // The field that finds facts: Enter ticks what was found and waits for the next word.
    await page.named('textbox', 'Find a fact').first().focus();
    await page.idle();
    await type(page, 'interviewed');
    await page.keys('Enter');
    await type(page, 'decision is open');
    await page.keys('Enter');
    assert.match(await verdict(page), /^Wait, /);
    await type(page, 'decision is made');
    await page.keys('Enter');
    assert.match(await verdict(page), /^Send with a note, /);
    await page.named('button', 'Add to the plan').focus();
    await page.keys('Enter');
    await page.named('group', 'Receipt: Odalys Brandt-Ferro').waitFor({ state: 'attached' });
    assert.equal((await planned(page)).length, before + 1);
    assert.ok((await planned(page)).some((row) => row.startsWith('Odalys Brandt-Ferro: Send with a note')));
    await page.keys('z');
    assert.equal((await planned(page)).length, before);
    await page.keys('Shift+Z');
    assert.equal((await planned(page)).length, before + 1);
    await page.page.getByText('Saved in this browser').first().waitFor({ state: 'attached' });
    await page.reload();
    await page.press('button', /^Sent & plan/);
    assert.ok((await planned(page)).some((row) => row.startsWith('Odalys Brandt-Ferro: Send with a note')));
}));

test('Ctrl+Enter adds the entry while its name, or its note of several lines, is still edited', () => withPage({}, async (page) => {
    await page.press('button', /^Sent & plan/);
    for (const [field, name] of [['Name', 'Ottilie Ferro-Brandt'], ['Your note', 'Solveig Ferro-Brandt']]) {
        await page.keys('n');
        await page.page.locator('input, textarea').first().waitFor();
        await type(page, name);
        if (field !== 'Name') {
            await page.keys('Enter');
            await page.named('textbox', field).first().focus();
            await page.idle();
            await type(page, 'Good to meet you.');
        }
        await page.keys('Control+Enter');
        await page.named('group', `Receipt: ${name}`).waitFor({ state: 'attached' });
        assert.equal(await page.named('dialog', 'Enter by hand').count(), 0);
        assert.ok((await planned(page)).some((row) => row.startsWith(name)));
    }
}));

test('two lenses are compared: what changes, from what, to what, and why', () => withPage({}, async (page) => {
    await page.press('button', 'Goals');
    await page.press('button', 'New lens');
    await page.setGoal(/board or volunteer/, 5);
    await page.setGoal(/Attract recruiters/, 0);
    await page.setGoal(/Reach recruiters/, 0);
    await page.press('button', 'Compare lenses');
    const dialog = page.named('dialog', 'Compare lenses');
    const count = await dialog.getByRole('heading', { name: /verdicts? changes?$/ }).innerText();
    const changes = dialog.getByRole('button', { name: /: from .* to / });
    assert.equal(await changes.count(), Number(count.split(' ')[0]));
    const first = await changes.first().getAttribute('aria-label') ?? await changes.first().innerText();
    await changes.first().dispatchEvent('click');
    await page.idle();
    await page.named('group', `Receipt: ${first.split(':')[0]}`).waitFor({ state: 'attached' });
}));
