#!/usr/bin/env bash
# Compares our requests with the official Node client's, and takes that client through the simulator. The solution must be built.
# Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
npm ci --no-progress --ignore-scripts --loglevel=error || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
node --test --test-reporter=tap | tee "$log" | grep -vE '^ *(duration_ms|type:|---|\.\.\.|1\.\.)'
result=${PIPESTATUS[0]}
printf '%d passed, %d failed\n' "$(sed -n 's/^# pass //p' "$log")" "$(sed -n 's/^# fail //p' "$log")"
exit "$result"
