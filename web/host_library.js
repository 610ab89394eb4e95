// The C imports of src/platform/host.hpp: each forwards to Module.host, made of the plain modules in web/host/.
// In the worker, Module.host has only what jobs need.
(() => {
    const names = [
        'begin_work', 'wake', 'wake_after', 'epoch_seconds', 'semantics', 'announce', 'edit_field', 'mark_field', 'select_in_field', 'end_field', 'claim', 'cursor', 'copy',
        'open_link',
        'pick', 'set_open_count', 'requests_since_load', 'worded', 'read_file', 'save_file', 'set_title', 'set_hash', 'set_language', 'set_unsaved', 'print', 'store', 'load', 'erase',
        'keep_store', 'take_over_store', 'start_job', 'cancel_job', 'glyph_measure', 'glyph_paint', 'break_places', 'job_progress', 'job_first',
    ];
    const library = {
        host_gl_create__deps: ['$GL'],
        host_gl_create: () => {
            const host = Module['host'];
            if (!host.gl) return 0;
            host.glHandle ??= GL.registerContext(host.gl, {majorVersion: 2, minorVersion: 0, enableExtensionsByDefault: false});
            return GL.makeContextCurrent(host.glHandle) ? host.glHandle : 0;
        },
    };
    // What src/platform/number_text.cpp asks of the browser instead of the C library.
    library.number_from_text = (text, end) => {
        let behind = text;
        while ('+-.eE'.includes(String.fromCharCode(HEAPU8[behind])) || (HEAPU8[behind] >= 48 && HEAPU8[behind] < 58)) ++behind;
        const found = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/i.exec(UTF8ToString(text, behind - text))?.[0] ?? '';
        HEAPU32[end >> 2] = text + found.length;
        return Number(found);
    };
    library.text_from_number = (number, conversion, precision, out) => {
        const scientific = (digits) => number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
        const sign = number < 0 || Object.is(number, -0) ? '-' : '';
        let text;
        if (!Number.isFinite(number)) text = Number.isNaN(number) ? 'nan' : `${sign}inf`;
        else if (conversion === 101) text = scientific(precision);
        else if (conversion === 102) text = Math.abs(number) < 1e21 ? number.toFixed(precision) : String(BigInt(number)) + (precision ? '.' + '0'.repeat(precision) : '');
        else {
            const digits = precision || 1, power = Number(number.toExponential(digits - 1).split('e')[1]);
            text = power < -4 || power >= digits ? scientific(digits - 1) : number.toFixed(digits - 1 - power);
            const [digitsOf, powerOf] = text.split('e');
            text = (digitsOf.includes('.') ? digitsOf.replace(/\.?0+$/, '') : digitsOf) + (powerOf ? `e${powerOf}` : '');
        }
        if (sign && !text.startsWith('-')) text = sign + text;
        for (let at = 0; at < text.length; ++at) HEAPU8[out + at] = text.charCodeAt(at);
        return text.length;
    };
    // The library is written out as text, so each function has to name its own target.
    for (const name of names) library['host_' + name] = new Function('...args', `return Module['host'].${name}(...args);`);
    mergeInto(LibraryManager.library, library);
})();
