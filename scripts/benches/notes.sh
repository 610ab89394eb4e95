#!/usr/bin/env bash
# Prints how long the processor takes to read 10,000 notes and to find near-duplicates among them, natively.
#
#   scripts/bench notes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
ninja -C build/native notes_bench >/dev/null
exec build/native/notes_bench
