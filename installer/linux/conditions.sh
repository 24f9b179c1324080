#!/usr/bin/env bash
# Opens the program where something is missing or wrong. In each row it must come up, or say why not and end; never hang, never end
# in silence. As root on Linux, with a display of its own (Xvfb).
#   installer/linux/conditions.sh IMAGE     the folder "atalaya" of the tar.gz, or /opt/atalaya
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
image="$(cd "${1:-/opt/atalaya}" && pwd)"
work="$root/target/conditions"
rm -rf "$work" && mkdir -p "$work"
chmod 755 "$work"
[ "$(id -u)" -eq 0 ] || { echo "mounts and becomes others: run it as root" >&2 && exit 77; }
user=nobody
Xvfb :96 -screen 0 1600x1000x24 -noreset >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; umount "$work/full" 2>/dev/null || true' EXIT
sleep 2
failed=0

# begin ROW HOME [VAR=VALUE...]: as a user who is nobody; sets CODE, the log and the marks of the start
begin() {
    local row="$1" home="$2"
    shift 2
    log="$work/$row.log"
    marks="$work/$row.marks"
    : >"$marks" && chmod 666 "$marks"
    CODE=0
    timeout -k 10 150 runuser -u $user -- env -i PATH=/usr/bin:/bin HOME="$home" LANG=C.UTF-8 DISPLAY=:96 ATALAYA_MARKS="$marks" "$@" \
        "$image/bin/atalaya" >"$log" 2>&1 || CODE=$?
}
row() { # ROW WHAT-IT-IS VERDICT
    printf '%-18s %-62s %s\n' "$1" "$2" "$3"
    case "$3" in *FAIL*) failed=$((failed + 1)) && tail -n 3 "$log" | sed 's/^/    /' ;; esac
}
opened() { grep -q '^data' "$marks" && [ "$CODE" -eq 0 ]; }
came_up() { if opened; then echo "opens"; elif [ "$CODE" -ne 124 ] && [ "$CODE" -ne 137 ] && grep -q '^atalaya: ' "$log"; then echo "says: $(grep '^atalaya: ' "$log" | head -n 1 | cut -c1-110)"; else echo "FAIL (code $CODE)"; fi; }
must_open() { if opened; then echo "opens"; else echo "FAIL (code $CODE): does not open"; fi; }

mkdir "$work/empty" && chown $user "$work/empty"
begin no-config "$work/empty"
row no-config "a home with nothing in it" "$(must_open)"

mkdir "$work/readonly" && chmod 555 "$work/readonly"
begin read-only "$work/readonly"
row read-only "a home that may not be written" "$(must_open)"

begin no-home /nonexistent
row no-home "a home that is not there" "$(must_open)"

mkdir "$work/full" && mount -t tmpfs -o size=64k tmpfs "$work/full" && chown $user "$work/full"
dd if=/dev/zero of="$work/full/rest" bs=1k 2>/dev/null || true
begin full-disk "$work/full"
row full-disk "a disk without a free byte under the home" "$(must_open)"

for locale in C POSIX en_US.ISO-8859-1 ja_JP.EUC-JP; do
    mkdir "$work/locale-$locale" && chown $user "$work/locale-$locale"
    begin "locale-$locale" "$work/locale-$locale" LANG=$locale LC_ALL=$locale
    row "locale" "the locale $locale" "$(must_open)"
done

mkdir "$work/scale" && chown $user "$work/scale"
begin scale "$work/scale" GDK_SCALE=2 JAVA_TOOL_OPTIONS=-Dglass.gtk.uiScale=2.0
row scale "200 % scale" "$(must_open)"

mkdir "$work/gpu" && chown $user "$work/gpu"
begin no-gpu "$work/gpu" LIBGL_ALWAYS_SOFTWARE=1 LIBGL_DRIVERS_PATH=/nonexistent
row no-gpu "no driver for a GPU" "$(must_open)"

mkdir "$work/display" && chown $user "$work/display"
begin no-display "$work/display" DISPLAY=:95
row no-display "a display that does not answer" "$(came_up)"

[ $failed -eq 0 ] || echo "$failed FAILED"
[ $failed -eq 0 ]
