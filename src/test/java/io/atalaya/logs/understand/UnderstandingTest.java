package io.atalaya.logs.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.atalaya.logs.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UnderstandingTest {
    @Test
    void readsWhatEveryLayoutSaysAndNothingMore() {
        var rows = Rows.of("levels.txt");
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            var reading = Understanding.read(row.text());
            var said = reading.continues() ? "CONT" : reading.level().name();
            if (!said.equals(row.expected())) {
                wrong.add(row.expected() + " but was " + said + ": " + row.text());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSizeGreaterThan(250);
        assertThat(rows).filteredOn(row -> row.expected().equals("UNKNOWN")).hasSizeGreaterThan(60);
    }

    @Test
    void readsPartsOfAnArrayAlike() {
        for (var row : Rows.of("levels.txt")) {
            byte[] text = row.text().getBytes(StandardCharsets.UTF_8);
            byte[] padded = ("ERROR: " + row.text() + "\nERROR: x").getBytes(StandardCharsets.UTF_8);
            assertThat(Understanding.read(padded, 7, 7 + text.length))
                    .as(row.text())
                    .isEqualTo(Understanding.read(text));
        }
    }

    @Test
    void aLevelThatComesLateInJsonIsFoundUpToABound() {
        assertThat(Understanding.read("{\"message\":\"" + "x".repeat(30_000) + "\",\"level\":\"error\"}")
                        .level())
                .isEqualTo(Level.ERROR);
        assertThat(Understanding.read("{\"message\":\"" + "x".repeat(40_000) + "\",\"level\":\"error\"}")
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Property(tries = 20_000)
    void neverThrows(@ForAll byte[] bytes) {
        assertThat(Understanding.read(bytes)).isNotNull();
    }

    /** Random bytes seldom come far: parts of what is known do. */
    @Property(tries = 20_000)
    void neverThrowsOnShuffledParts(@ForAll List<@net.jqwik.api.constraints.IntRange(max = 47) Integer> parts) {
        var text = new StringBuilder();
        for (int part : parts) {
            text.append(PARTS.get(part % PARTS.size()));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(Understanding.read(bytes)).isNotNull();
        for (int cut = 1; cut < 4 && cut < bytes.length; cut++) {
            assertThat(Understanding.read(Arrays.copyOf(bytes, bytes.length - cut)))
                    .isNotNull();
        }
    }

    @Example
    void takesNoLongerForTenMegabytesThanForTheirBeginning() {
        for (var part : List.of(
                " ",
                "[",
                "{",
                "{\"",
                "\"\\",
                "a=",
                "1:",
                "<",
                "at ",
                "\n",
                "\u001b[",
                "{\"log\":",
                "- ",
                "x(",
                "ERROR")) {
            byte[] hostile = part.repeat(10_000_000 / part.length()).getBytes(StandardCharsets.UTF_8);
            var quickest = Long.MAX_VALUE;
            for (var again = 0; again < 3 && quickest > 100; again++) { // a machine may stand still once, not thrice
                var begun = System.nanoTime();
                assertThatCode(() -> Understanding.read(hostile)).doesNotThrowAnyException();
                quickest = Math.min(quickest, (System.nanoTime() - begun) / 1_000_000);
            }
            assertThat(quickest).as(part).isLessThan(100);
        }
    }

    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ":",
            "level",
            "\"level\":",
            "\"log\":",
            "{\"",
            "\"error\"",
            ",",
            "=",
            "level=",
            "2026-11-22",
            " ",
            "18:00:00,123",
            "ERROR",
            "warn",
            "\t",
            "\n",
            "    ",
            "at ",
            "a.b.C(",
            ")",
            "<",
            ">",
            "34",
            "\u001b[",
            "31m",
            "|",
            " - ",
            "Nov",
            "host",
            "sshd[12]:",
            "\"GET / HTTP/1.1\" ",
            "500",
            "https ",
            "E1122 18:00:00",
            "1:M ",
            "<Event ",
            "<Level>",
            "#0 ",
            "... 2",
            "PHP ",
            "DETAIL:",
            "í");
}
