# shellcheck shell=bash
# What a security team asks of a package: what is in it, under which licences, who made it. Sourced by the installers.

papers="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
CYCLONEDX=org.cyclonedx:cyclonedx-maven-plugin:2.9.1

# supply_papers ROOT JARS OUT: sbom.json (CycloneDX) and THIRD-PARTY.txt in OUT; fails on a licence that nobody has looked at.
supply_papers() {
    local root="$1" jars="$2" out="$3"
    say "listing what is in it ..."
    mkdir -p "$out"
    # shellcheck disable=SC2086
    (cd "$root" && mvn -q -B -Dstyle.color=never ${ATALAYA_MAVEN:-} $CYCLONEDX:makeBom -DoutputFormat=json -DoutputName=sbom -DschemaVersion=1.6 \
        -DincludeTestScope=false -DincludeBomSerialNumber=false -Dcyclonedx.verbose=false -DprojectType=application) || {
        say "there is no list of what is in it; Maven's messages are above."
        exit 70
    }
    cp "$root/target/sbom.json" "$out/sbom.json"
    "$JAVA_HOME/bin/java" -cp "$(find "$jars" -name 'jackson-*.jar' | paste -sd: -)" "$papers/Licences.java" \
        "$out/sbom.json" "$papers/licences.txt" "$out/THIRD-PARTY.txt" || {
        say "a licence is not known: look at it, and if it may be shipped, write it into installer/common/licences.txt."
        exit 70
    }
}

# sign_sums FILE: with the key ATALAYA_GPG_KEY
sign_sums() {
    if [ -n "${ATALAYA_GPG_KEY:-}" ]; then
        gpg --batch --yes --local-user "$ATALAYA_GPG_KEY" --armor --detach-sign "$1"
        say "signed $1 with $ATALAYA_GPG_KEY"
    else
        say "NOT SIGNED: ATALAYA_GPG_KEY names no key. Whoever installs this has only the sums to go by."
    fi
}

# report_sizes WORK OUT TREE
report_sizes() {
    local each
    printf 'Its Java            %s\n' "$(megabytes "$1/java")"
    printf 'Libraries as jars   %s\n' "$(megabytes "$1/jars")"
    printf 'Libraries stored    %s\n' "$(megabytes "$1/lib")"
    [ ! -f "$3/opt/atalaya/lib/app/atalaya.aot" ] \
        || printf 'AOT cache           %s\n' "$(megabytes "$3/opt/atalaya/lib/app/atalaya.aot")"
    printf 'Installed           %s\n' "$(megabytes "$3/opt/atalaya")"
    for each in "$2"/*.tar.gz "$2"/*.deb "$2"/*.rpm; do
        [ ! -f "$each" ] || printf '%-40s %s\n' "$(basename "$each")" "$(megabytes "$each")"
    done
    printf 'Largest libraries:\n'
    (cd "$1/jars" && du -k -- *.jar | sort -rn | head -n 12 | awk '{printf "  %-44s %.1f MB\n", $2, $1 / 1024}')
}
