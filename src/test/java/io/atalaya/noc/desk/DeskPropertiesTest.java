package io.atalaya.noc.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.store.DeskJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever happens at a desk, and at two that share it. */
class DeskPropertiesTest {
    private static final List<String> KEYS = List.of("a", "b", "c");

    @Provide
    Arbitrary<List<String>> happenings() {
        var wrong = Arbitraries.of(KEYS)
                .flatMap(key -> Arbitraries.of("!!", "!", "?", "-").map(it -> key + it));
        var acts = Arbitraries.of(KEYS)
                .flatMap(key -> Arbitraries.of(
                        "ack " + key + " ana",
                        "ack " + key + " bea",
                        "take " + key + " ana",
                        "hand " + key + " ana bea",
                        "note " + key + " bea text",
                        "seen " + key + " ana",
                        "snooze " + key + " ana 12:00",
                        "mute " + key + " bea 12:00"));
        var other = Arbitraries.of("blind", "sight", "wait");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, wrong),
                        net.jqwik.api.Tuple.of(4, acts),
                        net.jqwik.api.Tuple.of(1, other))
                .list()
                .ofMaxSize(40);
    }

    private static void run(Script script, String command) {
        if (command.equals("wait")) {
            script.now = script.now.plus(Duration.ofMinutes(25));
        } else {
            script.run(command);
        }
        script.look();
        script.now = script.now.plusSeconds(45);
    }

    /** Whatever is wrong is on the desk; whatever was told and nobody knows of is on it too. */
    @Property(tries = 400)
    void nothingIsLost(@ForAll("happenings") List<String> happenings) {
        var script = new Script("here");
        for (var command : happenings) {
            var unknown = onDesk(script.state).stream()
                    .filter(key -> !script.state.entry(key).orElseThrow().isAcknowledged())
                    .collect(Collectors.toSet());
            run(script, command);
            var wrong = script.signals().all().stream().map(Signal::key).collect(Collectors.toSet());
            assertThat(onDesk(script.state)).containsAll(wrong);
            if (!command.startsWith("seen") && !command.startsWith("ack")) {
                assertThat(onDesk(script.state)).containsAll(unknown);
            }
        }
    }

    @Property(tries = 300)
    void theSameAgainChangesNothing(@ForAll("happenings") List<String> happenings) {
        var script = new Script("here");
        for (var command : happenings) {
            run(script, command);
            script.look();
            var again = script.look();
            assertThat(again.events()).isEmpty();
            var once = script.state;
            script.look();
            assertThat(script.state).isEqualTo(once);
        }
    }

    @Property(tries = 200)
    void aDeskIsReadAsItWasWritten(@ForAll("happenings") List<String> happenings) throws IOException {
        var script = new Script("here");
        for (var command : happenings) {
            run(script, command);
        }
        assertThat(DeskJson.read(DeskJson.write(script.state))).isEqualTo(script.state);
    }

    /** Two begin alike, part, and come together: the order does not matter, and nothing anybody said is gone. */
    @Property(tries = 300)
    void twoDesksMergeInAnyOrder(
            @ForAll("happenings") List<String> before,
            @ForAll("happenings") List<String> one,
            @ForAll("happenings") List<String> other) {
        var mine = new Script("mine");
        before.forEach(each -> run(mine, each));
        var theirs = new Script("theirs");
        before.forEach(each -> theirs.run(wrongOnly(each)));
        theirs.state = mine.state;
        theirs.now = mine.now.plusSeconds(20);
        one.forEach(each -> run(mine, each));
        other.forEach(each -> run(theirs, each));
        var merged = Desk.merged(mine.state, theirs.state);
        assertThat(Desk.merged(theirs.state, mine.state)).isEqualTo(merged);
        assertThat(Desk.merged(merged, theirs.state)).isEqualTo(merged);
        assertThat(Desk.merged(mine.state, merged)).isEqualTo(merged);
        assertThat(said(merged)).containsAll(said(mine.state)).containsAll(said(theirs.state));
        assertThat(merged.events()).containsAll(mine.state.events()).containsAll(theirs.state.events());
    }

    /** What nobody knows of on either desk is not known on both together. */
    @Property(tries = 300)
    void mergingAcknowledgesNothing(@ForAll("happenings") List<String> one, @ForAll("happenings") List<String> other) {
        var mine = new Script("mine");
        var theirs = new Script("theirs");
        one.forEach(each -> run(mine, each));
        theirs.now = mine.now;
        other.forEach(each -> run(theirs, each));
        var merged = Desk.merged(mine.state, theirs.state);
        for (var key : KEYS) {
            var known = List.of(mine.state, theirs.state).stream()
                    .flatMap(each -> each.entry(key).stream())
                    .anyMatch(each -> !each.attention().acknowledgements().isEmpty() || each.isSeen());
            merged.entry(key).filter(each -> !known).ifPresent(each -> assertThat(
                            each.isAcknowledged() || each.isSeen())
                    .isFalse());
        }
    }

    private static String wrongOnly(String command) {
        return command.matches("[abc][!?-]+|blind|sight") ? command : "";
    }

    private static Set<String> onDesk(DeskState state) {
        return state.queue().stream().map(Entry::key).collect(Collectors.toSet());
    }

    private static Set<Object> said(DeskState state) {
        var said = new ArrayList<Object>();
        state.entries()
                .forEach((key, entry) -> entry.attention().acknowledgements().forEach(each -> said.add(key + each)));
        return Set.copyOf(said);
    }
}
