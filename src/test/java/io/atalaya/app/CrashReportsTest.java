package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault has one name wherever it happens, and its report no secret. */
class CrashReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    @TempDir
    Path home;

    private static RuntimeException fails(String message) {
        return new IllegalStateException(message, new ArithmeticException("/ by zero"));
    }

    private static RuntimeException failsElsewhere() {
        return new IllegalStateException("the same words");
    }

    @Test
    void theCodeIsOfThePlaceAndNotOfTheWords() {
        var code = CrashReports.code(fails("the same words"));
        assertThat(code).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(CrashReports.code(fails("of i-0123456789abcdef0"))).isEqualTo(code);
        assertThat(CrashReports.code(failsElsewhere())).isNotEqualTo(code);
    }

    @Test
    void theReportSaysWhereItHappenedAndKeepsSecretsOut() throws Exception {
        var reports = new CrashReports(home.resolve("crashes"), () -> NOW);
        var fault = fails("key AKIAIOSFODNN7EXAMPLE with secretAccessKey=wJalrXUtnFEMI/K7MDENG, X-Amz-Signature: 0a1b, "
                + "IQoJb3JpZ2luX2VjEKT//////////wEaCXVzLWVhc3QtMSJHMEUCIQ");
        var file = reports.report(fault).orElseThrow();
        var text = Files.readString(file);
        assertThat(file.getFileName()).hasToString("crash-" + CrashReports.code(fault) + ".txt");
        assertThat(text)
                .contains("2026-11-23T05:00:00Z", "ArithmeticException: / by zero", "CrashReportsTest.fails")
                .doesNotContain("AKIAIOSFODNN7EXAMPLE", "wJalr", "0a1b", "IQoJ");
    }

    @Test
    void whatEndsAThreadIsWrittenDown() throws Exception {
        var thread = new Thread(() -> {
            throw fails("x");
        });
        thread.setUncaughtExceptionHandler(new CrashReports(home, () -> NOW));
        thread.start();
        thread.join(30_000);
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whereNothingCanBeWrittenNothingIs() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        assertThat(new CrashReports(file.resolve("crashes"), () -> NOW).report(fails("x")))
                .isEmpty();
    }
}
