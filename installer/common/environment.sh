# shellcheck shell=bash
# Finds what Atalaya needs on this machine and says plainly what is missing. Sourced by ./run, ./test and the installers.

say() { printf 'atalaya: %s\n' "$*" >&2; }

jdk_version() { # major version of the JDK in $1; 0 when there is none
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        echo 0
    fi
}

# Sets JAVA_HOME to a JDK 25 or newer, wherever one is installed.
find_jdk() {
    local candidate version best="" best_version=0
    for candidate in "${JAVA_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /c/Program\ Files/Eclipse\ Adoptium/* /c/Program\ Files/Java/*; do
        [ -d "$candidate" ] || continue
        version="$(jdk_version "$candidate")"
        [ -n "$version" ] || continue
        # 25 exactly is what it is built and tested on; a newer one will do.
        if [ "$version" -eq 25 ]; then
            best="$candidate"
            break
        fi
        if [ "$version" -gt 25 ] && [ "$best_version" -eq 0 ]; then
            best="$candidate"
            best_version="$version"
        fi
    done
    if [ -z "$best" ]; then
        say "needs a JDK 25 and found none."
        say "Install one, for example Temurin 25 (https://adoptium.net) or on Debian 13: apt-get install openjdk-25-jdk,"
        say "or point JAVA_HOME at it, then try again."
        exit 69
    fi
    export JAVA_HOME="$best"
    export PATH="$JAVA_HOME/bin:$PATH"
    # Maven's own libraries warn on a JDK this new.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

need_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        say "needs Maven 3.8 or newer to build and found no 'mvn'."
        say "Install it (Debian, Ubuntu: apt-get install maven; macOS: brew install maven), then try again."
        exit 69
    fi
}

# Compiles into $1/target when a source is newer than the last build.
build_classes() {
    local root="$1" stamp="$1/target/classpath.txt"
    if [ -f "$stamp" ] && [ -f "$root/target/classes/io/atalaya/Launcher.class" ] \
        && [ -z "$(find "$root/pom.xml" "$root/src/main" "$root/resources" -newer "$stamp" -print -quit)" ]; then
        return
    fi
    need_maven
    say "building (the first time downloads the libraries) ..."
    rm -f "$stamp"
    (cd "$root" && mvn -q -B -Dspotless.check.skip=true compile dependency:build-classpath) || {
        say "the build failed; its messages are above."
        exit 70
    }
}

# need_libraries REASON SONAME=PACKAGE...: all shared libraries are there, or are installed (Debian, Ubuntu, as root), or it says how.
need_libraries() {
    local reason="$1" pair missing=()
    shift
    local known
    known="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)"
    for pair in "$@"; do
        case "$known" in
            *"${pair%%=*}"*) ;;
            *) missing+=("${pair#*=}") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if command -v apt-get >/dev/null 2>&1; then
        if [ "$(id -u)" -eq 0 ]; then
            say "installing ${missing[*]} ($reason) ..."
            if DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null 2>&1 \
                || { apt-get update -q >/dev/null 2>&1 \
                    && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null; }; then
                return 0
            fi
            say "could not install them; the messages are above."
        fi
        say "$reason needs native libraries that are not on this machine. Install them with:"
        say "    sudo apt-get install ${missing[*]}"
    else
        say "$reason needs native libraries that are not on this machine (Debian names): ${missing[*]}"
    fi
    exit 69
}

need_headless_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    need_libraries "drawing without a display" \
        libfreetype.so.6=libfreetype6 libpango-1.0.so.0=libpango-1.0-0 libpangoft2-1.0.so.0=libpangoft2-1.0-0
}

need_window_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    need_libraries "a window" \
        libfreetype.so.6=libfreetype6 libpango-1.0.so.0=libpango-1.0-0 libpangoft2-1.0.so.0=libpangoft2-1.0-0 \
        libgtk-3.so.0=libgtk-3-0 libXtst.so.6=libxtst6
}
