#!/usr/bin/env bash
# Prints how quickly the document answers with 30,000 people and 10,000 invitations (native).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scripts/build native bench_workspace > /dev/null
exec build/native/bench_workspace
