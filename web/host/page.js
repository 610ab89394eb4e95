// What the page around the canvas does: preferences, title, address, printing, links, announcements.

const flags = {light: 1, contrast: 2, reducedMotion: 4, forcedColors: 8, coarsePointer: 16, apple: 32};

const queries = {
    light: '(prefers-color-scheme: light)', contrast: '(prefers-contrast: more)', reducedMotion: '(prefers-reduced-motion: reduce)',
    forcedColors: '(forced-colors: active)', coarsePointer: '(pointer: coarse)',
};

export const isApple = () => /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');

export class Page {
    constructor({app, memory, canvas, policy}) {
        Object.assign(this, {app, memory, canvas, policy});
        this.unsaved = false;
        this.said = {status: '', alert: ''};
    }

    watchPreferences() {
        const lists = Object.entries(queries).map(([name, query]) => [name, matchMedia(query)]);
        const tell = () => {
            let value = isApple() ? flags.apple : 0;
            for (const [name, list] of lists) if (list.matches) value |= flags[name];
            this.memory.with([navigator.language || 'en'], (...language) => this.app._page_preferences(value, ...language));
        };
        for (const [, list] of lists) list.addEventListener('change', tell);
        window.addEventListener('languagechange', tell);
        tell();
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

    print(html) {
        const sheet = document.getElementById('print');
        sheet.innerHTML = this.policy ? this.policy.createHTML(html) : html;
        sheet.hidden = false;
        window.addEventListener('afterprint', () => {
            sheet.hidden = true;
            sheet.replaceChildren();
        }, {once: true});
        window.print();
    }
}
