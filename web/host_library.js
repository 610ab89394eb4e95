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
    // The library is written out as text, so each function has to name its own target.
    for (const name of names) library['host_' + name] = new Function('...args', `return Module['host'].${name}(...args);`);
    mergeInto(LibraryManager.library, library);
})();
