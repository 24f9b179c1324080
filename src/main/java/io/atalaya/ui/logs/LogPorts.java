package io.atalaya.ui.logs;

import io.atalaya.logs.find.SavedFilters;
import io.atalaya.logs.tail.FilterPatterns;
import io.atalaya.logs.tail.LogStreams;
import io.atalaya.watch.Scheduler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the view works with.
 *
 * @param scheduler looks whether there is news, while the view is on screen
 * @param background writes files
 * @param screen the JavaFX thread
 * @param filters those that were saved
 * @param saveAs asks where a file goes, offering this name; empty when the person thought better of it
 * @param patterns asks whether a filter pattern is one
 * @param streams finds those of a group
 */
public record LogPorts(
        Scheduler scheduler,
        Executor background,
        Executor screen,
        SavedFilters filters,
        Function<String, Optional<Path>> saveAs,
        FilterPatterns patterns,
        LogStreams streams) {}
