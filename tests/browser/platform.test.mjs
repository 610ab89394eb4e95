// The browser layer with the trial application (tests/platform/trial_app.cpp), through the mirror and real input.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import { TOP, launch, openPage, rested, serveSite, saysWithoutWebGl2 } from './support.mjs';

let site, browser;
before(async () => {
    site = await serveSite(`${TOP}build/trial`);
    browser = await launch();
});
after(async () => {
    await browser?.close();
    await site?.close();
});

// Opens the page, runs `use`, and expects that nothing was complained about.
async function withPage(options, use, expected = []) {
    const opened = await openPage(browser, site.url, options);
    try {
        await use(opened.page, opened);
        assert.deepEqual(opened.complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))), []);
    } finally {
        await opened.close();
    }
}
const says = async (page, words) => {
    await rested(page);
    await page.getByText(words, {exact: true}).first().waitFor({state: 'attached', timeout: 5000});
};
const frames = (page) => page.evaluate(() => globalThis.__discern.framesDrawn);
const press = (page, name) => page.getByRole('button', {name, exact: true}).dispatchEvent('click');

test('the canvas shows something and sleeps when nothing happens', () => withPage({}, async (page) => {
    const colors = await page.evaluate(() => {
        const {gl} = globalThis.__discern;
        return [gl.isContextLost(), gl.canvas.width, gl.canvas.height];
    });
    assert.deepEqual(colors, [false, 1440, 900]);
    const picture = await page.screenshot();
    assert.ok(picture.length > 20_000, 'a blank picture is smaller');
    await page.mouse.move(700, 400);
    await page.waitForTimeout(1000);
    await rested(page);
    const before = await frames(page);
    await page.waitForTimeout(2000);
    assert.equal(await frames(page), before);
}));

for (const dpr of [1, 1.25, 1.5, 2]) {
    test(`the canvas has the screen's own pixels at ratio ${dpr}`, () => withPage({dpr, width: 1001, height: 701}, async (page) => {
        const [width, height] = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
        assert.deepEqual([width, height], [Math.round(1001 * dpr), Math.round(701 * dpr)]);
        await page.setViewportSize({width: 803, height: 602});
        await page.waitForFunction((width) => document.getElementById('canvas').width === width, Math.round(803 * dpr));
    }));
}

test('a button answers to mouse, mirror and keyboard', () => withPage({}, async (page) => {
    const accept = page.getByRole('button', {name: 'Accept', exact: true});
    const box = await accept.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await says(page, 'accepted 1');
    await accept.dispatchEvent('click');
    await says(page, 'accepted 2');
    await accept.focus();
    await page.keyboard.press('Enter');
    await says(page, 'accepted 3');
    await page.keyboard.press('Space');
    await says(page, 'accepted 4');
    await page.keyboard.press('1');
    await says(page, 'accepted 5');
    assert.equal(await page.getByRole('status').filter({hasText: 'accepted'}).count(), 1);
}));

test('keys arrive, and the browser keeps its own', () => withPage({}, async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await says(page, 'selected 3');
    await page.keyboard.press('k');
    await says(page, 'selected 2');
    await page.keyboard.press('Control+k');
    await says(page, 'heard palette');
    await page.keyboard.press('Shift+Z');
    await says(page, 'heard redo');
    await page.keyboard.press('?');
    await says(page, 'heard keys');
    const prevented = await page.evaluate(() => ['F5', 'F12', 'l', 'r', 't', 'w', 'n', '+', '-', '0', 'f', 'p', 'c', 'x', 'v'].filter((key) => {
        const event = new KeyboardEvent('keydown', {key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, ctrlKey: !key.startsWith('F'), cancelable: true, bubbles: true});
        return !document.body.dispatchEvent(event);
    }));
    assert.deepEqual(prevented, []);
}));

test('the focus of the canvas is the focus of the page', () => withPage({}, async (page) => {
    await page.keyboard.press('j');
    await rested(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'سارة منصور, row 2');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '孙 雅婷, row 3');
}));

test('a wheel scrolls by exact pixels, and only 3 frames follow the last one', () => withPage({}, async (page) => {
    await page.mouse.move(400, 500);
    await page.mouse.wheel(0, 37);
    await rested(page);
    const top = (await page.getByRole('listitem').first().boundingBox()).y;
    assert.equal(top, 64 - 37);
}));

test('a finger scrolls the list with momentum and taps buttons', () => withPage({touch: true, width: 1200}, async (page) => {
    const touch = await page.context().newCDPSession(page);
    const send = (type, points) => touch.send('Input.dispatchTouchEvent', {type, touchPoints: points});
    await send('touchStart', [{x: 400, y: 700}]);
    for (let i = 1; i <= 8; ++i) {
        await send('touchMove', [{x: 400, y: 700 - 30 * i}]);
        await page.waitForTimeout(16);
    }
    await send('touchEnd', []);
    const first = () => page.getByRole('listitem').first().textContent();
    await page.waitForTimeout(50);
    await rested(page);
    assert.ok(Number(/row (\d+)/.exec(await first())[1]) > 3, await first());
    const box = await page.getByRole('button', {name: 'Accept', exact: true}).boundingBox();
    await page.touchscreen.tap(box.x + 20, box.y + 20);
    await says(page, 'accepted 1');
}));

test('a slider moves by mouse, finger and mirror', () => withPage({touch: true, width: 1200}, async (page) => {
    const slider = page.getByRole('slider', {name: 'Goal'});
    const box = await slider.boundingBox();
    await slider.fill('1.5');
    await says(page, 'goal 1.5');
    const touch = await page.context().newCDPSession(page);
    const send = (type, points) => touch.send('Input.dispatchTouchEvent', {type, touchPoints: points});
    await send('touchStart', [{x: box.x + box.width * 0.3, y: box.y + 10}]);
    await send('touchMove', [{x: box.x + box.width * 0.7, y: box.y + 10}]);
    await rested(page);
    await send('touchMove', [{x: box.x + box.width * 0.8, y: box.y + 10}]);
    await send('touchEnd', []);
    await says(page, 'goal 4.0');
}));

test('text is edited in a real field: typing, undo, Enter, Escape, fill', () => withPage({}, async (page) => {
    const field = page.getByRole('textbox', {name: 'Filter'});
    await page.keyboard.press('/');
    await page.waitForSelector('.edited:focus');
    await page.keyboard.type('Zoë k1');
    await says(page, 'filter Zoë k1');
    await says(page, 'accepted 0');
    await page.keyboard.press('Enter');
    await rested(page);
    assert.equal(await page.locator('.edited').count(), 0);
    await field.fill('孙 雅婷');
    await says(page, 'filter 孙 雅婷');
    const box = await field.boundingBox();
    await page.mouse.click(box.x + 40, box.y + 15);
    await page.waitForSelector('.edited:focus');
    await page.mouse.click(900, 800);
    await rested(page);
    assert.equal(await page.locator('.edited').count(), 0, 'a click beside it ends editing');
}));

test('an input method composes in the field', () => withPage({}, async (page) => {
    await page.keyboard.press('/');
    await page.waitForSelector('.edited:focus');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', {text: 'に', selectionStart: 1, selectionEnd: 1});
    await session.send('Input.imeSetComposition', {text: 'にほ', selectionStart: 2, selectionEnd: 2});
    await session.send('Input.insertText', {text: '日本'});
    await says(page, 'filter 日本');
}));

test('copy, paste and the copy button use the clipboard', () => withPage({permissions: ['clipboard-read', 'clipboard-write']}, async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('Control+c');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'سارة منصور');
    await page.keyboard.press('k');
    const box = await page.getByRole('button', {name: 'Copy name'}).boundingBox();
    await page.mouse.click(box.x + 10, box.y + 10);
    await page.waitForFunction(async () => await navigator.clipboard.readText() === 'Ingrid Nakamura-Boye');
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
        'text/plain': new Blob(['two\nlines'], {type: 'text/plain'}), 'text/html': new Blob(['<p>two</p>'], {type: 'text/html'})})]));
    await page.keyboard.press('Control+v');
    await rested(page);
    assert.match(await page.getByText(/^heard pasted/).textContent(), /pasted 9 text, \d+ html/);
}));

test('a dropped file goes to the worker, its progress and answer come back', () => withPage({}, async (page) => {
    const drop = (name, size) => page.evaluate(([name, size]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(size).fill(1)], name));
        window.dispatchEvent(new DragEvent('dragenter', {dataTransfer: transfer, cancelable: true, bubbles: true}));
        window.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true, bubbles: true}));
    }, [name, size]);
    await drop('connections.csv', 350_000);
    await says(page, 'job done: 350000 bytes in 1 files');
    await drop('big.csv', 60_000_000);
    await page.getByText(/^job big.csv/).waitFor({state: 'attached'});
    await press(page, 'Cancel job');
    await says(page, 'job cancelled');
    assert.equal(await page.evaluate(() => globalThis.__discern.workerAlive), false, 'it ends at once');
    await drop('small.csv', 1000);
    await says(page, 'job done: 1000 bytes in 1 files');
    await drop('greedy.bin', 1000);
    await says(page, 'job done: 1000 bytes in 1 files');
    assert.equal(await page.evaluate(() => globalThis.__discern.workerAlive), false, 'its memory is given back');
    await drop('crash.bin', 1000);
    await rested(page);
    assert.match(await page.getByText(/^job failed/).textContent(), /job failed: /);
    await drop('small.csv', 2000);
    await says(page, 'job done: 2000 bytes in 1 files');
    assert.ok(await page.evaluate(() => globalThis.__discern.memoryBytes) < 64e6, 'the page itself never held them');
}, [/Aborted/]));

test('files are picked and saved', () => withPage({}, async (page) => {
    const chooser = page.waitForEvent('filechooser');
    const box = await page.getByRole('button', {name: 'Pick files'}).boundingBox();
    await page.mouse.click(box.x + 10, box.y + 10);
    await (await chooser).setFiles([{name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.alloc(1234)}]);
    await says(page, 'job done: 1234 bytes in 1 files');
    const download = page.waitForEvent('download');
    await press(page, 'Save file');
    const saved = await download;
    assert.equal(saved.suggestedFilename(), 'trial.txt');
    assert.equal(await readFile(await saved.path(), 'utf8'), 'saved ✓');
}));

test('what is stored is there after a reload, and one tab writes', async () => {
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(site.url);
    await rested(first);
    await says(first, 'loaded nothing');
    await press(first, 'Accept');
    await press(first, 'Store note');
    await says(first, 'heard stored');
    await first.reload();
    await rested(first);
    await says(first, 'loaded accepted 1 times');

    const second = await context.newPage();
    await second.goto(site.url);
    await rested(second);
    await says(second, 'store state 2');
    await press(second, 'Store note');
    await says(second, 'heard Another tab is editing. Take over here, or go on there.');
    await press(second, 'Take over');
    await says(second, 'store state 1');
    await says(first, 'store state 2');
    await press(second, 'Store note');
    await says(second, 'heard stored');
    await press(first, 'Erase');
    await press(second, 'Erase');
    await says(second, 'heard erased');
    await context.close();
});

test('a full disk is told, not hidden', () => withPage({}, async (page) => {
    await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await press(page, 'Store note');
    await rested(page);
    assert.match(await page.getByText(/^heard/).textContent(), /no room left/);
}));

test('nothing is asked of the network after loading', () => withPage({}, async (page, {context}) => {
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    site.requests.length = 0;
    await page.keyboard.press('j');
    await press(page, 'Store note');
    await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['abc'], 'a.csv'));
        window.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
    });
    await says(page, 'job done: 3 bytes in 1 files');
    assert.deepEqual(asked, []);
    assert.deepEqual(site.requests, []);
}));

test('the policy forbids eval, inline script and foreign workers', () => withPage({}, async (page) => {
    // In a timer, because what tests evaluate directly stands above the policy.
    const results = await page.evaluate(() => new Promise((tell) => setTimeout(() => {
        const tries = {
            eval: () => (0, eval)('1'), html: () => { document.body.innerHTML = '<b>x</b>'; },
            worker: () => new Worker('./worker.js'), policy: () => trustedTypes.createPolicy('other', {}),
        };
        tell(Object.entries(tries).filter(([, attempt]) => { try { attempt(); return true; } catch { return false; } }).map(([name]) => name));
    })));
    assert.deepEqual(results, []);
}, [/Content.?Security|TrustedHTML|TrustedScript|policy/i]));

test('a lost graphics context comes back with the same picture', () => withPage({}, async (page) => {
    await page.mouse.move(1300, 850);
    await page.waitForTimeout(600);
    await rested(page);
    const before = await page.screenshot();
    await page.evaluate(() => new Promise((done) => {
        const {gl} = globalThis.__discern;
        const loss = gl.getExtension('WEBGL_lose_context');
        gl.canvas.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext(), 50));
        gl.canvas.addEventListener('webglcontextrestored', () => done());
        loss.loseContext();
    }));
    await rested(page);
    assert.ok((await page.screenshot()).equals(before));
    assert.equal(await page.evaluate(() => globalThis.__discern.gl.getError()), 0);
    await press(page, 'Accept');
    await says(page, 'accepted 1');
}));

test('Back and Forward move between views', () => withPage({}, async (page) => {
    await press(page, 'Go to goals');
    await says(page, 'hash goals');
    assert.match(page.url(), /#goals$/);
    await page.goBack();
    await says(page, 'hash');
    await page.goForward();
    await says(page, 'hash goals');
}));

test('a crash leaves a way to save and to go on', () => withPage({}, async (page) => {
    await press(page, 'Crash');
    await page.getByRole('heading', {name: 'Discern stopped'}).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('button', {name: 'Save a copy of what was stored'}).click();
    await page.getByText('Nothing had been stored yet.').waitFor();
    await page.reload();
    await rested(page);
    await press(page, 'Store note');
    await says(page, 'heard stored');
    await press(page, 'Crash');
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Save a copy of what was stored'}).click();
    assert.equal((await download).suggestedFilename(), 'discern-rescued.discern.json');
    await page.getByRole('button', {name: 'Load it again'}).click();
    await rested(page);
    await says(page, 'accepted 0');
}, [/Aborted|abort|unreachable/]));

test('a browser without WebGL 2 gets a sentence', () => saysWithoutWebGl2(browser, site.url));

test('a visit leaves no service worker behind, which the browser would ask the server about later', () => withPage({}, async (page) => {
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
}));

test('the page opens without a network where that was wished, until it is no longer', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}?offline=yes`);
    await rested(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await context.setOffline(true);
    await page.reload();
    await rested(page);
    await press(page, 'Accept');
    await says(page, 'accepted 1');
    await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['abc'], 'a.csv'));
        window.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, cancelable: true}));
    });
    await says(page, 'job done: 3 bytes in 1 files');
    await context.setOffline(false);
    await page.goto(`${site.url}?offline=no`);
    await rested(page);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await context.close();
});

test('axe finds nothing wrong in the mirror or on the covers', () => withPage({}, async (page) => {
    // Injected past the policy, as a browser extension would be.
    const source = await readFile(`${TOP}tests/browser/node_modules/axe-core/axe.min.js`, 'utf8');
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', {expression: source});
    const {result} = await session.send('Runtime.evaluate', {expression: 'axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes.length, v.nodes[0].html])))', awaitPromise: true, returnByValue: true});
    assert.deepEqual(JSON.parse(result.value), []);
}));
