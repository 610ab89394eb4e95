// The built page behind a plain static server, for any browser.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TOP = fileURLToPath(new URL('../../', import.meta.url));
export const SITE = process.env.DISCERN_SITE ?? join(TOP, 'build/web');

const TYPES = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
    '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
    '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};
/** Serves build/web at a sub-path, as a project page on a static host is. `requests` lists the paths asked for. */
export async function serveSite(folder = SITE, base = '/some/where/') {
    const requests = [];
    const server = createServer(async (request, response) => {
        const path = decodeURIComponent(new URL(request.url, 'http://local').pathname);
        requests.push(path);
        const inside = normalize(path.slice(base.length) || 'index.html');
        const file = join(folder, inside.endsWith('/') ? inside + 'index.html' : inside);
        if (!path.startsWith(base) || !file.startsWith(normalize(folder))) return void response.writeHead(404).end();
        try {
            const bytes = await readFile(file);
            response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    return {
        url: `http://127.0.0.1:${server.address().port}${base}`,
        requests,
        close: () => new Promise((closed) => { server.closeAllConnections?.(); server.close(closed); }),
    };
}
