// What is on the canvas, as real elements: for screen readers, keyboards, voice control, page search and tests. They lie
// over the canvas, invisible and untouchable by the pointer; pressing one tells the application.
// Fed with the bytes of src/platform/semantics.cpp.

const roles = ['group', 'heading', 'text', 'button', 'link', 'checkbox', 'slider', 'field', 'tab', 'tablist', 'list', 'item', 'navigation',
    'status', 'alert', 'dialog', 'image', 'radiogroup', 'radio'];
const containers = new Set(['group', 'tablist', 'list', 'item', 'navigation', 'dialog', 'radiogroup']);
const actions = {activate: 0, focus: 1, number: 2, text: 3};
const decoder = new TextDecoder();

export function nodesFrom(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(0, true);
    const ratio = view.getFloat32(4, true);
    const nodes = [];
    for (let i = 0, at = 8; i < count; ++i) {
        const flags = view.getUint16(at + 10, true);
        const float = (offset) => view.getFloat32(at + offset, true);
        const nameSize = view.getUint32(at + 48, true), valueSize = view.getUint32(at + 52, true);
        const words = at + 56;
        nodes.push({
            id: view.getUint32(at, true), parent: view.getInt32(at + 4, true), role: roles[view.getUint8(at + 8)], level: view.getUint8(at + 9),
            disabled: !!(flags & 1), checked: !!(flags & 2), selected: !!(flags & 4), current: !!(flags & 8), focused: !!(flags & 16),
            expandable: !!(flags & 32), expanded: !!(flags & 64), plain: !!(flags & 128),
            position: view.getInt32(at + 12, true), setSize: view.getInt32(at + 16, true),
            x: float(20) / ratio, y: float(24) / ratio, width: float(28) / ratio, height: float(32) / ratio,
            number: float(36), minimum: float(40), maximum: float(44),
            name: decoder.decode(bytes.subarray(words, words + nameSize)),
            value: decoder.decode(bytes.subarray(words + nameSize, words + nameSize + valueSize)),
        });
        at = words + ((nameSize + valueSize + 3) & ~3);
    }
    return nodes;
}

const tags = {group: 'div', text: 'p', button: 'button', link: 'a', checkbox: 'button', slider: 'input', field: 'input', tab: 'button', tablist: 'div',
    list: 'ul', item: 'li', navigation: 'nav', status: 'p', alert: 'p', dialog: 'div', image: 'div', radiogroup: 'div', radio: 'button'};
const explicitRoles = {checkbox: 'checkbox', tab: 'tab', tablist: 'tablist', status: 'status', alert: 'alert', dialog: 'dialog', image: 'img',
    radiogroup: 'radiogroup', radio: 'radio'};

export class Mirror {
    // `act(kind, id, number, text)` tells the application; `fields` knows which field is being edited (text.js).
    constructor(root, act) {
        this.root = root;
        this.act = act;
        this.entries = new Map();  // id -> {node, shape, element, face, at: attributes as set}
        this.focusedId = 0;  // as the application said last
        this.ownFocus = false;
        this.patches = 0;
        this.generation = 0;
        root.addEventListener('click', (event) => this.onClick(event));
        root.addEventListener('focusin', (event) => this.onFocus(event));
        root.addEventListener('input', (event) => this.onInput(event));
        root.addEventListener('keydown', (event) => this.onKey(event));
    }

    field(id) {
        const entry = this.entries.get(id);
        return entry?.node.role === 'field' ? entry.face : null;
    }

    update(bytes) {
        ++this.patches;
        ++this.generation;
        const nodes = nodesFrom(bytes);
        const children = new Map([[-1, []]]);
        nodes.forEach((node, index) => {
            node.absoluteX = node.width > 0 || node.parent < 0 ? node.x : nodes[node.parent].absoluteX;
            node.absoluteY = node.width > 0 || node.parent < 0 ? node.y : nodes[node.parent].absoluteY;
            const entry = this.entryFor(node);
            entry.generation = this.generation;
            this.patch(entry, node, node.parent >= 0 ? nodes[node.parent] : null);
            if (!children.has(node.parent)) children.set(node.parent, []);
            children.get(node.parent).push(entry.element);
            entry.index = index;
        });
        // First what is gone, so that what stays need not move: an element that is moved loses the focus.
        let lostFocus = false;
        for (const [id, entry] of this.entries) {
            if (entry.generation === this.generation) continue;
            lostFocus ||= entry.element.contains(document.activeElement);
            entry.element.remove();
            this.entries.delete(id);
        }
        for (const [parent, elements] of children) {
            const home = parent < 0 ? this.root : this.entries.get(nodes[parent].id).element;
            let place = parent < 0 ? home.firstElementChild : this.firstChildAfterFace(nodes[parent]);
            for (const element of elements) {
                if (element === place) {
                    place = place.nextElementSibling;
                } else {
                    home.insertBefore(element, place);
                }
            }
        }
        for (const [index, node] of nodes.entries()) if (node.role === 'radiogroup') this.rove(nodes, index);
        this.followFocus(nodes, lostFocus);
    }

    firstChildAfterFace(parentNode) {
        const entry = this.entries.get(parentNode.id);
        return entry.face !== entry.element && entry.face.parentElement === entry.element ? entry.face.nextElementSibling : entry.element.firstElementChild;
    }

    entryFor(node) {
        const shape = node.role === 'heading' ? `h${Math.min(6, node.level || 2)}` : node.plain ? `plain ${node.role}` : node.role;
        const known = this.entries.get(node.id);
        if (known && known.shape === shape) return known;
        known?.element.remove();
        const element = document.createElement(tags[node.role] ?? shape);
        let face = element;
        if (node.role === 'item' && !node.plain) {  // one that can be pressed: the button in it bears its name
            face = document.createElement('button');
            element.append(face);
        }
        if (face.tagName === 'BUTTON') face.type = 'button';
        if (node.role === 'slider') face.type = 'range';
        if (node.role === 'field') {
            face.type = 'text';
            face.autocomplete = 'off';
        }
        if (node.role === 'link') face.target = '_blank';
        if (!containers.has(node.role) || face !== element || node.plain) face.classList.add('leaf');
        if (explicitRoles[node.role]) element.setAttribute('role', explicitRoles[node.role]);
        face.dataset.id = node.id;
        const entry = {shape, element, face, set: new Map(), text: null};
        this.entries.set(node.id, entry);
        return entry;
    }

    // Sets an attribute only where it changes; null removes it.
    attribute(entry, element, name, value) {
        const key = element === entry.element ? name : `face ${name}`;
        if (entry.set.get(key) === value) return;
        entry.set.set(key, value);
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
    }

    patch(entry, node, parent) {
        const {element} = entry;
        const before = entry.node;
        entry.node = node;
        const left = node.absoluteX - (parent?.absoluteX ?? 0), top = node.absoluteY - (parent?.absoluteY ?? 0);
        if (entry.left !== left || entry.top !== top || before?.width !== node.width || before?.height !== node.height) {
            Object.assign(entry, {left, top});
            if (element.classList.contains('edited')) return this.patchWords(entry, node);  // text.js places it meanwhile
            element.style.left = `${left}px`;
            element.style.top = `${top}px`;
            element.style.width = `${Math.max(1, node.width)}px`;
            element.style.height = `${Math.max(1, node.height)}px`;
        }
        this.patchWords(entry, node);
    }

    patchWords(entry, node) {
        const {face} = entry;
        const named = containers.has(node.role) && node.role !== 'item';
        const words = node.role === 'text' && node.value ? `${node.name} ${node.value}` : node.name;
        if (named || node.role === 'image' || node.role === 'slider' || node.role === 'field') {
            this.attribute(entry, face, 'aria-label', node.name || null);
            if (node.role === 'group') this.attribute(entry, face, 'role', node.name ? 'group' : null);
        } else if (entry.words !== words) {
            entry.words = words;
            if (!entry.text) face.prepend(entry.text = document.createTextNode(words));
            else entry.text.data = words;
        }
        this.patchState(entry, node);
    }

    patchState(entry, node) {
        const {element, face} = entry;
        const flag = (name, on, value = 'true') => this.attribute(entry, face, name, on ? value : null);
        flag('aria-disabled', node.disabled);
        flag('aria-expanded', node.expandable, String(node.expanded));
        if (node.role === 'checkbox' || node.role === 'radio') this.attribute(entry, face, 'aria-checked', String(node.checked));
        if (node.role === 'tab') this.attribute(entry, face, 'aria-selected', String(node.selected));
        else if (node.role === 'button') flag('aria-pressed', node.selected);
        flag('aria-current', node.current || (node.role === 'item' && node.selected), node.role === 'item' ? 'true' : 'page');
        if (node.role === 'dialog') this.attribute(entry, face, 'aria-modal', 'true');
        if (node.setSize > 0 && (node.role === 'item' || node.role === 'tab')) {
            this.attribute(entry, element, 'aria-posinset', String(node.position));
            this.attribute(entry, element, 'aria-setsize', String(node.setSize));
        }
        if (node.role === 'link') this.attribute(entry, face, 'href', /^https?:/.test(node.value) ? node.value : '#');
        if (node.role === 'link') this.attribute(entry, face, 'rel', 'noopener noreferrer');
        if (node.role === 'slider') {
            this.attribute(entry, face, 'min', String(node.minimum));
            this.attribute(entry, face, 'max', String(node.maximum));
            this.attribute(entry, face, 'step', 'any');
            flag('aria-valuetext', node.value !== '', node.value);
            if (Number(face.value) !== node.number) face.value = String(node.number);
        }
        if (node.role === 'field' && !face.classList.contains('edited') && face.value !== node.value) face.value = node.value;
    }

    // Of choices that exclude each other Tab reaches one, the chosen; arrows go to the others (onKey).
    rove(nodes, group) {
        const radios = nodes.filter((node) => node.role === 'radio' && node.parent === group && !node.disabled);
        const reached = radios.find((node) => node.checked) ?? radios[0];
        for (const radio of radios) {
            const entry = this.entries.get(radio.id);
            this.attribute(entry, entry.face, 'tabindex', radio === reached ? '0' : '-1');
        }
    }

    // Where the canvas moves its focus the page's goes, too: screen readers and magnifiers follow it. Between such moves
    // a user may tab elsewhere.
    followFocus(nodes, lostFocus) {
        const focused = nodes.find((node) => node.focused);
        const id = focused?.id ?? 0;
        if (id === this.focusedId && !lostFocus) return;
        this.focusedId = id;
        if (!focused || document.activeElement?.classList.contains('edited')) return;
        const face = this.entries.get(id).face;
        if (face === document.activeElement) return;
        this.ownFocus = true;
        if (face.tabIndex < 0) face.tabIndex = -1;
        face.focus({preventScroll: true});
        this.ownFocus = false;
    }

    idOf(event) {
        const id = event.target.closest?.('[data-id]')?.dataset.id;
        return id === undefined ? 0 : Number(id);
    }

    onClick(event) {
        const id = this.idOf(event);
        const entry = this.entries.get(id);
        if (!entry) return;
        if (entry.node.role === 'link') event.preventDefault();
        if (entry.node.disabled || entry.node.role === 'slider' || entry.node.role === 'field') return;
        this.act(actions.activate, id, 0, '');
    }

    // Arrows choose among radios, round and round; the browser does so only for its own.
    onKey(event) {
        const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
        const group = event.target.closest?.('[role=radiogroup]');
        if (!step || !group || event.target.getAttribute('role') !== 'radio' || event.ctrlKey || event.altKey || event.metaKey) return;
        const radios = [...group.querySelectorAll('[role=radio]:not([aria-disabled])')];
        const next = radios[(radios.indexOf(event.target) + step + radios.length) % radios.length];
        event.preventDefault();
        next.focus({preventScroll: true});
        next.click();
    }

    onFocus(event) {
        const id = this.idOf(event);
        if (this.ownFocus || id === 0) return;
        this.act(actions.focus, id, 0, '');
    }

    onInput(event) {
        const entry = this.entries.get(this.idOf(event));
        if (entry?.node.role === 'slider') this.act(actions.number, entry.node.id, Number(entry.face.value), '');
    }
}
