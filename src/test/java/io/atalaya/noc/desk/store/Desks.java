package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Script;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Desks for the tests of stores. */
final class Desks {
    static final Instant NOW = Script.MIDNIGHT;

    private Desks() {}

    static Signals wrong(Instant at, String... keys) {
        return Signals.of(
                Stream.of(keys)
                        .map(key -> Script.signal(key, Severity.WARNING, at, null, true))
                        .toList(),
                Set.of("alarms"));
    }

    static DeskState with(String... keys) {
        return new Desk("here").look(DeskState.EMPTY, wrong(NOW, keys), NOW).state();
    }

    static DeskState acknowledged(DeskState state, String key, String by, int second) {
        return new Desk(by)
                .act(state, new PersonAct.Acknowledge(key, by, Severity.WARNING), NOW.plusSeconds(second))
                .state();
    }

    static Keeping.Shared shared(DeskKeeper.Change change) {
        return Objects.requireNonNull(change.keeping().shared());
    }

    static List<String> known(DeskState state) {
        return state.entries().values().stream()
                .filter(Entry::isAcknowledged)
                .map(Entry::key)
                .sorted()
                .toList();
    }
}
