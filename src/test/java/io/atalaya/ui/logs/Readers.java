package io.atalaya.ui.logs;

import io.atalaya.logs.find.SavedFilters;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reader over a log in memory, in which time stands still unless it is told to go on. */
final class Readers {
    static final String[] BUNDLES = {
        "io.atalaya.ui.common.common", "io.atalaya.ui.logs.logs", "io.atalaya.ui.acting.acting"
    };

    final Contexts world = new Contexts();
    final List<Runnable> due = new ArrayList<>();
    final List<String> removed = new ArrayList<>();
    final List<Gap> leftToInsights = new ArrayList<>();
    int left;
    SavedFilters filters = new SavedFilters(Path.of("target", "no-filters.json"));

    @Nullable
    Path exportTo;

    /** Waits for {@link #beat}. */
    final Scheduler scheduler = (delay, task) -> {
        synchronized (due) {
            due.add(task);
        }
        return () -> {
            synchronized (due) {
                due.remove(task);
            }
        };
    };

    static Texts texts(Locale locale) {
        return new Texts(locale, List.of(BUNDLES));
    }

    ReaderController reader(FakeLog log, Locale locale) {
        return new ReaderController(
                log,
                world.context(texts(locale)),
                new ReaderController.Ways(
                        anchor -> {},
                        removed::add,
                        () -> left++,
                        leftToInsights::add,
                        new LogPorts(
                                scheduler,
                                Runnable::run,
                                Runnable::run,
                                filters,
                                name -> Optional.ofNullable(exportTo),
                                (pattern, samples) -> new FilterPatterns.Answer.Valid(List.of(), 0),
                                (group, prefix, token) -> new LogStreams.Answer.Page(List.of(), null))));
    }

    /** The time between two looks passes. */
    void beat() {
        List<Runnable> now;
        synchronized (due) {
            now = List.copyOf(due);
            due.clear();
        }
        now.forEach(Runnable::run);
    }
}
