package io.atalaya.ui.activity;

import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalReader;
import io.atalaya.operate.run.Actor;
import io.atalaya.ui.common.Words;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The journal as a list of acts, read again when it has changed. On the screen's thread, except for the reading. */
public final class ActivityModel {
    /**
     * What the view shows of.
     *
     * @param journal followed by this view alone
     * @param actor this deployment
     * @param underWay the operations this program is watching now
     */
    public record Ports(JournalReader journal, Actor actor, Supplier<Set<String>> underWay) {}

    /**
     * What was read.
     *
     * @param check null before the first reading
     * @param trouble why it cannot be read; null when it can
     */
    record Read(@Nullable JournalCheck check, @Nullable String trouble) {}

    private final Ports ports;
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Read> read = new ReadOnlyObjectWrapper<>(this, "read", new Read(null, null));
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty everywhere = new SimpleBooleanProperty(this, "everywhere", false);
    private final BooleanProperty contradicted = new SimpleBooleanProperty(this, "contradicted", false);
    private final ActivityTrail trail;
    private Function<ActivityRow, String> spoken = row -> "";
    private boolean reading;
    private @Nullable Joined joined;

    /** The acts of a reading: joining a long journal is nothing to be done each second. */
    private record Joined(JournalCheck of, Set<String> underWay, List<ActivityRow> rows) {}

    public ActivityModel(Ports ports, ActivityTrail trail, Executor background, Executor screen) {
        this.ports = ports;
        this.trail = trail;
        this.background = background;
        this.screen = screen;
    }

    /** Reads the journal when it is not what it was; returns at once. */
    void look() {
        if (reading) {
            return;
        }
        reading = true;
        try {
            background.execute(this::news);
        } catch (RejectedExecutionException closing) {
            reading = false;
        }
    }

    private void news() {
        try {
            var news = ports.journal().news();
            screen.execute(() -> {
                reading = false;
                news.ifPresent(it -> read.set(new Read(it, null)));
            });
        } catch (IOException e) {
            screen.execute(() -> {
                reading = false;
                read.set(new Read(null, e.toString()));
            });
        }
    }

    ReadOnlyObjectProperty<Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether acts on other deployments are shown too. */
    BooleanProperty everywhereProperty() {
        return everywhere;
    }

    /** Whether only those are shown that CloudTrail contradicts: altered, and missing. */
    BooleanProperty contradictedProperty() {
        return contradicted;
    }

    /** What CloudTrail says of them. */
    ActivityTrail trail() {
        return trail;
    }

    /** @param words of a row in the reader's language, which the filter looks at as well */
    void speak(Function<ActivityRow, String> words) {
        spoken = words;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The acts that the filter admits, newest first. */
    List<ActivityRow> rows() {
        return all().stream()
                .filter(row -> everywhere.get() || isHere(row))
                .map(row -> row.with(trail.match(row).orElse(null)))
                .filter(row -> !contradicted.get() || row.contradicted())
                .filter(row -> filter.get().isBlank()
                        || Words.admits(filter.get(), row.searchable() + " " + spoken.apply(row)))
                .toList();
    }

    /** Asks CloudTrail for the acts of this deployment, or of all, whether or not the filter admits them. */
    void lookUp(boolean urgent) {
        var all = all();
        var shown = all.stream().filter(row -> everywhere.get() || isHere(row)).toList();
        trail.look(shown, all, urgent);
    }

    private List<ActivityRow> all() {
        var check = read.get().check();
        var underWay = ports.underWay().get();
        if (check == null) {
            return List.of();
        }
        if (joined == null || joined.of() != check || !joined.underWay().equals(underWay)) {
            joined = new Joined(check, underWay, ActivityRows.of(check.entries(), underWay));
        }
        return joined.rows();
    }

    private boolean isHere(ActivityRow row) {
        var actor = ports.actor();
        return row.intent().account().equals(actor.account())
                && row.intent().region().equals(actor.region())
                && Objects.equals(row.intent().endpoint(), actor.endpoint());
    }
}
