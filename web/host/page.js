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
        const side = 64, picture = document.createElement('canvas');
        picture.width = picture.height = side;
        // Not in the graphics process, from which reading it back would wait for all that is to be drawn there.
        const draw = picture.getContext('2d', {willReadFrequently: true});
        draw.fillStyle = '#5b67f0';
        draw.beginPath();
        draw.roundRect?.(0, 0, side, side, 16);
        draw.fill();
        draw.fillStyle = '#fff';
        draw.textAlign = 'center';
        draw.textBaseline = 'middle';
        draw.font = `600 ${[0, 46, 40, 30][words.length]}px "Discern Inter", system-ui, sans-serif`;
        draw.fillText(words, side / 2, side / 2 + 3);
        link.href = picture.toDataURL();
    }
}
