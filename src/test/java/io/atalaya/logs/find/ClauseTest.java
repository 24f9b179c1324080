package io.atalaya.logs.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.Level;
import io.atalaya.logs.view.MemoryEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clauses match, and what they refuse. */
class ClauseTest {
    private final MemoryEvents events = new MemoryEvents();

    private boolean matches(Clause.Mode mode, String clause, boolean matchCase, String text) {
        return matches(mode, clause, matchCase, text.getBytes(StandardCharsets.UTF_8), Level.WARN);
    }

    private boolean matches(Clause.Mode mode, String clause, boolean matchCase, byte[] text, Level level) {
        int stream = events.stream("group", "Web-1a");
        long id = events.append(List.of(new MemoryEvents.Stored(stream, 1, 1, level, false, text)));
        return Looking.of(events, List.of(new Clause(Clause.Kind.INCLUDE, mode, clause, matchCase, true)))
                .matchesAny(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "status>=500; {\"status\": 503}; true",
                "status>=500; {\"status\": \"503\"}; true",
                "status>=500; {\"status\": 499.5}; false",
                "status>=500; {\"other\": 503}; false",
                "status=500; GET / status=500 t=1; true",
                "status=500; GET / xstatus=500; false",
                "status==500; status=500,; true",
                "status!=500; status=404; true",
                "status!=500; nothing; false",
                "a.b=1; {\"a\":{\"b\":1}}; true",
                "a.b=1; {\"a.b\":1}; true",
                "a.b=1; {\"a\":[{\"b\":2},{\"b\":1}]}; true",
                "a.b=1; {\"b\":1}; false",
                "a.b=1; x a.b=1 y; true",
                "level=error; {\"level\":\"ERROR\"}; true",
                "level=WARN; only the understood level says so; true",
                "level=WARN; {\"level\":\"info\"}; false",
                "duration~^1; {\"duration\":123}; true",
                "duration~^1; {\"duration\":23}; false",
                "duration!~^1; duration=23; true",
                "duration>10ms; duration=1.2s; true",
                "duration>10ms; duration=900us; false",
                "duration>10; duration=12ms; true",
                "user.name=\"Ana María\"; {\"user\":{\"name\":\"Ana María\"}}; true",
                "user=\"a b\"; x user=\"a b\" y; true",
                "at>=2026-01-02; at=2026-01-10T00:00:00Z; true",
                "at>=2026-01-02; at=2025-12-31T00:00:00Z; false",
                "status>400; 12:00 INFO {\"status\":404}; true",
                "status>400; {\"status\":404, broken; true",
                "n>1; {\"n\":1e3}; true",
                "ok=true; {\"ok\":true}; true",
                "v=null; {\"v\":null}; true"
            })
    void comparesFields(String clause, String text, boolean expected) {
        assertThat(matches(Clause.Mode.FIELD, clause, false, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT,timed OUT,false,Connection Timed out,true",
        "TEXT,timed OUT,true,Connection Timed out,false",
        "TEXT,CONEXIÓN,false,la conexión cayó,true",
        "TEXT,CONEXIÓN,true,la conexión cayó,false",
        "TEXT,a.c,false,abc,false",
        "REGEX,time[ -]?out,false,TIME-OUT,true",
        "REGEX,^b,true,b,true",
        "REGEX,ñandú,false,ÑANDÚ,true",
        "REGEX,\\p{Lu}\\d,true,É5,true",
        "STREAM,web,false,-,true",
        "STREAM,web,true,-,false"
    })
    void findsTexts(Clause.Mode mode, String clause, boolean matchCase, String text, boolean expected) {
        assertThat(matches(mode, clause, matchCase, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "REGEX; a(b; REGEX_SYNTAX; 1",
                "REGEX; 'ab[z-a]'; REGEX_SYNTAX; 3",
                "REGEX; foo(?=bar); LOOK_AROUND; 3",
                "REGEX; (?<!x)y; LOOK_AROUND; 0",
                "REGEX; (a)\\1; BACK_REFERENCE; 3",
                "REGEX; a++; POSSESSIVE; 1",
                "REGEX; ((a{100}){100}){100}; REGEX_TOO_LARGE; -1",
                "FIELD; status; FIELD_SYNTAX; 6",
                "FIELD; =5; FIELD_NAME; 0",
                "FIELD; a>=; FIELD_VALUE; 3",
                "FIELD; a!b; FIELD_SYNTAX; 1",
                "FIELD; a~(?=x); LOOK_AROUND; 2",
                "TEXT; ''; EMPTY; -1"
            })
    void saysWhatIsWrong(Clause.Mode mode, String text, BadClause.Reason reason, int position) {
        var problem = Clauses.problem(new Clause(Clause.Kind.INCLUDE, mode, text, false, true))
                .orElseThrow();
        assertThat(problem.reason()).isEqualTo(reason);
        if (reason != BadClause.Reason.REGEX_TOO_LARGE) {
            assertThat(problem.position()).isEqualTo(position);
        }
    }

    @Test
    void refusesAClauseThatCannotBeRead() {
        var bad = new Clause(Clause.Kind.EXCLUDE, Clause.Mode.REGEX, "(", false, true);
        assertThatThrownBy(() -> Looking.of(events, List.of(bad))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsWhatWouldTakeForEver() {
        var text = "a".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(matches(Clause.Mode.REGEX, "(a+)+$b", true, text, Level.INFO))
                    .isFalse();
            assertThat(matches(Clause.Mode.REGEX, "(a|aa|a\\pL){100}x", false, text, Level.INFO))
                    .isFalse();
        });
    }

    @Test
    void readsBrokenTexts() {
        var text = "caf\u00e9 down ERROR".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(matches(Clause.Mode.TEXT, "error", false, text, Level.INFO)).isTrue();
        assertThat(matches(Clause.Mode.REGEX, "caf. down", false, text, Level.INFO))
                .isTrue();
        assertThat(matches(Clause.Mode.REGEX, "\\pN|\\bERROR", false, text, Level.INFO))
                .isTrue();
        assertThat(matches(Clause.Mode.FIELD, "a=1", false, new byte[] {'{', -1, '"'}, Level.INFO))
                .isFalse();
    }

    @Property(tries = 300)
    void manyAtOnceAreAsOneByOne(@ForAll long seed) {
        var random = new Random(seed);
        var store = new MemoryEvents();
        int stream = store.stream("g", "s");
        var words = List.of("timed out", "Timed", "refused", " ", "ERROR", "5", "xx", "", "tim", "\n", "é");
        int many = 1 + random.nextInt(200);
        for (int i = 0; i < many; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(6); j > 0; j--) {
                text.append(words.get(random.nextInt(words.size())));
            }
            store.append(stream, i, Level.INFO, false, text.toString());
        }
        var clauses = List.of(
                new Clause(Clause.Kind.MARK, Clause.Mode.TEXT, "timed out", random.nextBoolean(), true),
                new Clause(Clause.Kind.MARK, Clause.Mode.REGEX, "(timed out|refused)5?", random.nextBoolean(), true),
                new Clause(Clause.Kind.MARK, Clause.Mode.REGEX, "ERROR\\d", random.nextBoolean(), true));
        var found = new long[clauses.size()][4];
        assertThat(Looking.of(store, clauses).look(0, many, found, () -> false)).isTrue();
        for (int c = 0; c < clauses.size(); c++) {
            var one = Looking.of(store, List.of(clauses.get(c)));
            for (int i = 0; i < many; i++) {
                assertThat((found[c][i >> 6] & 1L << i) != 0)
                        .as(
                                "%s in %s",
                                clauses.get(c),
                                Arrays.toString(store.text(i).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)))
                        .isEqualTo(one.matchesAny(i));
            }
        }
    }

    @Test
    void findsInTenMegabytesBetweenSmallOnes() {
        var store = new MemoryEvents();
        int stream = store.stream("g", "s");
        store.append(stream, 1, Level.INFO, false, "small needle");
        store.append(stream, 2, Level.INFO, false, "x".repeat(10_000_000) + "needle");
        store.append(stream, 3, Level.INFO, false, "none");
        store.append(stream, 4, Level.INFO, false, "needle again");
        var found = new long[1][1];
        var clause = new Clause(Clause.Kind.MARK, Clause.Mode.TEXT, "needle", true, true);
        assertThat(Looking.of(store, List.of(clause)).look(0, 4, found, () -> false))
                .isTrue();
        assertThat(found[0][0]).isEqualTo(0b1011);
        assertThat(Looking.of(store, List.of(clause)).look(0, 4, found, () -> true))
                .isFalse();
    }
}
