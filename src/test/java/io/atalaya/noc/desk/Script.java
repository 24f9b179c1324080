package io.atalaya.noc.desk;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A desk that is told what is wrong, and says what is on it as a table. */
public final class Script {
    public static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private final TreeMap<String, Severity> wrong = new TreeMap<>();
    private final Desk desk;
    private boolean sees = true;
    DeskState state = DeskState.EMPTY;
    Instant now = MIDNIGHT;

    public Script(String console) {
        desk = new Desk(console);
    }

    public static Signal signal(String key, Severity severity, Instant at, @Nullable Instant since, boolean sees) {
        return new Signal(
                key,
                "ALARM",
                severity,
                Words.of("desk.test", key, 7, 2.5, 8L),
                new ResourceRef(ResourceType.INSTANCE, "i-" + key),
                key + " 1a",
                "alarms",
                null,
                since,
                at,
                sees);
    }

    public Signals signals() {
        var all = wrong.entrySet().stream()
                .map(each -> signal(each.getKey(), each.getValue(), now, null, true))
                .toList();
        return Signals.of(sees ? all : List.of(), sees ? Set.of("alarms") : Set.of());
    }

    Desk.Step look() {
        var step = desk.look(state, signals(), now);
        state = step.state();
        return step;
    }

    Desk.Step act(PersonAct act) {
        var step = desk.act(state, act, now);
        state = step.state();
        return step;
    }

    /** One line of a script: {@code cpu!! cpu! cpu? cpu-} for critical, warning, unknown, over; {@code ack cpu ana}. */
    void run(String command) {
        var words = command.split(" ");
        switch (words[0]) {
            case "" -> {}
            case "ack" ->
                act(new PersonAct.Acknowledge(
                        words[1],
                        words[2],
                        state.entry(words[1]).map(Entry::severity).orElse(Severity.UNKNOWN)));
            case "take" -> act(new PersonAct.Take(words[1], words[2]));
            case "hand" -> act(new PersonAct.HandOver(words[1], words[2], words[3]));
            case "note" -> act(new PersonAct.Note(words[1], words[2], words[3]));
            case "seen" -> act(new PersonAct.MarkSeen(words[1], words[2]));
            case "snooze" -> act(new PersonAct.Snooze(words[1], words[2], at(words[3])));
            case "unsnooze" -> act(new PersonAct.Unsnooze(words[1], words[2]));
            case "mute" ->
                act(new PersonAct.Mute(
                        desk.console() + words[1], words[2], MuteRule.Scope.ENTRY, words[1], at(words[3]), "work"));
            case "unmute" -> act(new PersonAct.Unmute(desk.console() + words[1], words[2]));
            case "blind" -> sees = false;
            case "sight" -> sees = true;
            default -> wrong(words[0]);
        }
    }

    private void wrong(String word) {
        var key = word.replaceAll("[!?-]+$", "");
        switch (word.substring(key.length())) {
            case "!!" -> wrong.put(key, Severity.CRITICAL);
            case "!" -> wrong.put(key, Severity.WARNING);
            case "?" -> wrong.put(key, Severity.UNKNOWN);
            default -> wrong.remove(key);
        }
    }

    static Instant at(String clock) {
        return Instant.parse("2026-11-24T" + clock + ":00Z");
    }

    /** {@code cpu CRITICAL OPEN ack:ana own:ana x2 snoozed muted}, one after the other as they stand in the queue. */
    String table() {
        return table(state, now);
    }

    static String table(DeskState state, Instant now) {
        return state.queue().stream().map(each -> row(state, each, now)).collect(Collectors.joining("; "));
    }

    private static String row(DeskState state, Entry entry, Instant now) {
        return entry.key() + " " + entry.severity() + " " + entry.phase()
                + entry.acknowledgement().map(it -> " ack:" + it.by()).orElse("")
                + entry.owner().map(it -> " own:" + it).orElse("")
                + entry.note().map(it -> " note:" + it).orElse("")
                + (entry.flaps() > 0 ? " x" + entry.flaps() : "")
                + (entry.snoozedUntil(now).isPresent() ? " snoozed" : "")
                + (state.isMuted(entry, now) ? " muted" : "");
    }
}
