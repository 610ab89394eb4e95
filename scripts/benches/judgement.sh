#!/usr/bin/env bash
# Times of the judgement core natively and, where the web build exists, as WebAssembly under Node; processor time, best of
# several runs. With a file of cases (the format of `discern judge --cases`) and their answers: how many are right.
#   scripts/bench judgement [CASES.json]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cmake --preset native >/dev/null
ninja -C build/native judgement_bench discern >/dev/null
echo "native"
build/native/judgement_bench
if [ -f build/web-work/build.ninja ]; then
    ninja -C build/web-work judgement_bench >/dev/null
    echo "WebAssembly under Node"
    node build/web-work/judgement_bench.js
fi
if [ $# -gt 0 ]; then
    for option in "" --withhold-note-codes; do
        echo "cases ${option:-with all codes}"
        # shellcheck disable=SC2086
        build/native/discern judge --cases "$1" $option | python3 scripts/score_cases.py "$1"
    done
fi
