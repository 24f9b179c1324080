package io.atalaya.ui.evidence;

import io.atalaya.evidence.replay.CapsuleFile;
import io.atalaya.evidence.replay.Comparison;
import io.atalaya.evidence.replay.Replay;
import io.atalaya.evidence.replay.Shelf;
import io.atalaya.evidence.replay.Side;
import io.atalaya.evidence.verify.Checked;
import io.atalaya.ui.common.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The capsules of a view: what there are, what is being verified, what was found. On the screen's thread. */
public final class LibraryModel {
    /**
     * What is shown.
     *
     * @param trouble why the list cannot be read; null when it can
     */
    record Shown(
            Shelf.Standing standing,
            List<CapsuleRow> rows,
            boolean read,
            @Nullable String trouble) {
        Shown {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Verification under way.
     *
     * @param done of so many files
     */
    record Checking(int done, int of, boolean stopping) {}

    /**
     * A comparison, or why there is none.
     *
     * @param replay null where it was not made
     * @param broken names of files that are not intact
     * @param trouble why they could not be read; null when they could
     */
    record Compared(
            @Nullable Replay replay,
            List<String> broken,
            @Nullable String trouble) {}

    private final Library library;
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", new Shown(Shelf.Standing.none(), List.of(), false, null));
    private final ReadOnlyObjectWrapper<@Nullable Checking> checking =
            new ReadOnlyObjectWrapper<>(this, "checking", null);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final Set<String> underWay = new HashSet<>();
    private @Nullable AtomicBoolean stop;
    private boolean reading;
    private boolean again;

    public LibraryModel(Shelf shelf, Verdicts verdicts, Executor background, Executor screen) {
        this(new Library(shelf, verdicts), background, screen);
    }

    LibraryModel(Library library, Executor background, Executor screen) {
        this.library = library;
        this.background = background;
        this.screen = screen;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Checking> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The capsules that the filter admits, newest first. */
    List<CapsuleRow> rows(java.util.function.Function<CapsuleRow, String> words) {
        return all().stream()
                .filter(row -> filter.get().isBlank() || Words.admits(filter.get(), words.apply(row)))
                .toList();
    }

    List<CapsuleRow> all() {
        return shown.get().rows();
    }

    /** Reads what there is, returns at once. */
    void look() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        run(() -> {
            Library.Read read = null;
            String trouble = null;
            try {
                read = library.read();
            } catch (IOException e) {
                trouble = e.toString();
            }
            var came = read;
            var why = trouble;
            screen.execute(() -> arrived(came, why));
        });
    }

    private void arrived(Library.@Nullable Read read, @Nullable String trouble) {
        reading = false;
        var before = shown.get();
        shown.set(
                read == null
                        ? new Shown(before.standing(), before.rows(), true, trouble)
                        : new Shown(
                                read.standing(),
                                read.rows().stream()
                                        .map(row -> underWay.contains(row.id()) ? row.with(row.check(), true) : row)
                                        .toList(),
                                true,
                                null));
        if (again) {
            again = false;
            look();
        }
    }

    /** A file that somebody points to is in the list from now on. */
    void open(Path file, Consumer<@Nullable String> told) {
        run(() -> {
            String trouble = null;
            try {
                CapsuleFile.open(file);
                library.shelf().remember(file);
            } catch (IOException e) {
                trouble = e.toString();
            }
            var why = trouble;
            screen.execute(() -> {
                told.accept(why);
                look();
            });
        });
    }

    /** Verifies them one after the other, unless others are being verified. */
    void verify(List<CapsuleRow> rows) {
        var files = rows.stream()
                .map(CapsuleRow::file)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (stop != null || files.isEmpty()) {
            return;
        }
        var stopped = new AtomicBoolean();
        stop = stopped;
        files.forEach(it -> underWay.add(it.toString()));
        mark();
        checking.set(new Checking(0, files.size(), false));
        run(() -> {
            int done = 0;
            for (var file : files) {
                if (stopped.get()) {
                    break;
                }
                String trouble = null;
                Checked found = null;
                try {
                    found = library.verify(file);
                } catch (IOException e) {
                    trouble = e.toString();
                }
                int so = ++done;
                var checked = found;
                var why = trouble;
                screen.execute(() -> {
                    verified(file, checked, why);
                    checking.set(new Checking(so, files.size(), stopped.get()));
                });
            }
            screen.execute(() -> {
                stop = null;
                underWay.clear();
                mark();
                checking.set(null);
                look();
            });
        });
    }

    private void verified(Path file, @Nullable Checked found, @Nullable String trouble) {
        underWay.remove(file.toString());
        replace(row -> {
            if (!file.equals(row.file())) {
                return row;
            }
            return trouble == null
                    ? row.with(found, false)
                    : new CapsuleRow(
                            row.id(),
                            file,
                            row.size(),
                            row.manifest(),
                            row.link(),
                            row.own(),
                            row.claims(),
                            trouble,
                            null,
                            false);
        });
    }

    private void mark() {
        replace(row -> row.with(row.check(), underWay.contains(row.id())));
    }

    private void replace(java.util.function.UnaryOperator<CapsuleRow> change) {
        var now = shown.get();
        shown.set(new Shown(now.standing(), now.rows().stream().map(change).toList(), now.read(), now.trouble()));
    }

    /** No more files are verified; the one at hand is read to its end. */
    void stopVerifying() {
        var now = checking.get();
        if (stop != null && now != null) {
            stop.set(true);
            checking.set(new Checking(now.done(), now.of(), true));
        }
    }

    /** Reads something of a capsule and shows it. */
    <T> void read(Path file, Reading<T> reading, Consumer<T> show, Consumer<String> trouble) {
        run(() -> {
            try {
                var found = reading.of(CapsuleFile.open(file));
                screen.execute(() -> show.accept(found));
            } catch (IOException e) {
                screen.execute(() -> trouble.accept(e.toString()));
            }
        });
    }

    /** What is read of a capsule, away from the screen. */
    @FunctionalInterface
    interface Reading<T> {
        T of(CapsuleFile capsule) throws IOException;
    }

    /** Verifies two capsules and tells what changed. What is not intact is not compared. */
    void compare(Path then, Path now, Consumer<Compared> show) {
        run(() -> {
            Compared compared;
            try {
                compared = compared(then, now);
            } catch (IOException e) {
                compared = new Compared(null, List.of(), e.toString());
            }
            var found = compared;
            screen.execute(() -> {
                show.accept(found);
                look();
            });
        });
    }

    private Compared compared(Path then, Path now) throws IOException {
        var broken = new java.util.ArrayList<String>();
        var sides = new java.util.ArrayList<Side>();
        for (var file : List.of(then, now)) {
            var checked = library.verify(file);
            var capsule = checked.faults().isEmpty() ? CapsuleFile.open(file) : null;
            if (capsule == null || !capsule.manifestSha256().equals(checked.manifestSha256())) {
                broken.add(String.valueOf(file.getFileName()));
            } else {
                sides.add(Side.of(capsule));
            }
        }
        return new Compared(broken.isEmpty() ? Comparison.of(sides.getFirst(), sides.getLast()) : null, broken, null);
    }

    /** Copies a capsule into a new folder. */
    void export(Path file, Path folder, Consumer<@Nullable String> told) {
        run(() -> {
            String trouble = null;
            try {
                Library.export(file, folder);
            } catch (IOException e) {
                trouble = e.toString();
            }
            var why = trouble;
            screen.execute(() -> told.accept(why));
        });
    }

    private void run(Runnable task) {
        try {
            background.execute(task);
        } catch (RejectedExecutionException closing) {
            reading = false;
        }
    }
}
