#!/usr/bin/env bash
# Measures the module and its peers, and prints a table of ratios from one run. Needs the .NET SDK and Node.
set -euo pipefail
cd "$(dirname "$0")"
npm install --prefix peers --no-progress --ignore-scripts --loglevel=error --no-package-lock >&2
dotnet build peers/floor --configuration Release --verbosity quiet >&2
dotnet build Paperspace.Bench --configuration Release --verbosity quiet >&2
exec dotnet Paperspace.Bench/bin/Release/net10.0/Paperspace.Bench.dll
