#!/bin/sh
# Fuzzes one reader with libFuzzer: fuzz.sh READER OUTPUT_FOLDER [SECONDS]
# READER is hcl, plan, state, yaml, stream, crew or table. What crashes it lies in OUTPUT_FOLDER/found afterwards.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
reader=$1
out=$2
seconds=${3:-600}
build=${CONSILIUM_FUZZ_BUILD:-$root/Benchmarks/.build-fuzz}
mkdir -p "$out/corpus/$reader" "$out/found"
swift build --package-path "$root/Benchmarks" --scratch-path "$build" -c release --product fuzz --sanitize=fuzzer \
  -Xswiftc -enable-testing -Xswiftc -parse-as-library >&2
swiftc -sanitize=fuzzer "$build/release/libfuzz.a" -lstdc++ -lcurl -o "$build/release/fuzzer"
seeds=$out/seeds/$reader
"$root/Benchmarks/Fuzz/seeds" "$reader" "$seeds"
CONSILIUM_FUZZ=$reader exec "$build/release/fuzzer" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 \
  -max_len=16384 -artifact_prefix="$out/found/$reader-" "$out/corpus/$reader" "$seeds"
