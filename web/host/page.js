// What the page around the canvas does: preferences, title, address, printing, links, announcements.

const flags = {light: 1, contrast: 2, reducedMotion: 4, forcedColors: 8, coarsePointer: 16, apple: 32};

const queries = {
    light: '(prefers-color-scheme: light)', contrast: '(prefers-contrast: more)', reducedMotion: '(prefers-reduced-motion: reduce)',
    forcedColors: '(forced-colors: active)', coarsePointer: '(pointer: coarse)',
};

export const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');

export class Page {
    constructor({app, memory, canvas, policy, loop}) {
        Object.assign(this, {app, memory, canvas, policy, loop});
        this.unsaved = false;
        this.requests = 0;  // since load
        this.said = {status: '', alert: ''};
        this.printing = false;
    }

    watchPreferences() {
        const lists = Object.entries(queries).map(([name, query]) => [name, matchMedia(query)]);
        const tell = () => {
            let value = isApple() ? flags.apple : 0;
            for (const [name, list] of lists) if (list.matches) value |= flags[name];
            if (value & flags.forcedColors) this.tellSystemColors();
            this.memory.with([navigator.language || 'en'], (...language) => this.app._page_preferences(value, ...language));
        };
        for (const [, list] of lists) list.addEventListener('change', tell);
        window.addEventListener('languagechange', tell);
        tell();
    }

    // The colours that the user chose for every program, in the order of SystemColors (platform.hpp).
    tellSystemColors() {
        const probe = document.getElementById('safe-area');
        const colors = ['Canvas', 'CanvasText', 'LinkText', 'Highlight', 'HighlightText', 'GrayText', 'ButtonFace', 'ButtonBorder'].map((name) => {
            probe.style.color = name;
            const [red, green, blue] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
            return (red << 16 | green << 8 | blue) >>> 0;
        });
        probe.style.color = '';
        this.app._page_system_colors(...colors);
    }

    // Counts what is asked of the network from now on, as the browser itself sees it. The policy of index.html allows
    // nothing but this page's own server; workers tell their own count.
    watchRequests() {
        if (!globalThis.PerformanceObserver) return;
        const watcher = new PerformanceObserver((list) => {
            for (const {name} of list.getEntries()) if (/^https?:/.test(name)) this.countRequest();
        });
        watcher.observe({type: 'resource', buffered: false});
    }

    countRequest() {
        ++this.requests;
        this.loop.wake();  // the status line says so
    }

    // Of notches and rounded corners, measured on an element that CSS gives those sizes.
    tellSafeArea(ratio) {
        const style = getComputedStyle(document.getElementById('safe-area'));
        const side = (name) => parseFloat(style.getPropertyValue(`padding-${name}`)) * ratio || 0;
        this.app._page_safe_area(side('top'), side('right'), side('bottom'), side('left'));
    }

    watchLocation() {
        const tell = () => {
            let hash = location.hash.slice(1);
            try { hash = decodeURIComponent(hash); } catch { /* as it stands */ }
            this.memory.with([hash], (...place) => this.app._page_location(...place));
        };
        window.addEventListener('popstate', tell);
        window.addEventListener('hashchange', tell);
        if (location.hash.length > 1) tell();
    }

    setHash(hash) {
        const wanted = hash ? `#${encodeURIComponent(hash)}` : location.pathname + location.search;
        if ((location.hash || '') !== (hash ? wanted : '')) history.pushState(null, '', wanted);
    }

    // Read out the same words again only if something was said between.
    announce(text, urgent) {
        const region = document.getElementById(urgent ? 'alert' : 'status');
        if (region.textContent === text) region.textContent = '';
        region.textContent = text;
    }

    setUnsaved(unsaved) {
        if (unsaved === this.unsaved) return;
        this.unsaved = unsaved;
        this.ask ??= (event) => event.preventDefault();
        // Only while needed: a page with this listener is not kept for Back.
        if (unsaved) window.addEventListener('beforeunload', this.ask);
        else window.removeEventListener('beforeunload', this.ask);
    }

    openLink(url) {
        if (!/^https?:\/\//.test(url)) return;
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
        link.click();
    }

    // The browser's own print command prints the report as well, never the canvas.
    watchPrinting(wanted) {
        window.addEventListener('beforeprint', () => {
            if (this.printing) return;
            this.printing = true;
            wanted();
        });
        window.addEventListener('afterprint', () => {
            this.printing = false;
            const sheet = document.getElementById('print');
            sheet.hidden = true;
            sheet.replaceChildren();
        });
    }

    print(html) {
        const sheet = document.getElementById('print');
        sheet.innerHTML = this.policy ? this.policy.createHTML(html) : html;
        sheet.hidden = false;
        if (this.printing) return;  // it is under way
        this.printing = true;
        window.print();
    }

    // The page's icon with how many are still open, as mail programs have it. Not within the frame that asks for it: the
    // answer to a key comes first.
    setOpenCount(count) {
        const words = count > 99 ? '99+' : count > 0 ? String(count) : '';
        if (words === this.iconWords) return;
        this.iconWords = words;
        if (this.iconTimer) return;
        this.loop.begin();
        this.iconTimer = setTimeout(() => {
            this.iconTimer = 0;
            this.drawIcon(this.iconWords);
            this.loop.end();
        }, 100);
    }

    drawIcon(words) {
        const link = document.getElementById('icon');
        this.plainIcon ??= link.href;
        if (!words) {
            link.href = this.plainIcon;
            return;
        }
        // As text: a canvas for it would first have to be made in the graphics process, while the page's own first pictures
        // are drawn there.
        const size = [0, 46, 40, 30][words.length];
        const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="16" fill="#5b67f0"/>`
            + `<text x="32" y="34" fill="#fff" font-family="system-ui, sans-serif" font-weight="600" font-size="${size}" text-anchor="middle" dominant-baseline="central">${words}</text></svg>`;
        link.href = `data:image/svg+xml,${encodeURIComponent(picture)}`;
    }
}
