#!/bin/sh
# Fuzzes the language room: fuzz.sh OUTPUT_FOLDER [SECONDS] [SEED_FOLDER]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$1
seconds=${2:-600}
mkdir -p "$out/corpus"
cd "$out"
flags="-O -swift-version 6 -package-name consilium -parse-as-library -sanitize=fuzzer -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature ExistentialAny"
for room in Basics HCL; do
  # shellcheck disable=SC2046,SC2086
  swiftc $flags -wmo -emit-module -module-name $room -I . -c -o $room.o $(find "$root/Sources/$room" -name '*.swift' | sort)
done
# shellcheck disable=SC2086
swiftc $flags -I . -module-name Fuzz "$root/Benchmarks/Fuzz/Fuzz.swift" Basics.o HCL.o -o fuzzer
exec ./fuzzer -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=4096 corpus ${3:-}
