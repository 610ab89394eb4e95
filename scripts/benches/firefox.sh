#!/usr/bin/env bash
# The main job in Firefox, where scripts/setup --firefox has installed one: scripts/bench firefox
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -d tests/browser/firefox/node_modules ] || { echo "scripts/bench firefox: run scripts/setup --firefox first" >&2; exit 2; }
exec node --test tests/browser/firefox/main_job.test.mjs
