package io.atalaya.logs.tail;

import io.atalaya.logs.Level;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Ledger;
import io.atalaya.logs.ledger.LedgerJournal;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import io.atalaya.logs.understand.Reading;
import io.atalaya.watch.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A tail in virtual time, of scripted logs. */
final class VirtualTail implements AutoCloseable {
    static final TailedGroup APP = TailedGroup.all("app", "arn:aws:logs:us-east-1:111122223333:log-group:app");
    static final TailedGroup WEB = TailedGroup.all("web", "arn:aws:logs:us-east-1:111122223333:log-group:web");

    final VirtualTime time = new VirtualTime();
    final ScriptedLogs logs = new ScriptedLogs(time);
    final List<byte[]> records = new ArrayList<>();
    /** What was brought to disk, and when the ledger spoke of it, in that order. */
    final List<String> disk = new ArrayList<>();

    final Ledger ledger = new Ledger(time, new LedgerJournal() {
        @Override
        public void write(byte[] entry) {
            records.add(entry);
            disk.add("record " + entry[0]);
        }

        @Override
        public void force() {
            disk.add("ledger");
        }
    });
    final TailSession session;
    private final Path folder;
    private final LogStore store;
    private Duration slept = Duration.ZERO;

    VirtualTail(TailPlan plan) {
        this(plan, TailSettings.defaults());
    }

    VirtualTail(TailPlan plan, TailSettings settings) {
        try {
            folder = Files.createTempDirectory("tail");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = LogStore.create(folder.resolve("s"), Limits.USUAL);
        session = new TailSession(
                plan,
                new TailSessions.Ports(logs, logs),
                new ToldLog(new StoreLog(store), disk),
                ledger,
                message -> new Reading(Level.UNKNOWN, false),
                new TailTools(time, this::nanos, time, time, new Random(7)),
                settings);
    }

    private long nanos() {
        var now = time.instant();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano() - slept.toNanos();
    }

    long now() {
        return time.millis();
    }

    void pass(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    /** The computer sleeps: the clock goes on, nothing else does. */
    void sleep(Duration howLong) {
        slept = slept.plus(howLong);
        time.skip(howLong);
    }

    List<LogEvent> shown() {
        return WiredTail.shown(store);
    }

    TailStatus.Group status(TailedGroup group) {
        return session.status().groups().stream()
                .filter(each -> each.arn().equals(group.arn()))
                .findFirst()
                .orElseThrow();
    }

    Minute minute(TailedGroup group, long at) {
        return ledger.minutes(at, at + 1).stream()
                .filter(minute -> minute.group().equals(group.arn()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        session.close();
        store.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
