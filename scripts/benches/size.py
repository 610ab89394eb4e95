#!/usr/bin/env python3
"""Prints what a first visit downloads: each file of build/web raw, with gzip 9 and with brotli 11.

    scripts/bench size [--budget-kb N]     with a budget, exits 1 if wasm + scripts + page exceed it (gzip)

The words of a language other than English come on top for those who speak it, and are listed after the sum.
"""
import argparse
import gzip
import json
import pathlib
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
SITE = TOP / "build/web"
KINDS = {".lzma": "wasm", ".wasm": "wasm", ".mjs": "scripts", ".js": "scripts", ".html": "page and styles", ".css": "page and styles",
         ".svg": "page and styles", ".webmanifest": "page and styles"}


def brotli_size(data: bytes) -> int | None:
    if not shutil.which("brotli"):
        return None
    return len(subprocess.run(["brotli", "-q", "11", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--budget-kb", type=float)
    options = parser.parse_args()
    if not (SITE / "build.json").is_file():
        raise SystemExit("scripts/bench size: build the page first (scripts/build web)")
    totals: dict[str, list[int]] = {}
    for name in json.loads((SITE / "build.json").read_text())["files"]:
        path = pathlib.Path(name)
        kind = f"and {path.name[:8]}" if path.name.startswith("words-") else KINDS.get(path.suffix)
        if kind:
            data = (SITE / name).read_bytes()
            row = totals.setdefault(kind, [0, 0, 0, 0])
            row[0] += 1
            row[1] += len(data)
            row[2] += len(gzip.compress(data, 9))
            row[3] += brotli_size(data) or 0
    words = {name: row for name, row in totals.items() if name.startswith("and ")}
    totals = {name: row for name, row in totals.items() if name not in words}
    totals["all"] = [sum(row[column] for row in totals.values()) for column in range(4)]
    totals |= words
    print(f"{'':<16}{'files':>6}{'raw KB':>10}{'gzip KB':>10}{'brotli KB':>11}")
    for kind, (count, raw, gz, br) in totals.items():
        print(f"{kind:<16}{count:>6}{raw / 1000:>10.1f}{gz / 1000:>10.1f}{br / 1000:>11.1f}")
    carried = [(path.name, path.read_bytes()) for path in sorted((TOP / "build/deps/fonts").glob("*.ttf"))]
    print("within the wasm: " + ", ".join(f"{name} {len(data) / 1000:.0f} KB (gzip {len(gzip.compress(data, 9)) / 1000:.0f})"
                                          for name, data in carried))
    if options.budget_kb and totals["all"][2] > options.budget_kb * 1000:
        print(f"over the budget of {options.budget_kb:.0f} KB gzip")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
