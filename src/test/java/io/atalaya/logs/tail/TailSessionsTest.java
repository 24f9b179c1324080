package io.atalaya.logs.tail;

import static io.atalaya.logs.tail.VirtualTail.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.logs.Level;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.RecordFile;
import io.atalaya.logs.store.SessionInfo;
import io.atalaya.logs.store.Sessions;
import io.atalaya.logs.store.StoreException;
import io.atalaya.logs.understand.Reading;
import io.atalaya.watch.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions are kept, listed, read, resumed and deleted; what a kill cost is known. */
class TailSessionsTest {
    @TempDir
    Path disk;

    private final VirtualTime time = new VirtualTime();
    private final ScriptedLogs logs = new ScriptedLogs(time);
    private final TailSessions.Ports ports = new TailSessions.Ports(logs, logs);

    private TailSessions sessions(String folder) {
        var tools = new TailTools(
                time,
                () -> time.instant().getEpochSecond() * 1_000_000_000
                        + time.instant().getNano(),
                time,
                time,
                new Random(3));
        return new TailSessions(
                new Sessions(disk.resolve(folder), time),
                message -> new Reading(Level.UNKNOWN, false),
                tools,
                TailSettings.defaults());
    }

    private OpenTail open(TailSessions sessions) {
        var info = new SessionInfo(
                "app", "sandbox", "111122223333", "us-east-1", "sandbox", List.of(APP), null, time.instant(), null);
        return sessions.open(info, TailPlan.of(List.of(APP)), ports, Limits.USUAL);
    }

    private void writeFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            logs.write(APP, "s", time.millis(), 500, "line " + logs.written.size());
            time.advance(Duration.ofSeconds(1));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(file -> !file.endsWith("owner")).toList()) { // of a program that lives
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void whatEndedIsReadAsItWas() {
        try (var sessions = sessions("a")) {
            var tail = open(sessions);
            writeFor(60);
            time.advance(Duration.ofSeconds(200));
            var gaps = tail.completeness().gaps();
            var minutes = tail.completeness().minutes(0, Long.MAX_VALUE);
            tail.close();
            assertThat(sessions.list()).singleElement().satisfies(stored -> {
                assertThat(stored.events()).isEqualTo(60);
                assertThat(stored.info().ended()).isEqualTo(time.instant());
                assertThat(stored.inUse()).isFalse();
            });

            time.advance(Duration.ofDays(3));
            var asked = logs.asked.size();
            try (var again = sessions.read(tail.id(), Limits.USUAL)) {
                assertThat(WiredTail.shown(again.events())).containsExactlyInAnyOrderElementsOf(logs.written);
                assertThat(again.completeness().gaps()).isEqualTo(gaps);
                assertThat(again.completeness().minutes(0, Long.MAX_VALUE)).isEqualTo(minutes);
                assertThat(again.tail()).isEmpty();
                assertThatThrownBy(() -> sessions.delete(tail.id())).isInstanceOf(StoreException.class);
            }
            assertThat(logs.asked).hasSize(asked);
            sessions.delete(tail.id());
            assertThat(sessions.list()).isEmpty();
        }
    }

    private List<Integer> kinds(Path ledger) {
        var kinds = new ArrayList<Integer>();
        RecordFile.replay(ledger, entry -> {
            if (entry[0] != 3 || entry[entry.length - 1] == 1) {
                kinds.add((int) entry[0]);
            }
        });
        return kinds;
    }

    /** Kinds of records: 3 a span was read for the last time, 9 a mark before events are brought to disk, 10 they are. */
    @Test
    void closingBringsToDiskWhatWasReadLast() {
        try (var sessions = sessions("closed")) {
            var tail = open(sessions);
            var ledger = disk.resolve("closed").resolve(tail.id()).resolve("ledger.rec");
            writeFor(200);
            for (int i = 0;
                    i < 100 && kinds(ledger).lastIndexOf(3) < kinds(ledger).lastIndexOf(9);
                    i++) {
                time.advance(Duration.ofSeconds(1));
            }
            assertThat(kinds(ledger).lastIndexOf(3)).isGreaterThan(kinds(ledger).lastIndexOf(9));
            tail.close();
            assertThat(kinds(ledger)).endsWith(9, 10);
        }
    }

    @Test
    void aKillIsAGapThatTheNextRunCloses() throws Exception {
        String id;
        try (var sessions = sessions("killed")) {
            var tail = open(sessions);
            id = tail.id();
            writeFor(60);
            copy(disk.resolve("killed"), disk.resolve("left")); // what a kill leaves behind
        }
        writeFor(100); // nobody is there
        try (var sessions = sessions("left")) {
            try (var read = sessions.read(id, Limits.USUAL)) {
                assertThat(read.events().size()).isEqualTo(59);
                assertThat(read.completeness().gaps())
                        .extracting(Gap::cause, Gap::state)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Cause.NOT_RUNNING, Gap.State.LEFT));
            }
            try (var resumed = sessions.resume(id, true, Map.of(), ports, Limits.USUAL)) {
                assertThat(resumed.completeness().gaps())
                        .extracting(Gap::cause, Gap::state)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(Cause.NOT_RUNNING, Gap.State.WAITING));
                writeFor(10);
                time.advance(Duration.ofSeconds(400));
                assertThat(WiredTail.shown(resumed.events())).containsExactlyInAnyOrderElementsOf(logs.written);
                assertThat(resumed.completeness().gaps()).extracting(Gap::state).containsOnly(Gap.State.CLOSED);
                assertThat(resumed.completeness().minutes(0, time.millis() - 200_000))
                        .extracting(Minute::state)
                        .containsOnly(Minute.State.CONFIRMED);
                assertThat(resumed.tail()
                                .orElseThrow()
                                .status()
                                .groups()
                                .getFirst()
                                .events())
                        .isEqualTo(logs.written.size());
            }
        }
    }

    @Test
    void whatIsOlderThanTheRetentionIsLeft() {
        try (var sessions = sessions("old")) {
            var tail = open(sessions);
            writeFor(60);
            tail.close();
            time.advance(Duration.ofDays(9));
            var ended = tail.completeness().gaps().size();
            assertThat(ended).isZero();
            var retention = Map.of(APP.arn(), Duration.ofDays(7));
            try (var resumed = sessions.resume(tail.id(), true, retention, ports, Limits.USUAL)) {
                time.advance(Duration.ofSeconds(3_600));
                assertThat(resumed.completeness().gaps())
                        .extracting(Gap::cause, Gap::state)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(Cause.NOT_RUNNING, Gap.State.LEFT),
                                org.assertj.core.groups.Tuple.tuple(Cause.NOT_RUNNING, Gap.State.CLOSED));
            }
        }
    }

    @Test
    void whatIsDroppedHereIsSaidAndNotReadAgain() {
        try (var sessions = sessions("small")) {
            var info = new SessionInfo(
                    "app", "sandbox", null, "us-east-1", "sandbox", List.of(APP), null, Instant.EPOCH, null);
            var tail = sessions.open(info, TailPlan.of(List.of(APP)), ports, new Limits(1_000_000, 200));
            writeFor(600);
            time.advance(Duration.ofSeconds(400));
            assertThat(tail.events().size()).isBetween(150L, 200L);
            assertThat(tail.completeness().gaps())
                    .filteredOn(gap -> gap.cause() == Cause.DROPPED_HERE)
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.state()).isEqualTo(Gap.State.LEFT);
                        assertThat(logs.written.stream().filter(event -> event.timestamp() < gap.to()))
                                .as("the gap is over what was dropped, and over nothing that is kept")
                                .hasSize(logs.written.size()
                                        - (int) tail.events().size());
                    });
            var minutes = tail.completeness().minutes(0, time.millis());
            assertThat(minutes.stream().mapToLong(Minute::delivered).sum()).isLessThan(200 + 60);
        }
    }
}
