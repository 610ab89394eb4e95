#!/usr/bin/env node
// Runs a program that was linked into one JavaScript file in Chromium and prints what it prints.
//   scripts/bench in-chromium FILE.js
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { launch } from '../../tests/browser/support.mjs';

const script = await readFile(process.argv[2]);
const server = createServer((request, answer) => {
    answer.setHeader('content-type', request.url.endsWith('.js') ? 'text/javascript' : 'text/html');
    answer.end(request.url.endsWith('.js') ? script : '<!doctype html><script>var Module = {onExit: () => { document.title = "done"; }};</script><script src="program.js"></script>');
}).listen(0);
const browser = await launch();
const page = await browser.newPage();
page.on('console', (message) => console.log(message.text()));
page.on('pageerror', (error) => { console.error(error); process.exitCode = 1; });
await page.goto(`http://localhost:${server.address().port}/`);
await page.waitForFunction(() => document.title === 'done', null, { timeout: 120_000 });
await browser.close();
server.close();
