#!/usr/bin/env bash
# Makes target/dist: the program as .dmg, with its own Java, SBOM, licences and sums. On macOS, with a JDK 25, Maven and Xcode's command
# line tools.
#   installer/macos/build.sh [--no-train]
# Signs with ATALAYA_APPLE_IDENTITY ("Developer ID Application: ..."), notarises with the keychain profile ATALAYA_NOTARY_PROFILE
# (xcrun notarytool store-credentials); without them says loudly that it does not.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# shellcheck source=installer/common/environment.sh
. "$root/installer/common/environment.sh"
# shellcheck source=installer/common/image.sh
. "$root/installer/common/image.sh"
# shellcheck source=installer/common/supply.sh
. "$root/installer/common/supply.sh"
train=yes
[ "${1:-}" != --no-train ] || train=no
[ "$(uname -s)" = Darwin ] || {
    say "a .dmg can only be made on macOS"
    exit 69
}
command -v xcrun >/dev/null || {
    say "needs Xcode's command line tools: xcode-select --install"
    exit 69
}
find_jdk
version="$(program_version "$root")"
time="$(package_time "$root")"
case "$(uname -m)" in
    arm64) arch=aarch64 sqlite=Mac/aarch64 ;;
    *) arch=x86_64 sqlite=Mac/x86_64 ;;
esac
work="$root/target/package"
out="$root/target/dist"
rm -rf "$work" "$out" && mkdir -p "$work" "$out"

build_jars "$root" "$work/jars"
"$JAVA_HOME/bin/java" "$common/StoredJar.java" "$sqlite" "$work/jars" "$work/lib"
build_runtime "$work/jars/javafx" "$work/java"
java_options
identity=()
if [ -n "${ATALAYA_APPLE_IDENTITY:-}" ]; then
    identity=(--mac-sign --mac-signing-key-user-name "$ATALAYA_APPLE_IDENTITY" --mac-entitlements "$root/installer/macos/entitlements.plist")
else
    say "NOT SIGNED: ATALAYA_APPLE_IDENTITY names no identity. macOS will refuse to open this without being asked twice."
fi
# Apple wants a version that begins with 1 or more; the program's own is in the file's name and in --version
apple_version="$version"
case "$version" in 0.*) apple_version="1.${version#0.}" ;; esac
"$JAVA_HOME/bin/jpackage" --type app-image --name Atalaya --app-version "$apple_version" --vendor Atalaya \
    --input "$work/lib" --main-jar atalaya.jar --main-class io.atalaya.Launcher --runtime-image "$work/java" \
    --icon "$common/icons/atalaya.icns" --mac-package-identifier io.atalaya.Atalaya \
    "${OPTIONS[@]}" --dest "$work/image"
app="$work/image/Atalaya.app"
supply_papers "$root" "$work/jars" "$app/Contents/app/legal-notices"
set_times "$app/Contents/app" "$time"
[ $train = no ] || train "$app/Contents/MacOS/Atalaya" "$app/Contents/app" "$app/Contents/app/Atalaya.cfg" "$work/train.log"
ATALAYA_HOME="$work/home" "$app/Contents/MacOS/Atalaya" --self-test
rm -rf "$app/Contents/runtime/Contents/Home/bin"
set_times "$app/Contents/app" "$time"
if [ ${#identity[@]} -gt 0 ]; then
    # inside out: what was added after jpackage signed is not sealed yet
    find "$app" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -exec codesign --force --timestamp --options runtime \
        --sign "$ATALAYA_APPLE_IDENTITY" --entitlements "$root/installer/macos/entitlements.plist" {} \;
    codesign --force --timestamp --options runtime --sign "$ATALAYA_APPLE_IDENTITY" \
        --entitlements "$root/installer/macos/entitlements.plist" "$app"
    codesign --verify --deep --strict --verbose=2 "$app"
fi
"$JAVA_HOME/bin/jpackage" --type dmg --name Atalaya --app-version "$apple_version" --app-image "$app" \
    --license-file "$root/LICENSE" ${identity[@]+"${identity[@]}"} --dest "$work/dmg"
dmg="$out/atalaya-$version-macos-$arch.dmg"
mv "$work"/dmg/*.dmg "$dmg"
if [ -n "${ATALAYA_NOTARY_PROFILE:-}" ] && [ ${#identity[@]} -gt 0 ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$ATALAYA_NOTARY_PROFILE" --wait
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature --verbose "$dmg"
else
    say "NOT NOTARISED: needs ATALAYA_APPLE_IDENTITY and ATALAYA_NOTARY_PROFILE."
fi
cp "$root/target/sbom.json" "$out/atalaya-$version-sbom.json"
(cd "$out" && shasum -a 256 atalaya* >SHA256SUMS)
sign_sums "$out/SHA256SUMS"
ls -lh "$out"
