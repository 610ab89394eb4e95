#!/usr/bin/env bash
# Prints how long the processor takes to read 10,000 notes, to check one at the desk at each key stroke, and to find
# near-duplicates: natively and, where the web build exists, in Chromium.
#
#   scripts/bench notes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
ninja -C build/native notes_bench >/dev/null
echo native
build/native/notes_bench
if [ -f build/web-work/build.ninja ]; then
    ninja -C build/web-work notes_bench >/dev/null
    echo Chromium
    node scripts/benches/in-chromium.mjs build/web-work/notes_bench.js
fi
