#!/usr/bin/env bash
# Shows that the packages do what they should: builds them (or takes those of --dist DIR), installs the deb in a clean Debian and on
# this machine, tests, draws, opens, upgrades, removes and purges it, unpacks and starts the rpm and the tar.gz. As root on Debian;
# leaves the machine as it was. Pictures and logs go to target/check.
#   installer/linux/check.sh [--dist DIR] [--twice] [--only STEP,STEP...]   steps: clean host upgrade rpm tar cache twice
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
# shellcheck source=installer/common/environment.sh
. "$root/installer/common/environment.sh"
dist=
steps="clean,host,upgrade,rpm,tar,cache"
while [ $# -gt 0 ]; do
    case "$1" in
        --dist) dist="$(cd "$2" && pwd)" && shift ;;
        --twice) steps="$steps,twice" ;;
        --only) steps="$2" && shift ;;
        *) say "does not know $1; see the head of this script" && exit 64 ;;
    esac
    shift
done
[ "$(id -u)" -eq 0 ] || {
    say "installs packages: run it as root, on a machine that may be changed"
    exit 77
}
work="$root/target/check"
rm -rf "$work" && mkdir -p "$work"
results="$work/results.txt"
failed=0
xvfb=
clean=

# what was put on this machine goes again, however this ends
leave() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    if [ -n "$clean" ]; then
        umount "$clean/proc" "$clean/dev/shm" "$clean/dev" 2>/dev/null || true
    fi
    [ "$installed_before" = yes ] || dpkg --purge atalaya >/dev/null 2>&1 || true
}
installed_before=no
! dpkg -s atalaya >/dev/null 2>&1 || installed_before=yes
[ $installed_before = no ] || {
    say "atalaya is installed here already: this would change it. Remove it first."
    exit 77
}
trap leave EXIT

wanted() { case ",$steps," in *",$1,"*) return 0 ;; *) return 1 ;; esac; }

# shows WHAT COMMAND...: one line of the results, the output in a log beside it
shows() {
    local what="$1" log begun
    shift
    log="$work/$(echo "$what" | tr -cs 'A-Za-z0-9' -).log"
    begun=$(date +%s)
    if "$@" >"$log" 2>&1; then
        printf 'ok    %4d s  %s\n' $(($(date +%s) - begun)) "$what" | tee -a "$results"
    else
        failed=$((failed + 1))
        printf 'FAIL  %4d s  %s (%s)\n' $(($(date +%s) - begun)) "$what" "$log" | tee -a "$results"
        tail -n 5 "$log" | sed 's/^/        /'
    fi
}

if [ -z "$dist" ]; then
    dist="$root/target/dist"
    shows "the packages are built" "$root/installer/linux/build.sh" --out "$dist"
fi
deb="$(ls "$dist"/atalaya_*.deb)"
shows "the sums are right" sh -c "cd '$dist' && sha256sum --check --quiet SHA256SUMS"

# --- a Debian that has nothing ---
inside() { chroot "$clean" env -i HOME=/home/somebody PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_somebody() { inside runuser -u somebody -- "$@"; }
nothing_left() { # in the root $1, outside of homes and what only this script put there
    local left
    left="$(find "$1" -xdev \( -path "$1/proc" -o -path "$1/home" -o -path "$1/root" -o -path "$1/tmp" -o -path "$1/work" -o -path "$1/var/log" -o -path "$1/var/cache/apt" \) -prune \
        -o -iname '*atalaya*' -print)"
    echo "$left"
    [ -z "$left" ]
}
if wanted clean; then
    command -v mmdebstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -q mmdebstrap >/dev/null
    clean="$work/debian"
    suite="$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")"
    shows "a clean Debian ($suite, apt and what it needs) is made" mmdebstrap --variant=apt "$suite" "$clean"
    mount --bind /dev "$clean/dev" && mount -t tmpfs tmpfs "$clean/dev/shm" && mount -t proc proc "$clean/proc"
    cp /etc/resolv.conf "$clean/etc/resolv.conf"
    cp "$deb" "$clean/tmp/atalaya.deb"
    inside useradd -m somebody
    inside apt-get update -q >/dev/null
    shows "clean: it has no folder for menus" test ! -d "$clean/usr/share/applications"
    shows "clean: apt installs the deb and what it needs" inside apt-get install -y -q --no-install-recommends /tmp/atalaya.deb
    shows "clean: it is on the PATH" as_somebody atalaya --version
    shows "clean: it says what it can do" as_somebody atalaya --help
    shows "clean: it passes its self-test" as_somebody atalaya --self-test
    shows "clean: it draws every view" as_somebody atalaya screens --out /tmp/screens
    shows "clean: there are pictures" sh -c "ls '$clean'/tmp/screens/overview-dark-1440x900.png && test \$(ls '$clean'/tmp/screens | wc -l) -gt 60"
    shows "clean: a capsule is made" as_somebody atalaya evidence --recipe claims --out /tmp/capsule.zip
    shows "clean: and verified" as_somebody atalaya verify --allow-not-aws /tmp/capsule.zip
    shows "clean: it is removed and purged" inside apt-get purge -y -q atalaya
    shows "clean: nothing is left of it" nothing_left "$clean"
    shows "clean: but what is the user's" test -s "$clean/home/somebody/.local/share/atalaya/evidence/key.pem" -o -d "$clean/home/somebody/.local/share/atalaya/evidence"
    cp "$clean/tmp/screens/overview-dark-1440x900.png" "$work/" 2>/dev/null || true
    umount "$clean/proc" "$clean/dev/shm" "$clean/dev"
    rm -rf "$clean"
    clean=
fi

# --- this machine ---
home="$work/home"
show_on() { # the window, on a screen of its own, for as long as it takes
    local picture="$1" pid
    shift
    DISPLAY=:97 HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" XDG_CACHE_HOME="$home/.cache" "$@" &
    pid=$!
    sleep 45
    DISPLAY=:97 import -window root "$picture" || true
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    # more than a grey screen with a cross on it
    test "$(identify -format %k "$picture")" -gt 200
}
begin_screen() {
    # shellcheck disable=SC2015
    command -v Xvfb >/dev/null && command -v import >/dev/null \
        || DEBIAN_FRONTEND=noninteractive apt-get install -y -q xvfb imagemagick >/dev/null
    [ -n "$xvfb" ] || {
        Xvfb :97 -screen 0 1600x1000x24 -noreset >/dev/null 2>&1 &
        xvfb=$!
        sleep 2
    }
}
desktop_entry_right() {
    local entry=/usr/share/applications/io.atalaya.Atalaya.desktop
    ! command -v desktop-file-validate >/dev/null || desktop-file-validate $entry || return 1
    ! command -v appstreamcli >/dev/null || appstreamcli validate --no-net /usr/share/metainfo/io.atalaya.Atalaya.metainfo.xml || return 1
    grep -q '^Exec=atalaya' $entry
}
a_journal() { # one line of it, as the console writes them
    local line
    line="{\"previous\":\"$(printf '%064d' 0)\",\"number\":1,\"at\":\"2026-11-01T10:00:00Z\",\"kind\":\"INTENT\",\"operation\":\"op1\",\"act\":\"RebootInstance\",\"action\":\"ec2:RebootInstances\",\"account\":\"111122223333\",\"region\":\"us-east-1\",\"caller\":\"arn:aws:iam::111122223333:user/somebody\",\"resource\":\"i-0123456789abcdef0\",\"cli\":\"aws ec2 reboot-instances\",\"preflight\":[],\"detail\":\"\",\"requestIds\":[]"
    printf '%s,"hash":"%s"}\n' "$line" "$(printf '%s' "$line" | sha256sum | cut -d' ' -f1)"
}
user_files() { (cd "$home" && find .config .local -type f ! -name '*.sqlite*' -print0 | sort -z | xargs -0 sha256sum); }
if wanted host; then
    begin_screen
    mkdir -p "$home"
    shows "here: apt installs the deb" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$deb"
    shows "here: it starts" atalaya --self-test=start
    shows "here: it opens its window" show_on "$work/window.png" atalaya
    shows "here: its menu entry is right" desktop_entry_right
    shows "here: its man page is there" sh -c "man -w atalaya"
    shows "here: bash completes" bash -c '. /usr/share/bash-completion/completions/atalaya && complete -p atalaya'
fi
if wanted upgrade; then
    begin_screen
    dpkg --purge atalaya >/dev/null 2>&1 || true
    mkdir -p "$home" "$work/older"
    # an older one: the same files under a version below
    dpkg-deb -R "$deb" "$work/older/tree"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/tree/DEBIAN/control"
    dpkg-deb -Znone --root-owner-group --build "$work/older/tree" "$work/older/atalaya.deb" >/dev/null
    rm -rf "$work/older/tree"
    shows "upgrade: an older one is installed" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$work/older/atalaya.deb"
    shows "upgrade: it is used" show_on "$work/window-older.png" atalaya
    mkdir -p "$home/.local/share/atalaya"
    a_journal >"$home/.local/share/atalaya/journal.jsonl"
    user_files >"$work/before.txt"
    shows "upgrade: it kept settings" grep -q settings.json "$work/before.txt"
    shows "upgrade: the new one is installed over it" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$deb"
    user_files >"$work/after.txt"
    shows "upgrade: settings and journal are as they were" cmp "$work/before.txt" "$work/after.txt"
    shows "upgrade: the journal verifies" atalaya journal verify "$home/.local/share/atalaya/journal.jsonl"
    shows "upgrade: the window opens with them" show_on "$work/window-upgraded.png" atalaya
fi
if wanted host || wanted upgrade; then
    shows "here: it is removed" apt-get remove -y -q atalaya
    shows "here: and purged" dpkg --purge atalaya
    shows "here: nothing is left of it" sh -c "! ls -d /opt/atalaya /usr/bin/atalaya /usr/share/applications/*talaya* /usr/share/mime/packages/*talaya* /usr/share/icons/hicolor/*/apps/atalaya.* 2>/dev/null"
    shows "here: but what is the user's" test -s "$home/.config/atalaya/settings.json"
fi

# --- without a package manager ---
if wanted rpm; then
    mkdir -p "$work/rpm"
    # shellcheck disable=SC2015
    command -v rpm2cpio >/dev/null && command -v cpio >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -q rpm2cpio cpio >/dev/null
    shows "rpm: it says what it needs" rpm -qp --requires "$dist"/*.rpm
    shows "rpm: it is unpacked" sh -c "cd '$work/rpm' && rpm2cpio '$dist'/*.rpm | cpio -idm --quiet"
    shows "rpm: it starts" env ATALAYA_HOME="$work/rpm-home" "$work/rpm/opt/atalaya/bin/atalaya" --self-test=start
    rm -rf "$work/rpm"
fi
if wanted tar || wanted cache; then
    place="$work/some where (ñ)"
    mkdir -p "$place"
    shows "tar.gz: it is unpacked where a name has spaces" tar -C "$place" -xzf "$dist"/*.tar.gz
    shows "tar.gz: it starts there" env ATALAYA_HOME="$work/tar-home" LC_ALL=C.UTF-8 "$place/atalaya/bin/atalaya" --self-test=start
    if wanted cache; then
        shows "cache: it is used" sh -c "ATALAYA_HOME='$work/tar-home' LC_ALL=C.UTF-8 '$place/atalaya/bin/atalaya' --self-test=start | grep 'mixed mode, sharing'"
        touch "$place"/atalaya/lib/app/*.jar
        shows "cache: one that does not fit costs only time" sh -c "ATALAYA_HOME='$work/tar-home' LC_ALL=C.UTF-8 '$place/atalaya/bin/atalaya' --self-test=start | grep '(mixed mode)'"
    fi
    rm -rf "$place"
fi
if wanted twice; then
    build_twice() {
        local each
        for each in one two; do
            git clone -q "$root" "$work/$each"
            # shellcheck disable=SC2086
            (cd "$work/$each" && mvn -q -B ${ATALAYA_MAVEN:-} -Dmaven.test.skip=true package) || return 1
            (cd "$work/$each/target" && sha256sum atalaya-*.jar) >"$work/$each.sum"
            sleep 2
        done
        cmp "$work/one.sum" "$work/two.sum" && cat "$work/one.sum"
    }
    find_jdk
    shows "two builds of one commit make the same jar" build_twice
    rm -rf "$work/one" "$work/two"
fi

echo
if [ "$failed" -eq 0 ]; then echo "all of it ($(wc -l <"$results") checks) is as it should be"; else echo "$failed of $(wc -l <"$results") checks FAILED"; fi
[ "$failed" -eq 0 ]
