#!/usr/bin/env bash
# Measures the module and its peers, and prints a table of ratios from one run. Needs the .NET SDK and Node.
# Measures what users have: PowerShell with precompiled code, and the module from its package.
set -euo pipefail
cd "$(dirname "$0")"
work="${PAPERSPACE_BENCH:-${TMPDIR:-/tmp}/paperspace-bench}"
platform="$(dotnet msbuild ../build/CompiledEngine -getProperty:RuntimeIdentifier)"
npm install --prefix peers --no-progress --ignore-scripts --loglevel=error --no-package-lock >&2
dotnet build peers/floor --configuration Release --verbosity quiet >&2
dotnet build Paperspace.Bench --configuration Release --verbosity quiet >&2
dotnet build ../build/CompiledEngine --configuration Release --verbosity quiet -target:LayOutEngine -property:EngineRoot="$work/PowerShell/" >&2
rm -rf "$work/Modules"
mkdir -p "$work/Modules"
cp -r ../out/Paperspace EmptyModule/bin/Release/net8.0 "$work/Modules"
mv "$work/Modules/net8.0" "$work/Modules/EmptyModule"
dotnet restore ../build/Images --verbosity quiet >&2
dotnet build ../build/Images --no-restore --configuration Release --verbosity quiet \
  -target:LayOutPlatform -property:ImagePlatform="$platform" -property:ImagesRoot="$work/Modules/Paperspace/" >&2
exec dotnet Paperspace.Bench/bin/Release/net10.0/Paperspace.Bench.dll "$work" "$@"
