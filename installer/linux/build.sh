#!/usr/bin/env bash
# Makes target/dist: the program as .tar.gz, .deb and .rpm, with its own Java, SBOM, licences and sums. Needs a JDK 25 and Maven;
# what else it needs it installs (Debian, Ubuntu, as root) or names.
#   installer/linux/build.sh [--no-rpm] [--no-train] [--out DIR]
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# shellcheck source=installer/common/environment.sh
. "$root/installer/common/environment.sh"
# shellcheck source=installer/common/image.sh
. "$root/installer/common/image.sh"
# shellcheck source=installer/common/supply.sh
. "$root/installer/common/supply.sh"

out="$root/target/dist"
rpm=yes
train=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --no-rpm) rpm=no ;;
        --no-train) train=no ;;
        --out) out="$2" && shift ;;
        *)
            say "does not know $1; see the head of this script"
            exit 64
            ;;
    esac
    shift
done

# need_tools TOOL=PACKAGE...
need_tools() {
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null 2>&1 || missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
        say "installing ${missing[*]} ..."
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null 2>&1 && return 0
        apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null && return 0
    fi
    say "needs tools that are not on this machine. Install them with:  sudo apt-get install ${missing[*]}"
    exit 69
}

find_jdk
need_headless_libraries
need_tools objcopy=binutils dpkg-deb=dpkg fakeroot=fakeroot xz=xz-utils gzip=gzip
[ $rpm = no ] || need_tools rpmbuild=rpm

version="$(program_version "$root")"
time="$(package_time "$root")"
export SOURCE_DATE_EPOCH="$time"
export LC_ALL=C.UTF-8
case "$(uname -m)" in
    x86_64) deb_arch=amd64 rpm_arch=x86_64 sqlite=Linux/x86_64 ;;
    aarch64) deb_arch=arm64 rpm_arch=aarch64 sqlite=Linux/aarch64 ;;
    *) say "has no package for $(uname -m)" && exit 69 ;;
esac
work="$root/target/package"
rm -rf "$work" && mkdir -p "$work" "$out"
out="$(cd "$out" && pwd)"
rm -f "$out"/atalaya* "$out"/SHA256SUMS*

# --- the image: jars, Java, launcher ---
build_jars "$root" "$work/jars"
"$JAVA_HOME/bin/java" "$common/StoredJar.java" "$sqlite" "$work/jars" "$work/lib"
build_runtime "$work/jars/javafx" "$work/java"
java_options
"$JAVA_HOME/bin/jpackage" --type app-image --name atalaya --app-version "$version" --vendor Atalaya \
    --input "$work/lib" --main-jar atalaya.jar --main-class io.atalaya.Launcher \
    --runtime-image "$work/java" --icon "$common/icons/atalaya-512.png" \
    "${OPTIONS[@]}" --java-options -XX:TrimNativeHeapInterval=5000 --dest "$work/image"
image="$work/image/atalaya"
supply_papers "$root" "$work/jars" "$image/lib/legal-notices"
cp "$root/LICENSE" "$image/LICENSE"
# the cache knows each jar by its time: it is set before the training, and every package keeps it
set_times "$image" "$time"
[ $train = no ] || train "$image/bin/atalaya" "$image/lib/app" "$image/lib/app/atalaya.cfg" "$work/train.log"
ATALAYA_HOME="$work/home" "$image/bin/atalaya" papers --out "$work/papers"
rm -rf "$image/lib/runtime/bin" # Java's own commands: the launcher needs none of them
set_times "$image" "$time"

# --- what else goes on a system ---
tree="$work/tree"
share="$tree/usr/share"
here="$root/installer/linux"
mkdir -p "$tree/opt" "$tree/usr/bin" "$share/doc/atalaya" "$share/man/man1"
cp -a "$image" "$tree/opt/atalaya"
ln -s /opt/atalaya/bin/atalaya "$tree/usr/bin/atalaya"
install -Dm644 "$here/io.atalaya.Atalaya.desktop" -t "$share/applications"
sed "s/@VERSION@/$version/;s/@DATE@/$(date -u -d "@$time" +%F)/" "$here/io.atalaya.Atalaya.metainfo.xml.in" \
    | install -Dm644 /dev/stdin "$share/metainfo/io.atalaya.Atalaya.metainfo.xml"
install -Dm644 "$here/atalaya-mime.xml" "$share/mime/packages/atalaya.xml"
for png in "$common"/icons/atalaya-*.png; do
    size="$(basename "$png" .png | sed 's/atalaya-//')"
    install -Dm644 "$png" "$share/icons/hicolor/${size}x$size/apps/atalaya.png"
done
install -Dm644 "$common/icons/atalaya.svg" -t "$share/icons/hicolor/scalable/apps"
gzip -9n <"$work/papers/atalaya.1" >"$share/man/man1/atalaya.1.gz"
install -Dm644 "$work/papers/atalaya.bash" "$share/bash-completion/completions/atalaya"
install -Dm644 "$work/papers/_atalaya" "$share/zsh/vendor-completions/_atalaya"
install -Dm644 "$work/papers/atalaya.fish" "$share/fish/vendor_completions.d/atalaya.fish"
install -Dm644 "$here/copyright" "$share/doc/atalaya/copyright"
gzip -9n <"$root/CHANGELOG.md" >"$share/doc/atalaya/changelog.gz"
set_times "$tree" "$time"

# --- packages ---
name="atalaya-$version-linux-$rpm_arch"
say "packing $name.tar.gz ..."
tar --sort=name --owner=0 --group=0 --numeric-owner -C "$work/image" -cf - atalaya | gzip -6n >"$out/$name.tar.gz"

say "packing atalaya_${version}_$deb_arch.deb ..."
mkdir -p "$tree/DEBIAN"
sed "s/@VERSION@/$version/;s/@ARCH@/$deb_arch/;s/@SIZE@/$(du -sk --exclude=DEBIAN "$tree" | cut -f1)/" "$here/control.in" >"$tree/DEBIAN/control"
(cd "$tree" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$tree" -type d -exec chmod 755 {} +
fakeroot dpkg-deb -Zxz --root-owner-group --build "$tree" "$out/atalaya_${version}_$deb_arch.deb" >/dev/null
rm -rf "$tree/DEBIAN"

if [ $rpm = yes ]; then
    say "packing atalaya-$version-1.$rpm_arch.rpm ..."
    mkdir -p "$share/zsh/site-functions"
    mv "$share/zsh/vendor-completions/_atalaya" "$share/zsh/site-functions/" && rmdir "$share/zsh/vendor-completions"
    rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $out" --define "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm" \
        --define "program_version $version" --define "tree $tree" --define "use_source_date_epoch_as_buildtime 1" \
        --define "clamp_mtime_to_source_date_epoch 0" --target "$rpm_arch" "$here/atalaya.spec"
fi

cp "$image/lib/legal-notices/sbom.json" "$out/atalaya-$version-sbom.json"
(cd "$out" && sha256sum atalaya* >SHA256SUMS)
sign_sums "$out/SHA256SUMS"
report_sizes "$work" "$out" "$tree" | tee "$out/sizes.txt"
