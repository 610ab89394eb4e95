// The main job in a real browser, driven through the mirror by role and name, and by keys alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { withPage } from './discern_page.mjs';

const people = Array.from({ length: 30 }, (_, index) => `Person${index} Invented`);
const invitations = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n' + people.map((name, index) =>
    `${name},Alma Okonedo,"1/${(index % 28) + 1}/26, 2:37 PM",${index % 3 ? '' : 'I read your piece on grids'},INCOMING,` +
    `https://www.linkedin.com/in/invented-person-${index},https://www.linkedin.com/in/invented-alma`).join('\n') +
    '\nNobody,Alma Okonedo,not a date,,SIDEWAYS,,\n';
const connections = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
    'Person0,Invented,https://www.linkedin.com/in/invented-person-0,,Halden Energy,Analyst,08 Feb 2026\n' +
    'Someone,Else,https://www.linkedin.com/in/invented-someone,,Northwind,Engineer,03 Jan 2025\n' +
    ',,,,,,05 Jan 2025\n';
const archive = [{ name: 'Connections.csv', bytes: connections }, { name: 'Invitations.csv', bytes: invitations }];

const heading = (page) => page.page.getByRole('group', { name: /^Receipt: / }).first().getAttribute('aria-label');

test('a first visit shows a judged sample behind the welcome card', () => withPage({ welcome: true }, async (page) => {
    assert.equal(await page.named('dialog', 'Welcome').count(), 1);
    await page.tryTheSample();
    assert.equal(await page.named('dialog', 'Welcome').count(), 0);
    const rows = await page.rows();
    assert.ok(rows.length > 15, `${rows.length} rows`);
    assert.match(rows[0], /: (Accept|Ask first|Ignore|Report|Follow)/);
}));

test('moving a goal changes verdicts before the eyes', () => withPage({}, async (page) => {
    await page.press('button', 'Goals');
    assert.equal(await page.named('heading', 'No verdict changes').count(), 1);
    await page.setGoal(/board or volunteer/, 5);
    await page.setGoal(/Attract recruiters/, 0);
    await page.setGoal(/Reach recruiters/, 0);
    assert.equal(await page.named('heading', /verdicts? changes?$/).count(), 1);
    assert.equal(await page.named('heading', 'No verdict changes').count(), 0);
}));

test('an archive is imported, judged with keys alone, undone, and still there after a reload', () => withPage({}, async (page) => {
    const asked = page.site.requests.length;
    await page.drop(archive);
    await page.named('dialog', 'Your archive is in').waitFor({ state: 'attached' });
    const told = page.page.getByRole('status').filter({ hasText: /3 connections, 1 of them hidden.* 30 invitations received, 29 still open.* 1 row skipped/ });
    await told.first().waitFor({ state: 'attached', timeout: 5000 });
    await page.press('button', 'Go through them');
    const first = await heading(page);
    const before = Number((await page.named('tab', /^All, /).innerText()).split(', ')[1]);
    for (let turn = 0; turn < 20; ++turn) await page.keys(String(1 + turn % 5));
    assert.notEqual(await heading(page), first);
    await page.keys('z', 'z', 'z');
    const left = () => page.named('tab', /^All, /).innerText();
    assert.equal(await left(), `All, ${before - 17}`);
    await page.page.waitForFunction(() => document.title.startsWith('Discern'));
    await page.page.getByText('Saved in this browser').first().waitFor({ state: 'attached' });
    assert.equal(page.site.requests.length, asked, 'no request after load');
    await page.reload();
    assert.equal(await left(), `All, ${before - 17}`);
    await page.press('button', /^Journal/);
    assert.equal(await page.page.getByText('17 decisions').count() > 0, true);
}));

test('what is not an archive is told in one sentence and changes nothing', () => withPage({}, async (page) => {
    const rows = await page.rows();
    await page.drop([{ name: 'holiday.zip', bytes: 'not a zip at all' }]);
    const alert = page.page.getByRole('alert').first();
    await alert.waitFor({ state: 'attached' });
    assert.match(await page.page.getByRole('alert').allInnerTexts().then((all) => all.join(' ')), /holiday\.zip/);
    await page.keys('Escape');
    assert.deepEqual(await page.rows(), rows);
}));

test('a saved file brings the same decisions to another machine', () => withPage({}, async (page) => {
    await page.keys('1', '4');
    const [download] = await Promise.all([page.page.waitForEvent('download'), page.page.keyboard.press('Control+s')]);
    const bytes = await readFile(await download.path());
    await withPage({}, async (other) => {
        await other.drop([{ name: download.suggestedFilename(), bytes }]);
        await other.press('button', /^Journal/);
        assert.deepEqual(await other.page.getByRole('list', { name: 'Decisions' }).getByRole('listitem').count(),
            await page.press('button', /^Journal/).then(() => page.page.getByRole('list', { name: 'Decisions' }).getByRole('listitem').count()));
    });
}));

test('the filter is a real field that narrows the list', () => withPage({}, async (page) => {
    const before = (await page.rows()).length;
    await page.keys('/');
    await page.page.keyboard.type('recruiter');
    await page.idle();
    const rows = await page.rows();
    assert.ok(rows.length > 0 && rows.length < before, `${rows.length} of ${before}`);
    await page.keys('Escape');
}));

test('on a phone the list comes first and the receipt has large buttons', () => withPage(
    { width: 390, height: 844, dpr: 2, touch: true }, async (page) => {
        const row = page.page.getByRole('listitem').first();
        const box = await row.boundingBox();
        await page.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
        await page.idle();
        const button = await page.named('button', 'Accept', { exact: true }).boundingBox();
        assert.ok(button.height >= 44, `${button.height} px`);
        await page.press('button', 'Back to Received');
        assert.ok((await page.rows()).length > 3);
    }));

test('nothing is drawn while nothing happens', () => withPage({}, async (page) => {
    await page.page.waitForTimeout(7000);
    const drawn = () => page.page.evaluate(() => globalThis.__discern.framesDrawn);
    const before = await drawn();
    await page.page.waitForTimeout(3000);
    assert.equal(await drawn(), before);
}));
