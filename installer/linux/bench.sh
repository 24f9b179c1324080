#!/usr/bin/env bash
# How long a start takes, from the process to the first frame and to the first data, and what it costs: from source, the image without
# its cache, the image with it. Turn about, on a screen of its own, medians. Say nothing about a machine that does other things.
#   installer/linux/bench.sh [--runs 7] [--image DIR]     needs target/package/image of build.sh, or the folder of the tar.gz
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
runs=7
image="$root/target/package/image/atalaya"
while [ $# -gt 0 ]; do
    case "$1" in
        --runs) runs="$2" && shift ;;
        --image) image="$2" && shift ;;
        *) echo "bench.sh does not know $1" >&2 && exit 64 ;;
    esac
    shift
done
work="$root/target/bench-start"
rm -rf "$work" && mkdir -p "$work"
cp -a "$image" "$work/with"
cp -a "$image" "$work/without"
sed -i '/AOTCache/d' "$work/without/lib/app/atalaya.cfg" && rm -f "$work/without/lib/app/atalaya.aot"
Xvfb :98 -screen 0 1600x1000x24 -noreset >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$work/with" "$work/without"' EXIT
sleep 2

start() { # VARIANT FILE: one start, ended by itself when it has data
    local begun command
    case "$1" in
        source) command="$root/run" ;;
        *) command="$work/$1/bin/atalaya" ;;
    esac
    rm -f "$work/marks"
    begun=$(date +%s%3N)
    DISPLAY=:98 ATALAYA_HOME="$work/home-$1" ATALAYA_MARKS="$work/marks" timeout 180 "$command" >"$work/$1.log" 2>&1
    awk -v begun="$begun" '{ value[$1] = $2 } END { print value["frame"] - begun, value["data"] - begun, value["cpu"], value["rss"] / 1024 }' "$work/marks" >>"$2"
}
median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

echo "load before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"
for variant in source without with; do start $variant /dev/null; done # the first reads the disk
for _ in $(seq "$runs"); do
    for variant in source without with; do start $variant "$work/$variant.txt"; done
done
printf '%-22s %14s %14s %10s %10s   medians of %s\n' '' 'first frame' 'first data' 'CPU' 'memory' "$runs"
for variant in source without with; do
    case $variant in source) name='from source' ;; without) name='image without cache' ;; with) name='image with cache' ;; esac
    values=()
    for column in 1 2 3 4; do values+=("$(cut -d' ' -f$column "$work/$variant.txt" | median)"); done
    [ $variant != without ] || plain="${values[0]}"
    [ $variant != with ] || cached="${values[0]}"
    printf '%-22s %11.0f ms %11.0f ms %8.1f s %7.0f MB\n' "$name" "${values[0]}" "${values[1]}" "$(awk "BEGIN { print ${values[2]} / 1000 }")" "${values[3]}"
done
echo "first frame, with : without cache = $(awk "BEGIN { printf \"%.2f\", $cached / $plain }") (goal 0.35)"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
