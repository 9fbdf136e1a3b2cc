#!/bin/sh
# Fuzzes the language room: fuzz.sh OUTPUT_FOLDER [SECONDS] [SEED_FOLDER]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$1
seconds=${2:-600}
mkdir -p "$out/corpus"
# The packages that two rooms below use come as a release build has made them.
swift build --package-path "$root/Benchmarks" -c release --product scoreboard >&2
built=$root/Benchmarks/.build/release
cd "$out"
yaml=$(find "$root/Benchmarks/.build/checkouts/Yams" "$built/CYaml.build" -name 'module.modulemap' -print -quit)
flags="-Xcc -fmodule-map-file=$yaml -O -swift-version 6 -package-name consilium -parse-as-library -sanitize=fuzzer -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature ExistentialAny"
for room in Basics Digests StrictYAML HCL; do
  # shellcheck disable=SC2046,SC2086
  swiftc $flags -wmo -emit-module -module-name $room -I . -I "$built/Modules" -c -o $room.o $(find "$root/Sources"/*/"$room" -name '*.swift' | sort)
done
objects=$(find "$built/Crypto.build" "$built/CryptoBoringWrapper.build" "$built/CCryptoBoringSSL.build" \
  "$built/CCryptoBoringSSLShims.build" "$built/CXKCP.build" "$built/CXKCPShims.build" "$built/Yams.build" "$built/CYaml.build" \
  -name '*.o' 2>/dev/null)
# shellcheck disable=SC2086
swiftc $flags -I . -I "$built/Modules" -module-name Fuzz "$root/Benchmarks/Fuzz/Fuzz.swift" \
  Basics.o Digests.o StrictYAML.o HCL.o $objects -lstdc++ -o fuzzer
exec ./fuzzer -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=4096 corpus ${3:-}
