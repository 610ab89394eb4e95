// The same invitations get the same answers natively and in the browser's WebAssembly: actions equal, numbers to 1e-9.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import test from "node:test";

delete process.env.NODE_OPTIONS;  // the test program that it starts is no module, whatever Node 18 was told

const build = (name) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
const native = build("native/judgement_numbers");
const web = build("web-work/judgement_numbers.js");

function linesOf(program, ...options) {
  return execFileSync(program, options, { encoding: "utf8", maxBuffer: 1 << 26 }).trim().split("\n");
}

test("native and WebAssembly judge alike", { skip: !(existsSync(native) && existsSync(web)) && "needs both builds" }, () => {
  const here = linesOf(native);
  const there = linesOf(process.execPath, web);
  assert.equal(here.length, 3000);
  assert.equal(there.length, here.length);
  let largest = 0;
  here.forEach((line, row) => {
    const [action, ...numbers] = line.split(" ");
    const [otherAction, ...otherNumbers] = there[row].split(" ");
    assert.equal(otherAction, action, `row ${row}`);
    assert.equal(otherNumbers.length, numbers.length, `row ${row}`);
    numbers.forEach((number, place) => {
      largest = Math.max(largest, Math.abs(Number(number) - Number(otherNumbers[place])));
    });
  });
  assert.ok(largest <= 1e-9, `largest difference ${largest}`);
});
