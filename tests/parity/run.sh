#!/usr/bin/env bash
# Compares our requests with the official Node client's, and takes that client through the simulator. The solution must be built.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --no-progress --ignore-scripts --loglevel=error
exec node --test --test-reporter=tap
