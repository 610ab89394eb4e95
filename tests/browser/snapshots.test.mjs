// What a screen reader finds in each view, as text: role, name, state and level of everything in the mirror, on the sample,
// on a fixed day. A difference is shown line by line; if it is meant, `node tests/browser/snapshots.test.mjs --update` (after
// scripts/build web) writes the files in snapshots/ anew, and the change is reviewed with them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DiscernPage } from './discern_page.mjs';
import { TOP } from './support.mjs';

const FOLDER = join(TOP, 'tests/browser/snapshots');
const UPDATE = process.argv.includes('--update');
const TODAY = Date.UTC(2026, 2, 12, 9, 30);  // a Thursday

// The clock of the page stands still. (Its worker has its own, which no view shows.)
function standStill(now) {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
        constructor(...parts) { parts.length > 0 ? super(...parts) : super(now); }
        static now() { return now; }
    };
}

const phone = { width: 390, height: 844, touch: true };
async function toPlan(page) { await page.press('button', /^(Sent & plan|Plan)/); }

const scenes = {
    welcome: { welcome: true },
    received: {},
    'received-on-a-phone': { ...phone },
    'receipt-on-a-phone': { ...phone, reach: (page) => page.keys('Enter') },
    'receipt-with-evidence': { reach: (page) => page.keys('Enter', 'j', 'e', 'b') },
    'receipt-of-a-scam': { reach: async (page) => { await page.press('tab', /^Report, /); await page.keys('Enter'); } },
    'nothing-found': { reach: async (page) => { await page.keys('/'); await page.page.keyboard.type('nobody at all'); await page.idle(); } },
    selection: { reach: (page) => page.keys('x', 'j', 'x') },
    plan: { reach: toPlan },
    goals: { reach: async (page) => { await page.press('button', 'Goals'); await page.setGoal(/board or volunteer/, 5); } },
    'goals-by-order': { reach: async (page) => { await page.press('button', 'Goals'); await page.press('button', 'What weighs more: show'); await page.press('radio', 'I put them in order'); await page.press('button', 'Move Mutual benefit up'); } },
    journal: { reach: async (page) => { await page.keys('1', '3'); await page.press('button', /^Journal/); } },
    'journal-empty': { reach: async (page) => { await page.press('button', /^Journal/); await page.press('button', /^Take back the decision/); } },
    settings: { reach: (page) => page.press('button', 'Settings') },
    desk: { reach: (page) => page.keys('Enter', 'd', '1') },
    'dialog-keys': { reach: (page) => page.keys('Shift+Slash') },
    'dialog-palette': { reach: async (page) => { await page.keys('Control+k'); await page.page.keyboard.type('go'); await page.idle(); } },
    'dialog-snooze': { reach: (page) => page.keys('h') },
    'dialog-more': { ...phone, reach: async (page) => { await page.keys('Enter'); await page.press('button', 'More'); } },
    'dialog-reason': { reach: (page) => page.keys('1', 'r') },
    'dialog-list-options': { reach: (page) => page.keys('s') },
    'dialog-work-sheet': { reach: (page) => page.keys('1', 'Shift+E') },
    'dialog-entry': { reach: async (page) => { await toPlan(page); await page.keys('n'); await page.press('checkbox', 'Met once'); } },
    'dialog-compare': { reach: async (page) => { await page.press('button', 'Goals'); await page.press('button', 'Compare lenses'); await page.press('tab', 'A board seat', { exact: true }); } },
    'dialog-archive-help': { reach: async (page) => { await page.press('button', 'Settings'); await page.press('button', /^Show how/); } },
    'dialog-trouble': { reach: (page) => page.drop([{ name: 'photo.png', bytes: Buffer.from('\x89PNG') }]) },
    'dialog-erase': { reach: async (page) => { await page.press('button', 'Settings'); await page.press('button', /^Erase/); } },
    'import-summary': { reach: async (page) => {
        await page.drop(['Connections.csv', 'Invitations.csv'].map((name) => ({ name, bytes: readFileSync(join(TOP, 'tests/browser/snapshots', name)) })));
        await page.named('dialog', 'Your archive is in').waitFor();
    } },
};

async function told({ reach, ...options }) {
    const page = await DiscernPage.open({ locale: 'en-GB', timezoneId: 'UTC', prepare: [standStill, TODAY], ...options });
    try {
        await reach?.(page);
        assert.deepEqual(page.complaints, []);
        // Sizes depend on how things are packed and certainties on what judgement has learned: none of the mirror's business.
        return (await page.page.locator('main').ariaSnapshot()).replace(/\d[\d,.]* (KB|MB)/g, '# $1').replace(/\b\d+ (of|in) 100\b/g, '# $1 100')
            .replace(/Value \S+ ± \S+, weight \S+, adds \S+/g, 'Value #').replace(/[+−]\d\.\d\d/g, '#') + '\n';
    } finally {
        await page.close();
    }
}

// The longest common subsequence, told as `diff -u` does, two lines around each change.
function difference(before, after) {
    const one = before.split('\n'), two = after.split('\n');
    const longest = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1));
    for (let i = one.length - 1; i >= 0; i--)
        for (let j = two.length - 1; j >= 0; j--)
            longest[i][j] = one[i] === two[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    const lines = [];
    for (let i = 0, j = 0; i < one.length || j < two.length;) {
        if (i < one.length && j < two.length && one[i] === two[j]) { lines.push(`  ${one[i++]}`); j++; }
        else if (j < two.length && (i === one.length || longest[i][j + 1] >= longest[i + 1][j])) lines.push(`+ ${two[j++]}`);
        else lines.push(`- ${one[i++]}`);
    }
    const near = (place) => lines.slice(Math.max(0, place - 2), place + 3).some((line) => line[0] !== ' ');
    return lines.filter((_, place) => near(place)).join('\n');
}

if (UPDATE) mkdirSync(FOLDER, { recursive: true });
for (const [name, scene] of Object.entries(scenes))
    test(`the mirror of ${name} is as it was reviewed`, async () => {
        const file = join(FOLDER, `${name}.yaml`), now = await told(scene);
        if (UPDATE) return writeFileSync(file, now);
        assert.ok(existsSync(file), `no ${file}: write it with --update`);
        const before = readFileSync(file, 'utf8');
        if (before !== now) assert.fail(`${name} differs (- reviewed, + now):\n${difference(before, now)}`);
    });

test('no snapshot is left of a scene that is gone', () => {
    const left = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && !(file.slice(0, -5) in scenes));
    if (UPDATE) for (const file of left) rmSync(join(FOLDER, file));
    else assert.deepEqual(left, []);
});
