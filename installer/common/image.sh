# shellcheck shell=bash
# What every package is made of: jars, a Java of its own, the image that jpackage makes, the cache it is started from.
# Sourced by the installers, after environment.sh. ATALAYA_MAVEN holds options for Maven, such as -o.

common="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

program_version() { sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$1/pom.xml" | head -n 1; }

# The time that everything in a package bears, in seconds: the same for two builds of one commit.
package_time() {
    local stamp
    stamp="$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</project.*:\1:p' "$1/pom.xml")"
    date -u -d "$stamp" +%s 2>/dev/null || date -u -j -f %Y-%m-%dT%H:%M:%SZ "$stamp" +%s
}

# set_times FOLDER SECONDS: for every file in it
set_times() {
    if touch -d "@$2" "$1" 2>/dev/null; then
        find "$1" -exec touch -h -d "@$2" {} +
    else
        find "$1" -exec touch -h -t "$(date -u -r "$2" +%Y%m%d%H%M.%S)" {} +
    fi
}

# build_jars ROOT OUT: the program and its libraries, as Maven has them, in OUT; those of JavaFX in OUT/javafx.
build_jars() {
    local root="$1" out="$2" version
    version="$(program_version "$root")"
    need_maven
    say "building the program ..."
    rm -rf "$out"
    mkdir -p "$out/javafx"
    # shellcheck disable=SC2086
    (cd "$root" && mvn -q -B -Dstyle.color=never ${ATALAYA_MAVEN:-} -Dmaven.test.skip=true -Dspotless.check.skip=true package \
        dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$out") || {
        say "the build failed; its messages are above."
        exit 70
    }
    cp "$root/target/atalaya-$version.jar" "$out/atalaya.jar"
    mv "$out"/javafx-*.jar "$out/javafx/"
    rm -f "$out"/checker-qual-*.jar # annotations that only a compiler reads
}

# build_runtime JAVAFX OUT: a Java with JavaFX in it, and nothing that the program does not use.
build_runtime() {
    local javafx="$1" out="$2" work jar name
    work="$out.work"
    say "making its Java ($("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)) ..."
    rm -rf "$out" "$work"
    mkdir -p "$work/jmods"
    for jar in "$javafx"/javafx-*-*-*.jar; do # with the system in its name: the others are empty
        name="$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/\1/')"
        mkdir -p "$work/$name/classes" "$work/$name/libs"
        (cd "$work/$name/classes" && "$JAVA_HOME/bin/jar" -xf "$jar")
        find "$work/$name/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' \) -exec mv {} "$work/$name/libs/" \;
        "$JAVA_HOME/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/libs" \
            "$work/jmods/javafx.$name.jmod"
    done
    "$JAVA_HOME/bin/jlink" --module-path "$work/jmods" --add-modules "$(paste -sd, "$common/modules.txt")" \
        --include-locales=en,es,pt --strip-debug --no-header-files --no-man-pages --output "$out"
    rm -rf "$work"
}

# java_options: one --java-options for each line of jvm-options.txt, in the array OPTIONS
java_options() {
    local line
    OPTIONS=()
    while read -r line; do
        [ -z "$line" ] || OPTIONS+=(--java-options "$line")
    done <"$common/jvm-options.txt"
}

# train LAUNCHER APPDIR CFG LOG: lets the image test itself and keeps what it loaded meanwhile in a cache. A Java that refuses the
# cache, because something was changed, is slower to start and else the same.
train() {
    local launcher="$1" app="$2" cfg="$3" log="$4" home
    say "training: the package starts, and what it loads is kept for a quick start ..."
    home="$(mktemp -d)"
    rm -f "$app/atalaya.aot"
    ATALAYA_HOME="$home" JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$app/atalaya.aot -Xlog:aot=error,cds=error" \
        "$launcher" --self-test=start >"$log" 2>&1 || {
        grep -v "^Picked up" "$log" | tail -n 20 >&2
        say "the package does not start; what is wrong is above."
        exit 70
    }
    rm -rf "$home"
    [ -s "$app/atalaya.aot" ] || {
        say "the JVM made no cache."
        exit 70
    }
    echo "java-options=-XX:AOTCache=\$APPDIR/atalaya.aot" >>"$cfg"
}

megabytes() { du -sk "$1" | awk '{printf "%.1f MB", $1 / 1024}'; }
