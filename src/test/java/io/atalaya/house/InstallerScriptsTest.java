package io.atalaya.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What packages are made with: every script is one that bash can read, and the flags name modules that are there. */
class InstallerScriptsTest {
    private static final Path BASH = Path.of("/bin/bash");

    static Stream<Path> scripts() throws IOException {
        try (var installer = Files.walk(Path.of("installer"))) {
            var all = installer
                    .filter(it -> it.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(Path.of("run"), Path.of("test")), all.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isReadByBash(Path script) throws Exception {
        assumeThat(BASH).isExecutable();
        var check = new ProcessBuilder(BASH.toString(), "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(check.exitValue()).isZero();
    }

    @Test
    void theModulesOfThePackageAreThoseOfThisJavaAndOfJavaFx() throws IOException {
        var modules = Files.readAllLines(Path.of("installer", "common", "modules.txt"));
        assertThat(modules).isSorted().doesNotHaveDuplicates().contains("javafx.controls", "jdk.naming.dns");
        assertThat(modules).allSatisfy(name -> assertThat(name.startsWith("javafx.")
                        || java.lang.module.ModuleFinder.ofSystem().find(name).isPresent())
                .as(name)
                .isTrue());
    }

    @Test
    void thePackageStartsWithTheFlagsOfTheSource() throws IOException {
        var options = Files.readAllLines(Path.of("installer", "common", "jvm-options.txt"));
        var run = Files.readString(Path.of("run"));
        assertThat(options).doesNotHaveDuplicates();
        for (var shared :
                List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:+UseCompactObjectHeaders", "-Dio.netty.noUnsafe=true")) {
            assertThat(options).contains(shared);
            assertThat(run).contains(shared);
        }
    }
}
