#!/usr/bin/env bash
# dist/ is committed; this proves that it is what the source builds, byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
fresh="$(mktemp -d)"
trap 'rm -rf "$fresh"' EXIT
node_modules/.bin/node scripts/build.ts "$fresh"
diff -r dist "$fresh"
