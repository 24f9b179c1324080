#!/usr/bin/env bash
# Makes all sizes of the icon, .ico and .icns from atalaya.svg. Needed only when the drawing changes: the results are in git.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=installer/common/environment.sh
. "$here/environment.sh"
find_jdk
command -v rsvg-convert >/dev/null || {
    say "needs rsvg-convert (Debian, Ubuntu: apt-get install librsvg2-bin; macOS: brew install librsvg)."
    exit 69
}
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert --width $size --height $size "$here/icons/atalaya.svg" --output "$here/icons/atalaya-$size.png"
done
"$JAVA_HOME/bin/java" "$here/IconFiles.java" "$here/icons"
# those of the windows
windows="$here/../../resources/io/atalaya/app/icons"
mkdir -p "$windows"
cp "$here"/icons/atalaya-32.png "$here"/icons/atalaya-64.png "$here"/icons/atalaya-256.png "$windows/"
