package io.atalaya.deployment.databases;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.DatabaseSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when a database has its status. RDS does not say it: its events do, or this console saw the change. */
public record StatusSince(Instant at, Basis basis) {
    /** From what it is known. */
    public enum Basis {
        /** An event of RDS. */
        EVENT,
        /** This console saw it become so. */
        SEEN,
        /** It was so when this console first looked, and is older. */
        FIRST_LOOK
    }

    /** An event and the answer that shows its status may be so far apart. */
    private static final Duration APART = Duration.ofMinutes(5);

    /**
     * @param events of this database
     * @param snapshots of this database: one taken by hand changes the status without an event of the database
     * @param changed when this console saw the present status begin; null where it did not
     * @param firstLook when this console first saw the database; null where that is not known
     */
    static Optional<StatusSince> of(
            Database database,
            List<DatabaseEvent> events,
            List<DatabaseSnapshot> snapshots,
            @Nullable Instant changed,
            @Nullable Instant firstLook) {
        var last = events.stream()
                .filter(event -> status(event) != null)
                .max(Comparator.comparing(DatabaseEvent::at))
                .filter(event -> database.status().equals(status(event)))
                .map(DatabaseEvent::at);
        if (changed != null) {
            return last.filter(at -> Duration.between(at, changed).abs().compareTo(APART) < 0)
                    .map(at -> new StatusSince(at, Basis.EVENT))
                    .or(() -> Optional.of(new StatusSince(changed, Basis.SEEN)));
        }
        var told = last.filter(at -> snapshots.stream()
                .map(DatabaseSnapshot::createdAt)
                .noneMatch(made -> made != null && made.isAfter(at)));
        return told.map(at -> new StatusSince(at, Basis.EVENT))
                .or(() -> Optional.ofNullable(firstLook).map(at -> new StatusSince(at, Basis.FIRST_LOOK)));
    }

    /** The status that begins with an event; null for events that begin none. */
    private static @Nullable String status(DatabaseEvent event) {
        var said = event.message().toLowerCase(Locale.ROOT);
        if (said.contains("exhausted")) {
            return "storage-full";
        }
        if (said.startsWith("backing up")) {
            return "backing-up";
        }
        if (said.contains("shutdown") || said.contains("failover started")) {
            return "rebooting";
        }
        if (said.contains("applying modification") && !said.startsWith("finished")) {
            return "modifying";
        }
        if (said.contains("instance stopped")) {
            return "stopped";
        }
        return said.contains("restarted")
                        || said.contains("failover completed")
                        || said.contains("completed failover")
                        || said.startsWith("finished")
                        || said.contains("instance created")
                        || said.contains("instance started")
                ? "available"
                : null;
    }
}
