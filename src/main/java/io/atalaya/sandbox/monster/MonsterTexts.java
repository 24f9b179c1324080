package io.atalaya.sandbox.monster;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages that break readers. Legal on the wire, but for {@link #broken()}. */
public final class MonsterTexts {
    private static final List<String> TERMINAL = List.of(
            "\u001B[2J\u001B[H\u001B[31mERROR\u001B[0m the screen was cleared, if you obeyed",
            "\u001B]0;owned\u0007title changed, if you obeyed",
            "\u001B]8;;http://127.0.0.1/\u001B\\click me\u001B]8;;\u001B\\",
            "\u001B[1;33mWARN\u001B[22;39m \u001B[4mcolours\u001B[24m as programs write them \u001B[38;5;196mred\u001B[0m",
            "\u009B31mC1 control\u009B0m \u0090DCS\u009C \u0085next line?",
            "progress\r 10 %\r 20 %\r 99 %\rINFO  done",
            "backspace: secret\b\b\b\b\b\b****** bell \u0007 delete \u007F",
            "NUL:\u0000:after NUL \u0001\u0002\u0003\u0004\u0005\u0006\u000E\u001F",
            "tab\tbetween\t\ttabs\u000Bvertical\u000Cform feed");

    private static final List<String> DIRECTIONS = List.of(
            "INFO user \u202Enimda\u202C logged in",
            "file \u202Egnp.exe deleted",
            "\u2067\u2066 isolates \u2069 never closed \u2068",
            "\u200F\u200Eмаркеры\u061C ERROR שגיאה في النظام خطأ 42",
            "\uFEFFINFO byte order mark first",
            "z\u200Be\u200Cr\u200Do\u2060 width \u00AD soft \u180E hyphen",
            "lines\u2028separated\u2029by Unicode\u0085and C1\u000Bonly",
            "Z\u0336\u0489\u0321a\u0336\u0489\u0321l\u0336\u0489g\u0336o\u0336\u0489 ERROR",
            "👩‍👩‍👧‍👦🏳️‍🌈🇨🇴👍🏽 e\u0301\u0300\u0302 ﷽ 𝕏 \uDBFF\uDFFD",
            "noncharacters \uFFFE \uFFFF private \uE000 \uDB80\uDC00 unassigned \u0378");

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3 ERROR",
            "@SUM(A1:A9)",
            "\t=HYPERLINK(\"http://127.0.0.1/\",\"x\")",
            "\"quoted\", comma; semicolon\nand a second \"line\"",
            "${jndi:ldap://127.0.0.1/a} {0} %s %n {{7*7}} $(reboot) `id`",
            "<script>alert(1)</script><b>ERROR</b> &amp; <!--",
            "'; DROP TABLE ordenes; --",
            "null",
            "NaN",
            "ERROR",
            "{",
            "{\"level\":\"ERROR\"",
            "{\"level\":[\"ERROR\"],\"message\":{\"level\":\"WARN\"},\"level\":7,\"\":\"\",\"a.b\":{\"a.b\":1}}",
            "[1,2,{\"level\":\"fatal\"}]",
            "level= level=\"unclosed key=value= =x =\"\"",
            "{\"n\":1e999,\"m\":-0,\"big\":123456789012345678901234567890,\"t\":\"\\u0000\\ud83d\"}");

    private MonsterTexts() {}

    /** Everything but the huge, the empty and the broken. */
    public static List<String> texts() {
        return Stream.of(TERMINAL, DIRECTIONS, FORMULAS, shapes())
                .flatMap(List::stream)
                .toList();
    }

    /** No characters, or none that show. */
    public static List<String> empty() {
        return List.of(
                "", "\n", "\n\n\n\n\n", "\r\n\r\n", " ", "\t", "\u00A0", "\u200B", "\u3000 \u2003", "\u0000", "\r", "");
    }

    /**
     * What no correct writer sends; the sandbox writes U+DC80 to U+DCFF as the bytes 80 to FF and other lone surrogates as escapes.
     */
    public static List<String> broken() {
        return List.of(
                "INFO  a Latin-1 byte: se\uDCF1al perdida",
                "INFO  a continuation without beginning \uDC80\uDC81, an overlong slash \uDCC0\uDCAF",
                "INFO  a character cut in half \uDCE2\uDC82",
                "INFO  CESU-8 \uDCED\uDCA0\uDCBD\uDCED\uDCB8\uDC80 and beyond Unicode \uDCF5\uDC90\uDC80\uDC80, \uDCFE\uDCFF",
                "INFO  half an emoji as an escape \uD83D and the other \uDE00 apart",
                "INFO  an ordinary line among them");
    }

    /** Long, deep and wide ones. */
    private static List<String> shapes() {
        return List.of(
                filled("INFO  one line of 200 KB: ", 200 << 10),
                "W".repeat(20_000),
                "a".repeat(30_000) + "!",
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "[".repeat(10_000),
                "{" + joined(2_000, i -> "\"campo_" + i + "\":\"valor " + i + "\"", ",") + "}",
                joined(400, i -> "k" + i + "=v" + i, " "),
                "ERROR java.lang.StackOverflowError\n"
                        + joined(1_024, i -> "\tat co.checkop.Bucle.otra(Bucle.java:" + i + ")", "\n"),
                "ERROR a chain\n"
                        + joined(
                                60,
                                i -> "Caused by: co.checkop.Causa" + i + ": nivel " + i
                                        + "\n\tat co.checkop.C.c(C.java:1)",
                                "\n"),
                "\n\n\n   INFO  starts and ends with blanks   \n\n",
                joined(3_000, i -> "line " + i, "\n"),
                "Caused by: nothing before it",
                "\tat nowhere.Here(Unknown Source)",
                "    ... 12 more");
    }

    /** A text of that many characters. */
    static String filled(String head, int length) {
        String word = "señal ";
        return head + word.repeat((length - head.length()) / word.length());
    }

    private static String joined(int count, IntFunction<String> part, String between) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
    }
}
