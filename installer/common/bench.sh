# shellcheck shell=bash
# Builds and runs the benchmarks. Sourced by ./run.

# run_bench ROOT NAME...: with the libraries of the profile "bench", in a JVM that starts others for what is measured.
run_bench() {
    local root="$1" separator=: stamp
    shift
    stamp="$root/target/bench-classpath.txt"
    need_headless_libraries
    if [ ! -f "$stamp" ] || [ ! -f "$root/target/test-classes/io/atalaya/bench/Bench.class" ] \
        || [ -n "$(find "$root/pom.xml" "$root/src" "$root/resources" -newer "$stamp" -print -quit)" ]; then
        need_maven
        say "building the benchmarks (the first time downloads the libraries) ..."
        rm -f "$stamp"
        (cd "$root" && mvn -q -B -Pbench -Dspotless.check.skip=true test-compile dependency:build-classpath \
            -DincludeScope=test -Dmdep.outputFile="$stamp") || {
            say "the build failed; its messages are above."
            exit 70
        }
    fi
    case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) separator=';' ;; esac
    cd "$root" || exit
    exec "$JAVA_HOME/bin/java" -Xmx1500m \
        -Dsun.net.httpserver.nodelay=true -Dio.netty.noUnsafe=true --enable-native-access=ALL-UNNAMED \
        -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true \
        -cp "target/test-classes${separator}target/classes${separator}$(cat "$stamp")" \
        io.atalaya.bench.Bench "$@"
}
