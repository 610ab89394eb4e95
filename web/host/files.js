// Files in (drop anywhere, picker, folder) and out (download). Their bytes stay here until a job or a view asks.

export class Files {
    constructor({app, memory, loop}) {
        Object.assign(this, {app, memory, loop});
        this.held = new Map();  // host file number -> File
        this.last = 0;
    }

    // Hands names to the application; each {file, name}.
    take(list) {
        for (const {file, name} of list) {
            this.held.set(++this.last, file);
            this.memory.with([name], (pointer, size) => this.app._page_file(this.last, pointer, size, file.size));
        }
        this.loop.wake();
    }

    listen() {
        let depth = 0;
        const hover = (on) => this.app._page_files_hover(on ? 1 : 0);
        const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
        window.addEventListener('dragenter', (event) => { if (hasFiles(event) && ++depth === 1) hover(true); });
        window.addEventListener('dragleave', (event) => { if (hasFiles(event) && depth > 0 && --depth === 0) hover(false); });
        window.addEventListener('dragover', (event) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
        });
        window.addEventListener('drop', async (event) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            depth = 0;
            hover(false);
            this.loop.begin();
            try {
                this.take(await filesOf(event.dataTransfer));
            } finally {
                this.loop.end();
            }
        });
    }

    // Must run inside the user's event.
    pick(folder) {
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.className = 'away';
        input.setAttribute('aria-hidden', 'true');
        input.tabIndex = -1;
        if (folder) input.webkitdirectory = true;
        input.addEventListener('change', () => {
            this.take([...input.files].map((file) => ({file, name: file.webkitRelativePath || file.name})));
            input.remove();
        });
        input.addEventListener('cancel', () => input.remove());
        document.body.append(input);
        input.click();
    }

    file(number) {
        return this.held.get(number);
    }

    release(number) {
        this.held.delete(number);
    }

    async read(number) {
        const file = this.held.get(number);
        if (!file) throw new Error('gone');
        const bytes = new Uint8Array(await file.arrayBuffer());
        this.held.delete(number);
        return bytes;
    }

    save(name, bytes, mime) {
        const url = URL.createObjectURL(new Blob([bytes], {type: mime}));
        const link = document.createElement('a');
        link.href = url;
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), 60_000);  // some browsers start reading late
    }
}

// All files of a drop, those inside folders with their paths.
async function filesOf(transfer) {
    const items = [...(transfer.items ?? [])].filter((item) => item.kind === 'file');
    // Both must be asked for before the first wait: afterwards the drop is over and the items are empty.
    const entries = items.map((item) => item.webkitGetAsEntry?.());
    const loose = [...transfer.files];
    if (!entries.some((entry) => entry?.isDirectory)) return loose.map((file) => ({file, name: file.name}));
    const found = [];
    const walk = async (entry, path) => {
        if (entry.isFile) {
            const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
            found.push({file, name: path + entry.name});
            return;
        }
        const reader = entry.createReader();
        for (;;) {  // it hands out about a hundred at a time
            const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
            if (some.length === 0) return;
            for (const child of some) await walk(child, `${path}${entry.name}/`);
        }
    };
    for (const entry of entries) if (entry) await walk(entry, '');
    return found;
}
