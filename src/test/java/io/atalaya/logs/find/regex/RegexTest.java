package io.atalaya.logs.find.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The automaton and the literals beside RE2/J alone. */
class RegexTest {
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "K",
            "s",
            "ab",
            "aba",
            "é",
            "ñ",
            "å",
            ".",
            "\\d",
            "\\w",
            "\\s",
            "\\S",
            "\\W",
            "[ab]",
            "[^a]",
            "[a-cé]",
            "[^\\d]",
            "^",
            "$",
            "\\b",
            "\\B",
            "\\A",
            "\\z",
            "1",
            "\\.",
            "\\n",
            "(?i)",
            "(?:b|ab)",
            "(a|)",
            "\\Qa.b\\E",
            "foo",
            "bar");
    private static final List<String> AFTER =
            List.of("", "", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "+?");
    private static final List<String> PIECES = List.of(
            "a", "b", "A", "B", "k", "K", "\u212A", "S", "\u017F", "1", " ", "\n", ".", "é", "É", "Ñ", "ñ", "\u212B",
            "漢", "😀", "foo", "bar", "_");

    @Property(tries = 3_000)
    void findsWhatRe2Finds(@ForAll long seed) {
        var random = new Random(seed);
        var regex = regex(random, 3);
        boolean fold = random.nextBoolean();
        Pattern re2;
        try {
            re2 = Pattern.compile(regex, Pattern.MULTILINE | (fold ? Pattern.CASE_INSENSITIVE : 0));
        } catch (PatternSyntaxException none) {
            return;
        }
        var read = Regex.of(regex, fold);
        var automaton = read.automaton();
        for (int i = 0; i < 25; i++) {
            var text = text(random);
            boolean expected =
                    re2.matcher(new String(text, StandardCharsets.UTF_8)).find();
            if (automaton.isPresent()) {
                boolean found = automaton.get().in(text, 0, text.length);
                boolean ascii =
                        new String(text, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c < 0x80);
                if (expected || ascii || !automaton.get().coarse()) {
                    assertThat(found)
                            .as("%s (%s) in %s", regex, fold, Arrays.toString(text))
                            .isEqualTo(expected);
                }
            }
            if (expected) {
                read.literals().ifPresent(it -> assertThat(holdsOneOf(it, text))
                        .as("%s of %s (%s) in %s", it, regex, fold, new String(text, StandardCharsets.UTF_8))
                        .isTrue());
            }
        }
    }

    private static boolean holdsOneOf(Literals literals, byte[] text) {
        var latin = new String(text, StandardCharsets.ISO_8859_1);
        var lower = literals.fold() ? lower(latin) : latin;
        return literals.any().stream()
                .anyMatch(it ->
                        lower.contains(new String(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    private static String lower(String latin) {
        return latin.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c | 0x20 : c)
                .collect(StringBuilder::new, (into, c) -> into.append((char) c), StringBuilder::append)
                .toString();
    }

    private static String regex(Random random, int depth) {
        var regex = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int kind = random.nextInt(8);
            if (kind == 0 && depth > 0) {
                regex.append('(')
                        .append(regex(random, depth - 1))
                        .append(')')
                        .append(AFTER.get(random.nextInt(AFTER.size())));
            } else if (kind == 1 && depth > 0) {
                regex.append("(?:")
                        .append(regex(random, depth - 1))
                        .append('|')
                        .append(regex(random, depth - 1))
                        .append(')');
            } else {
                regex.append(ATOMS.get(random.nextInt(ATOMS.size()))).append(AFTER.get(random.nextInt(AFTER.size())));
            }
        }
        return regex.toString();
    }

    private static byte[] text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256); // broken, as logs are
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status=5\\d\\d; status=5; false",
                "(?i)timeout; timeout; true",
                "(GET|POST) /api/[a-z]+; ' /api/'; false",
                "error|warn|fatal; error warn fatal; false",
                "^\\d+ ERROR; ' ERROR'; false",
                "Caused by: .*Exception; 'Caused by: '; false",
                "a?b*; ''; false",
                "conexión; conexión; false"
            })
    void knowsWhatEveryMatchHolds(String regex, String any, boolean fold) {
        var literals = Regex.of(regex, false).literals();
        if (any.isEmpty()) {
            assertThat(literals).isEmpty();
        } else {
            var expected = any.startsWith(" ") || any.endsWith(" ") || regex.contains("=")
                    ? List.of(any)
                    : List.of(any.split(" "));
            assertThat(literals).hasValue(new Literals(expected, fold));
        }
    }

    @Test
    void knowsLettersWithTwoCasesAndNoOther() {
        for (int c = 0xC0; c <= 0xFF; c++) {
            int letter = c;
            if (CharSet.isLatinLetter(c)) {
                var others = IntStream.range(0x80, 0xD800)
                        .filter(each -> each != letter && each != (letter ^ 0x20))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
                var re2 = Pattern.compile(Character.toString(c), Pattern.CASE_INSENSITIVE);
                assertThat(re2.matcher(others).find()).as("%x", c).isFalse();
                assertThat(re2.matcher(Character.toString(c ^ 0x20)).find()).isTrue();
            }
        }
    }

    @Test
    void forgetsStatesRatherThanGrow() {
        var automaton = Regex.of("(a|b)*a(a|b){14}c", false).automaton().orElseThrow();
        var random = new Random(1);
        var text = new byte[200_000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (random.nextBoolean() ? 'a' : 'b');
        }
        assertThat(automaton.in(text, 0, text.length)).isFalse();
        text[text.length - 1] = 'c';
        text[text.length - 16] = 'a';
        assertThat(automaton.in(text, 0, text.length)).isTrue();
    }
}
