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
    private boolean reading;

    public ActivityModel(Ports ports, Executor background, Executor screen) {
        this.ports = ports;
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

    StringProperty filterProperty() {
        return filter;
    }

    /** The acts that the filter admits, newest first. */
    List<ActivityRow> rows() {
        var check = read.get().check();
        if (check == null) {
            return List.of();
        }
        return ActivityRows.of(check.entries(), ports.underWay().get()).stream()
                .filter(row -> everywhere.get() || isHere(row))
                .filter(row -> Words.admits(filter.get(), row.searchable()))
                .toList();
    }

    private boolean isHere(ActivityRow row) {
        var actor = ports.actor();
        return row.intent().account().equals(actor.account())
                && row.intent().region().equals(actor.region())
                && Objects.equals(row.intent().endpoint(), actor.endpoint());
    }
}
