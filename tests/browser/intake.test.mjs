// What a person hands in, in a real browser: pages through the clipboard, the same archive twice, and a large one that is
// cancelled on the way, after its first verdicts were shown.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { makeArchive } from '../support/make_archive.mjs';
import { withPage } from './discern_page.mjs';

const fixture = (name) => readFile(new URL(`../fixtures/pages/${name}`, import.meta.url), 'utf8');

// Everything in the browser's storage, as one text.
const storage = (page) => page.page.evaluate(async () => {
    const answer = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const told = [];
    const plain = (value) => (value instanceof ArrayBuffer ? Array.from(new Uint8Array(value)).join(' ')
        : ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)).join(' ')
            : value && typeof value === 'object' ? Object.entries(value).map(([key, each]) => `${key}: ${plain(each)}`).join('; ') : String(value));
    for (const { name } of await indexedDB.databases()) {
        const database = await answer(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const objects = database.transaction(store).objectStore(store);
            const [keys, values] = await Promise.all([answer(objects.getAllKeys()), answer(objects.getAll())]);
            keys.forEach((key, place) => told.push(`${name}/${store}/${key} = ${plain(values[place])}`));
        }
        database.close();
    }
    return told.join('\n');
});

// The whole document as the file that the user would save, without the time of saving.
async function saved(page) {
    const [download] = await Promise.all([page.page.waitForEvent('download'), page.page.keyboard.press('Control+s')]);
    const text = await readFile(await download.path(), 'utf8');
    await page.idle();
    return text.replace(/"saved_at":"[^"]*"/, '');
}

// Equal, or the first place where they differ: the whole would fill screens.
function assertSame(after, before, what = '') {
    for (const [index, text] of before.entries()) {
        if (after[index] === text) continue;
        let at = 0;
        while (text[at] === after[index][at]) ++at;
        assert.fail(`${what} ${index ? 'document' : 'storage'} differs at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))} became ${JSON.stringify(after[index].slice(Math.max(0, at - 60), at + 60))}`);
    }
}

const kept = (page) => page.page.getByText('Saved in this browser').first().waitFor({ state: 'attached' });

async function paste(page, text, html) {
    await page.page.evaluate(([plain, rich]) => {
        const item = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
        if (rich) item['text/html'] = new Blob([rich], { type: 'text/html' });
        return navigator.clipboard.write([new ClipboardItem(item)]);
    }, [text, html ?? '']);
    await page.keys('Control+v');
}

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const sentHtml = `<main><ul>${[['Runa Telle', 'runa-telle', 'Keeper of maps at Greyharbour', 'Sent 1 week ago'], ['Odo Marsh', 'odo-marsh', 'Nurse', 'Sent yesterday']]
    .map(([name, slug, headline, when]) => `<li><a href="https://www.linkedin.com/in/${slug}/"><strong>${name}</strong></a><p>${headline}</p><p>${when}</p><button aria-label="Withdraw invitation sent to ${name}">Withdraw</button></li>`).join('')}</ul></main>`;
const profileHtml = `<main><section><a href="https://www.linkedin.com/in/ottilie-quandt/">Ottilie Quandt</a><p>· 2nd</p><p>Buyer at Brackwater | Ex-Tidemill</p><p>Bremen, Germany · Contact info</p><p>1,234 followers</p><p>500+ connections</p><p>Bram Sedley and 8 other mutual connections</p><button>Message</button><button>Connect</button><button>More</button></section></main>`;

for (const [name, text, html, invitations, person] of [
    ['received, as text', () => fixture('received.txt'), () => '', /^[1-9]\d* invitations, [1-9]/, null],
    ['received, as text of an older page', () => fixture('received-older.txt'), () => '', /^[1-9]\d* invitations, [1-9]/, null],
    ['received, as HTML', () => fixture('received.txt'), () => fixture('received.html'), /^[1-9]\d* invitations, [1-9]/, null],
    ['sent, as text', () => fixture('sent.txt'), () => '', /^[1-9]\d* invitations, [1-9]/, null],
    ['sent, as HTML', () => 'Runa Telle\nKeeper of maps at Greyharbour\nSent 1 week ago\nWithdraw\nOdo Marsh\nNurse\nSent yesterday\nWithdraw\n', () => sentHtml, /^2 invitations, 2 new people/, 'Runa Telle'],
    ['a profile, as text', () => fixture('profile.txt'), () => '', /^0 invitations, 1 new person/, 'Ottilie Quandt'],
    ['a profile, as HTML', () => fixture('profile.txt'), () => profileHtml, /^0 invitations, 1 new person/, 'Ottilie Quandt'],
]) test(`a pasted page is understood before it is taken in: ${name}`, () => withPage(clipboard, async (page) => {
    await paste(page, await text(), await html());
    await page.named('dialog', 'This is what was understood').waitFor({ state: 'attached' });
    const told = await page.page.getByRole('status').filter({ hasText: invitations }).first().innerText();
    if (person) assert.ok(await page.page.getByText(`${person}, new`).count() > 0, told);
    await page.press('button', 'Take it in');
    assert.equal(await page.named('dialog', 'This is what was understood').count(), 0);
    const document = JSON.parse((await saved(page)).replace(',,', ','));
    assert.ok(!document.state.sample);
    assert.ok(document.book.people.length > 0);
    if (person) assert.ok(document.book.people.some((one) => one.name === person));
}));

test('leaving what was understood leaves every byte', () => withPage(clipboard, async (page) => {
    await page.keys('1');
    await kept(page);
    const before = [await storage(page), await saved(page)];
    await paste(page, await fixture('received.txt'));
    await page.press('button', 'Leave it');
    assertSame([await storage(page), await saved(page)], before);
}));

test('the same archive twice changes no byte of the document and of storage', () => withPage({}, async (page) => {
    const { zip } = makeArchive({ connections: 300, invitations: 90, messages: 2000 });
    await page.drop([{ name: 'archive.zip', bytes: zip }]);
    await page.press('button', 'Go through them');
    await page.keys('1', '3');
    await kept(page);
    const before = [await storage(page), await saved(page)];
    await page.drop([{ name: 'archive (1).zip', bytes: zip }]);
    await page.named('button', 'Go through them').waitFor({ state: 'attached' });
    assert.ok(await page.page.getByText('Nothing changed since last time.').count() > 0);
    await page.press('button', 'Go through them');
    await kept(page);
    assertSame([await storage(page), await saved(page)], before);
}));

// The messages on their way from the worker that unpacks them to the one that reads them go through the page, which lets
// them pass until the wanted percent and then dribbles: otherwise a quick machine is done before anybody can press Cancel.
const passPiecesThroughThePage = () => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, transfer) {
        if (message?.kind !== 'unpack') return post.call(this, message, transfer);
        const reader = message.port;
        const { port1: unpacker, port2 } = new MessageChannel();
        const waiting = [];
        let passed = 0;
        let timer = 0;
        const pass = () => {
            timer = 0;
            while (waiting.length > 0 && !timer) {
                const piece = waiting.shift();
                passed += piece?.length ?? 0;
                reader.postMessage(piece);
                if (passed >= globalThis.dribbleFrom) timer = setTimeout(pass, 60);
            }
        };
        reader.onmessage = ({ data }) => unpacker.postMessage(data);
        unpacker.onmessage = ({ data }) => { waiting.push(data); if (!timer) pass(); };
        return post.call(this, { ...message, port: port2 }, [port2]);
    };
};

test('cancelling at 10, 50 and 90 percent leaves the document and storage as they were', () => withPage({}, async (page) => {
    const small = makeArchive({ connections: 100, invitations: 30, messages: 50, seed: 3 });
    await page.drop([{ name: 'archive.zip', bytes: small.zip }]);
    await page.press('button', 'Go through them');
    await page.keys('2');
    await kept(page);
    const before = [await storage(page), await saved(page)];
    const { zip, bytes } = makeArchive({ connections: 1000, invitations: 300, messages: 120_000, seed: 4 });
    await page.page.evaluate(passPiecesThroughThePage);
    await page.page.evaluate((base64) => {
        globalThis.largeFile = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'large.zip');
    }, zip.toString('base64'));
    for (const percent of [10, 50, 90]) {
        const [reached, verdicts] = await page.page.evaluate(([least, dribbleFrom]) => new Promise((done) => {
            globalThis.dribbleFrom = dribbleFrom;
            const look = new MutationObserver(() => {
                const told = [...document.querySelectorAll('[role=status]')].map((status) => status.textContent).join(' ');
                const shown = told.match(/messages[.]csv.* ([\d.]+) of ([\d.]+) MB/);
                const share = shown ? 100 * Number(shown[1]) / Number(shown[2]) : 0;
                const cancel = [...document.querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent) === 'Cancel');
                if (share < least || !cancel) return;
                const verdicts = [...document.querySelectorAll('[aria-label="First verdicts"] p')].map((row) => row.textContent);
                if (verdicts.length === 0) return;  // they come before the messages are through
                look.disconnect();
                cancel.click();
                done([share, verdicts]);
            });
            look.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            const data = new DataTransfer();
            data.items.add(globalThis.largeFile);
            for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        }), [percent, bytes * percent / 100]);
        assert.ok(reached >= percent && reached < percent + 10, `cancelled at ${reached} %`);
        assert.ok(verdicts.every((row) => /Accept|Ask|Ignore|Report|Follow/.test(row)), verdicts.join('; '));
        await page.idle();
        assert.equal(await page.page.getByText('First verdicts').count(), 0);
        assert.equal(await page.named('dialog', 'Reading your archive').count(), 0);
        assertSame([await storage(page), await saved(page)], before, `cancelled at ${reached} %:`);
    }
    // And the worker is there again for the next archive.
    await page.drop([{ name: 'archive.zip', bytes: small.zip }]);
    await page.press('button', 'Go through them');
    assertSame([await storage(page), await saved(page)], before);
}));
