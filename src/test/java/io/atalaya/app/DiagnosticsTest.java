package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps to help, and nothing else. */
class DiagnosticsTest {
    @TempDir
    Path home;

    private String text() {
        return new Diagnostics(Map.of("ATALAYA_HOME", home.toString(), "AWS_PROFILE", "the-name-of-a-customer")).text();
    }

    @Test
    void saysVersionsPlacesAndFaults() throws Exception {
        Files.createDirectories(home.resolve("data"));
        Files.createDirectories(home.resolve("cache").resolve("crashes"));
        Files.writeString(home.resolve("cache").resolve("crashes").resolve("crash-0000-AAAA.txt"), "");
        assertThat(text())
                .contains("Atalaya " + new ProgramVersion().text(), System.getProperty("java.vm.version"))
                .contains("AWS_PROFILE", "crash-0000-AAAA.txt", "data, can be written", "there is none")
                .doesNotContain("the-name-of-a-customer");
    }

    @Test
    void showsTheEndOfTheLogWithoutSecrets() throws Exception {
        var log = AppDirectories.of(Map.of("ATALAYA_HOME", home.toString())).log();
        Files.createDirectories(log.getParent());
        var lines = new StringBuilder();
        for (var i = 1; i <= 100; i++) {
            lines.append("line ").append(i).append(" sessionToken=IQoJb3JpZ2lu\n");
        }
        Files.writeString(log, lines);
        assertThat(text()).contains("line 100 ", "line 41 ").doesNotContain("line 40 ", "IQoJb3JpZ2lu");
    }
}
