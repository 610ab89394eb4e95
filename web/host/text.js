// Text fields: while one is edited it is a real <input> or <textarea> laid over its place on the canvas, so that input
// methods, spelling, selection, undo, mobile keyboards and screen readers work as everywhere.

const events = {changed: 0, committed: 1, cancelled: 2, left: 3};

export class Fields {
    // `tell(kind, id, text)` reports to the application.
    constructor({root, mirror, canvas, tell}) {
        Object.assign(this, {root, mirror, canvas, tell});
        this.id = 0;
        this.element = null;
        this.text = '';       // as both sides know it
        this.own = new Map();  // fields that need an element of their own: many lines, or not in the mirror
        this.ending = false;
        mirror.root.addEventListener('input', (event) => this.onLooseInput(event));
    }

    show(id, place, look, text) {
        const element = this.elementFor(id, look);
        if (id !== this.id || element !== this.element) this.begin(id, element);
        const {x, y, width, height} = place;
        // A field of the mirror stands inside its group, whose place is not the page's.
        const home = element.offsetParent?.getBoundingClientRect() ?? {left: 0, top: 0};
        const style = [home.left, home.top, x, y, width, height, look.fontPx, look.lineHeight, look.rgb, look.semibold].join(' ');
        if (style !== this.style) {
            this.style = style;
            const ratio = this.canvas.ratio;
            Object.assign(element.style, {
                left: `${x / ratio - home.left}px`, top: `${y / ratio - home.top}px`, width: `${width / ratio}px`, height: `${height / ratio}px`,
                fontSize: `${look.fontPx / ratio}px`, fontWeight: look.semibold ? '600' : '400',
                lineHeight: look.multiline ? `${(look.lineHeight || look.fontPx * 1.4) / ratio}px` : '', color: `#${look.rgb.toString(16).padStart(6, '0')}`,
            });
        }
        if (element.placeholder !== look.placeholder) element.placeholder = look.placeholder;
        if (text !== this.text) this.text = element.value = text;  // the application changed it
        if (this.fresh) {
            this.fresh = false;
            this.text = text;
            if (element.value !== text) element.value = text;
            if (document.activeElement !== element) {  // whoever came by Tab has all of it selected already
                element.focus({preventScroll: true});
                element.setSelectionRange(text.length, text.length);
            }
        }
    }

    // Words marked in a field of several lines: the same text, unseen, lies under it with a line under the marked words.
    mark(triples) {
        const {element} = this;
        if (!element || element.tagName !== 'TEXTAREA') return;
        if (!this.under) {
            this.under = document.createElement('div');
            this.under.className = 'under';
            this.under.setAttribute('aria-hidden', 'true');
            element.before(this.under);
            element.addEventListener('scroll', () => { if (this.under) this.under.scrollTop = element.scrollTop; });
        }
        const pieces = [];
        let at = 0;
        for (let i = 0; i < triples.length; i += 3) {
            const mark = document.createElement('mark');
            mark.textContent = this.text.slice(triples[i], triples[i + 1]);
            mark.style.setProperty('--mark', `#${triples[i + 2].toString(16).padStart(6, '0')}`);
            pieces.push(this.text.slice(at, triples[i]), mark);
            at = triples[i + 1];
        }
        pieces.push(this.text.slice(at) + '\n');
        this.under.replaceChildren(...pieces);
        for (const name of ['left', 'top', 'width', 'height', 'fontSize', 'fontWeight', 'lineHeight']) this.under.style[name] = element.style[name];
        this.under.scrollTop = element.scrollTop;
    }

    select(begin, end) {
        if (!this.element) return;
        this.element.focus({preventScroll: true});
        this.element.setSelectionRange(begin, end);
    }

    elementFor(id, look) {
        const mirrored = this.mirror.field(id);
        if (mirrored && !look.multiline) return Object.assign(mirrored, {type: 'text'});
        let element = this.own.get(id);
        if (!element) {
            element = document.createElement(look.multiline ? 'textarea' : 'input');
            element.setAttribute('aria-label', look.label);
            element.autocomplete = 'off';
            this.own.set(id, element);
            this.root.append(element);
        }
        if (mirrored) mirrored.hidden = true;
        return element;
    }

    begin(id, element) {
        this.finish();
        Object.assign(this, {id, element, style: '', fresh: true});
        element.classList.add('edited');
        element.enterKeyHint = 'done';
        this.listeners = {
            input: () => {
                this.text = element.value;
                this.tell(events.changed, id, this.text);
            },
            keydown: (event) => this.onKey(event),
            blur: () => { if (!this.ending) this.tell(events.left, id, element.value); },
        };
        for (const [type, listener] of Object.entries(this.listeners)) element.addEventListener(type, listener);
    }

    onKey(event) {
        if (event.isComposing || event.keyCode === 229) return;
        const many = this.element.tagName === 'TEXTAREA';
        const commits = event.key === 'Enter' && (!many || event.ctrlKey || event.metaKey);
        if (!commits && event.key !== 'Escape') return;
        // Ctrl+Enter goes on to the program as a key: a form that holds the field may be done with it.
        if (!(event.ctrlKey || event.metaKey)) event.preventDefault();
        this.tell(commits ? events.committed : events.cancelled, this.id, this.element.value);
    }

    // The application says that editing is over.
    finish() {
        const {element} = this;
        if (!element) return;
        this.ending = true;
        this.under?.remove();
        this.under = null;
        for (const [type, listener] of Object.entries(this.listeners)) element.removeEventListener(type, listener);
        element.classList.remove('edited');
        if (document.activeElement === element) element.blur();
        if (this.own.has(this.id)) {
            this.own.delete(this.id);
            element.remove();
            const mirrored = this.mirror.field(this.id);
            if (mirrored) mirrored.hidden = false;
        } else {
            // Back to where the mirror has it.
            const entry = this.mirror.entries.get(this.id);
            if (entry) {
                Object.assign(element.style, {left: `${entry.left}px`, top: `${entry.top}px`, width: `${entry.node.width}px`, height: `${entry.node.height}px`});
                if (element.value !== entry.node.value) element.value = entry.node.value;
            }
        }
        this.id = 0;
        this.element = null;
        this.ending = false;
    }

    // A pointer went down beside the field.
    leave() {
        if (this.element && document.activeElement === this.element) this.element.blur();
    }

    // A field that is not being edited was filled all the same (assistive technology, tests).
    onLooseInput(event) {
        const element = event.target;
        if (element === this.element || element.type === 'range' || element.dataset.id === undefined) return;
        this.tell(events.changed, Number(element.dataset.id), element.value);
    }
}
