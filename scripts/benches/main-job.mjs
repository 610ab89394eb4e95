#!/usr/bin/env node
// The main job on an archive with a known truth, in Chromium: scripts/bench main-job ARCHIVE.zip TRUTH.json
// Drops the archive, compares what the page says with the truth, judges 20 invitations with keys alone, undoes 3,
// reloads, and looks whether all is still there; prints times and what a first visit downloads. TRUTH.json holds
// {"connections": rows of Connections.csv, "invitations": [{"conn": row or negative}, ...], "messages": rows}.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DiscernPage } from '../../tests/browser/discern_page.mjs';

const [archive, truthFile] = process.argv.slice(2);
if (!truthFile) {
    console.error('usage: scripts/bench main-job ARCHIVE.zip TRUTH.json');
    process.exit(2);
}
const truth = JSON.parse(await readFile(truthFile, 'utf8'));
const bytes = await readFile(archive);

const page = await DiscernPage.open();
const times = await page.page.evaluate(() => globalThis.__discern.times);
console.log(`first frame after ${Math.round(times.firstFrame)} ms from a cold cache`);

const asked = page.site.requests.length;
const started = performance.now();
await page.drop([{ name: basename(archive), bytes }]);
const card = page.page.getByRole('dialog').first();
await page.named('button', 'Go through them').waitFor({ state: 'attached', timeout: 60_000 });
console.log(`from drop to summary ${Math.round(performance.now() - started)} ms (with handing the file over)`);
const said = (await card.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
console.log(`the page says: ${said.slice(0, 400)}`);
const number = (value) => value.toLocaleString('en');
assert.ok(said.includes(`${number(truth.connections)} connections`), `not ${truth.connections} connections`);

await page.press('button', 'Go through them');
const count = async () => Number((await page.named('tab', /^All, /).innerText()).match(/, ([\d,]+)/)[1].replaceAll(',', ''));
const open = await count();
const decisions = Math.min(20, open - 1);
for (let turn = 0; turn < decisions; ++turn) await page.keys(String(1 + turn % 5));
assert.equal(await count(), open - decisions);
await page.keys('z', 'z', 'z');
assert.equal(await count(), open - decisions + 3);
await page.page.getByText('Saved in this browser').first().waitFor({ state: 'attached' });
assert.deepEqual(page.site.requests.slice(asked), [], 'requests after load');
await page.reload();
assert.equal(await count(), open - decisions + 3);
console.log(`${open} open; ${decisions} judged by key, 3 undone, ${await count()} open after a reload; 0 requests after load`);
assert.deepEqual(page.complaints, []);
await page.close();
