#!/usr/bin/env bash
# The quality protocol of the model against its baselines, with its bars (about two minutes).
#   scripts/bench judgement-quality [decision-makers of each kind, default 40]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cmake --preset native >/dev/null
ninja -C build/native judgement_quality >/dev/null
exec build/native/judgement_quality "$@"
