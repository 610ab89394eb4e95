// Copy, cut and paste through the browser's own events: no permission is asked, and the order of keys is kept.

export function listen({app, memory, loop, takeFiles}) {
    const inField = () => /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '') && document.activeElement.type !== 'range';

    for (const type of ['copy', 'cut']) {
        document.addEventListener(type, (event) => {
            if (inField() || String(document.getSelection?.() ?? '') !== '') return;  // the browser copies what is selected
            const size = app._page_copy(type === 'cut' ? 1 : 0, loop.seconds());
            if (size === 0) return;
            event.clipboardData.setData('text/plain', memory.text(app._page_copied(), size));
            event.preventDefault();
            loop.wake();
        });
    }
    document.addEventListener('paste', (event) => {
        if (inField()) return;
        event.preventDefault();
        const files = [...event.clipboardData.files];
        if (files.length > 0) return takeFiles(files.map((file) => ({file, name: file.name})));
        const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
        memory.with([text, event.clipboardData.getData('text/html')], (...places) => app._page_paste(...places));
        loop.frameNow();
    });
}

// For "Copy" buttons: inside the user's event.
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        const area = document.createElement('textarea');
        area.value = text;
        area.className = 'away';
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
    }
}
