// Discern's page as a person uses it: opened, waited for, and pressed by role and name through the mirror.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch, openPage, rested, serveSite } from './support.mjs';

// The tests of a file share one browser, each with a profile of its own in it; a benchmark has one for each page.
const isTest = Boolean(process.env.NODE_TEST_CONTEXT);
let shared = null;
if (isTest) after(async () => (await shared)?.close());

export class DiscernPage {
    /** Opens the page in a fresh profile. `welcome: true` leaves the welcome card open. */
    static async open({ welcome = false, ...options } = {}) {
        const site = await serveSite();
        const browser = await (isTest ? (shared ??= launch()) : launch());
        const opened = await openPage(browser, site.url, options);
        const page = new DiscernPage(site, browser, opened);
        if (!welcome) await page.tryTheSample();
        return page;
    }

    constructor(site, browser, { context, page, complaints }) {
        Object.assign(this, { site, browser, context, page, complaints });
    }

    /** Resolves when no frame, job or fetch is pending. Never sleep: wait for this or for what is to be seen. */
    idle() { return rested(this.page); }

    named(role, name, options = {}) { return this.page.getByRole(role, { name, ...options }); }

    /** Presses what has this role and name, as assistive technology does. */
    async press(role, name, options) {
        await this.named(role, name, options).first().dispatchEvent('click');
        await this.idle();
    }

    /** Clicks with the mouse in the middle of the thing. */
    async click(role, name, options) {
        const box = await this.named(role, name, options).first().boundingBox();
        await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        await this.idle();
    }

    /** Keys as Playwright names them: 'j', 'Shift+Z', 'Escape'. */
    async keys(...chords) {
        for (const chord of chords) await this.page.keyboard.press(chord);
        await this.idle();
    }

    async tryTheSample() {
        await this.press('button', /^Try the sample/);
    }

    /** Drops files from disk anywhere on the page, as the file manager would. */
    async drop(files) {
        const transfer = await this.page.evaluateHandle((all) => {
            const data = new DataTransfer();
            for (const { name, base64 } of all) {
                const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
                data.items.add(new File([bytes], name));
            }
            return data;
        }, files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })));
        for (const kind of ['dragenter', 'dragover', 'drop'])
            await this.page.dispatchEvent('body', kind, { dataTransfer: transfer });
        await this.idle();
    }

    async setGoal(name, value) {
        await this.named('slider', name).evaluate((slider, number) => {
            slider.value = String(number);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
        }, value);
        await this.idle();
    }

    /** Names of the rows that the mirror tells, in their order. */
    rows() { return this.page.getByRole('list', { name: 'Invitations' }).getByRole('listitem').allInnerTexts(); }

    async reload() {
        await this.page.reload();
        await this.idle();
    }

    picture(path) { return this.page.screenshot({ path }); }

    async close() {
        await (isTest ? this.context : this.browser).close();
        await this.site.close();
    }
}

// One test on a page of its own: nothing may have been complained about at its end.
export async function withPage(options, use) {
    const page = await DiscernPage.open(options);
    try {
        await use(page);
        assert.deepEqual(page.complaints, []);
    } finally {
        await page.close();
    }
}
