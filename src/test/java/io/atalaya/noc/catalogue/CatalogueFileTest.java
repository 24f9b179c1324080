package io.atalaya.noc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
    private static final Set<String> ACTS = Arrays.stream(Operation.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
    private static final int OF_THE_SEED = 31;

    @Test
    void shippedFileHasTheItemsOfTheSeedAndNothingWrong() {
        var shipped = CatalogueFile.shipped();

        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.items()).hasSize(OF_THE_SEED).extracting(Item::id).doesNotHaveDuplicates();
        assertThat(shipped.items()).allSatisfy(item -> {
            assertThat(item.sources()).isNotEmpty();
            assertThat(item.acts()).allMatch(ACTS::contains);
        });
        assertThat(shipped.recipes()).hasSizeGreaterThan(5);
    }

    @Test
    void userChangesOneBoundAndKeepsTheRest() {
        var changed = of("[[item]]\nid = 'memory'\nwarning = 70");

        assertThat(changed.problems()).isEmpty();
        assertThat(changed.items()).hasSize(OF_THE_SEED);
        var memory = changed.item("memory").orElseThrow();
        assertThat(memory.threshold()).isEqualTo(Threshold.high(70, 95));
        assertThat(memory.acts()).contains("RebootInstance");
        assertThat(memory.sources()).hasSize(2).allSatisfy(source -> assertThat(((MetricSource) source).threshold())
                .isEqualTo(Threshold.high(70, 95)));
    }

    @Test
    void userAddsHidesAndTakesABoundAway() {
        var changed = of("""
                [[item]]
                id = 'queue'
                name = 'Fila de chamados'
                group = 'http'
                unit = 'count'
                warning = 10
                  [[item.source]]
                  at = 'deployment'
                  namespace = 'Site/*'
                  metric = 'Waiting'
                  dimensions = {Queue = 'tickets'}
                [[item]]
                id = 'solr'
                hidden = true
                [[item]]
                id = 'cpu'
                critical = 'none'
                """);

        assertThat(changed.problems()).isEmpty();
        assertThat(changed.item("solr")).isEmpty();
        assertThat(changed.item("cpu").orElseThrow().threshold().critical()).isNull();
        var added = changed.item("queue").orElseThrow();
        assertThat(added.ownName()).contains("Fila de chamados");
        assertThat(changed.items().getLast()).isEqualTo(added);
        assertThat(added.sources()).singleElement().isInstanceOfSatisfying(MetricSource.class, metric -> {
            assertThat(metric.at()).isEqualTo(PlaceKind.DEPLOYMENT);
            assertThat(metric.dimensions()).containsEntry("Queue", new Glob("tickets"));
            assertThat(metric.threshold().warning()).isEqualTo(10);
        });
    }

    /** What is wrong is said where it is, and the item has what it had before. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        warning = 'much'                     ; 3; 1; warning must be a number
        warning = 99                         ; 3; 1; is not as bad as warning
        bad = 'sideways'                     ; 3; 1; must be high or low
        unit = 'furlong'                     ; 3; 1; must be one of percent
        warnign = 3                          ; 3; 1; nothing is called warnign here
        acts = ['Reboot']                    ; 3; 1; there is no operation Reboot
        acts = 'RebootInstance'              ; 3; 1; acts must be a list of texts
        acts = ['RebootInstance', 3]         ; 3; 27; acts must be a list of texts
        optional = 'yes'                     ; 3; 1; optional must be true or false
        source = 3                           ; 3; 1; must be tables
        name = "a                            ; 3; ; Unexpected
        id = 'cpu'                           ; 3; 1; previously defined
        group = 'cpu'                        ; 3; 1; must be one of host
        """)
    void saysWhatIsWrongWithALine(String line, int at, Integer column, String reason) {
        var wrong = of("[[item]]\nid = 'cpu'\n" + line + "\n\n[[item]]\nid = 'memory'\nwarning = 50\n");

        assertThat(wrong.problems()).first().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("noc.toml");
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(at);
            if (column != null) {
                assertThat(problem.column()).isEqualTo(column);
            }
        });
        var before = CatalogueFile.shipped().item("cpu").orElseThrow();
        assertThat(wrong.item("cpu").orElseThrow().threshold()).isEqualTo(before.threshold());
        assertThat(wrong.item("cpu").orElseThrow().sources()).isEqualTo(before.sources());
        assertThat(wrong.items()).hasSize(OF_THE_SEED);
        assertThat(wrong.item("memory").orElseThrow().threshold().warning()).isEqualTo(50);
    }

    /** A source that makes no sense is left out, and an item without one too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric = 'a'",
                "namespace = 'a'",
                "metric = 'a'\nnamespace = 'b'\nstatistic = 'Mean'",
                "metric = 'a'\nnamespace = 'b'\nat = 'moon'",
                "probe = 'tcp'",
                "probe = 'tcp'\nport = 70000",
                "probe = 'icmp'",
                "log-group = 'a'\nfilter = 'b'\npattern = '(('",
                "log-group = 'a'\nfilter = 'b'\npattern = 'no group'",
                "log-group = 'a'\npattern = '(a)'",
                "container = 'Name'\nnamespace = 'a'",
                "state = false",
                "metric = ''\nnamespace = 'b'"
            })
    void aSourceThatMakesNoSenseIsLeftOut(String source) {
        var wrong =
                of("[[item]]\nid = 'mine'\n  [[item.source]]\n" + source + "\n[[item]]\nid = 'memory'\nwarning = 50\n");

        assertThat(wrong.item("mine")).isEmpty();
        assertThat(wrong.problems()).hasSizeGreaterThanOrEqualTo(2).allMatch(problem -> problem.line() > 0);
        assertThat(wrong.problems())
                .extracting(CatalogueProblem::reason)
                .contains("item mine has no source: it is left out");
        assertThat(wrong.item("memory").orElseThrow().threshold().warning()).isEqualTo(50);
    }

    @Test
    void aMissingFileIsNoProblemAndAnUnreadableOneIsNoEnd(@TempDir Path folder) throws Exception {
        var file = folder.resolve("noc.toml");
        assertThat(CatalogueFile.load(file, ACTS).problems()).isEmpty();

        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(CatalogueFile.load(file, ACTS).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).startsWith("noc.toml: cannot be read"));
        assertThat(CatalogueFile.load(file, ACTS).items()).hasSize(OF_THE_SEED);
    }

    @Test
    void everyIdTwiceCountsOnce() {
        var twice = of("[[item]]\nid = 'cpu'\nwarning = 70\n[[item]]\nid = 'cpu'\nwarning = 60\n");

        assertThat(twice.item("cpu").orElseThrow().threshold().warning()).isEqualTo(70);
        assertThat(twice.problems()).extracting(CatalogueProblem::line).isEqualTo(List.of(5));
    }

    private static Catalogue of(String text) {
        return CatalogueFile.of("noc.toml", text, ACTS);
    }
}
