package io.atalaya.bench;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.ledger.Completeness;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.StoredView;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ten million events: counting what matches beside grep and ripgrep on the same text, the first screen of a filter, the next error. */
final class LogSearchBench {
    private static final long EVENTS = Long.getLong("atalaya.bench.events", 10_000_000);
    private static final int RUNS = 3;
    private static final int SCREEN = 60;

    private record Search(String name, Clause.Mode mode, String text, boolean matchCase) {
        Filter filter() {
            return filterOf(new Clause(Clause.Kind.INCLUDE, mode, text, matchCase, true));
        }
    }

    private static final List<Search> SEARCHES = List.of(
            new Search("a word", Clause.Mode.REGEX, "ZipEvidenceJob failed|Connection timed out", true),
            new Search("a literal", Clause.Mode.TEXT, "Connection timed out", true),
            new Search("a literal, any case", Clause.Mode.TEXT, "connection timed out", false),
            new Search("a status class", Clause.Mode.REGEX, "HTTP/1\\.1\" 5\\d\\d ", true),
            new Search("alternatives", Clause.Mode.REGEX, "timed out|HTTP/1.1\" 50[0-3]|\"level\":\"ERROR\"", true),
            new Search("alternatives, any case", Clause.Mode.REGEX, "(timed out|refused|unreachable)", false),
            new Search("no literal", Clause.Mode.REGEX, "[0-9a-f]{14}7 region", true),
            new Search("classes only", Clause.Mode.REGEX, "\\b\\d{5}\\.\\d\\b|rt=2\\.99\\d", true));

    private LogSearchBench() {}

    static List<Result> run() throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        var corpus = LogCorpus.of(EVENTS);
        results.add(Result.fact("events", EVENTS, ""));
        results.add(Result.fact("text of them", Files.size(corpus.text()) / 1e9, "GB"));
        var threads =
                Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
        try (var store = LogCorpus.open(corpus.store())) {
            try (var view = new StoredView(store, new Nothing(), threads)) {
                until(view);
                for (var search : SEARCHES) {
                    results.addAll(search(view, search, corpus));
                }
                results.addAll(firstScreens(view));
                results.addAll(nextErrors(view));
            }
        } finally {
            end(threads);
        }
        System.gc();
        var memory = Runtime.getRuntime();
        results.add(Result.fact("heap alive", (memory.totalMemory() - memory.freeMemory()) / 1e6, "MB"));
        return results;
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a view that was closed still works");
        }
    }

    private static void until(LogView view) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!view.progress().done()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("not done after three minutes: " + view.progress());
            }
            LockSupport.parkNanos(500_000);
        }
    }

    private static List<Result> search(LogView view, Search search, LogCorpus corpus)
            throws IOException, InterruptedException {
        var times = new double[RUNS];
        long matched = 0;
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            view.filter(search.filter());
            until(view);
            times[i] = (System.nanoTime() - begun) / 1e9;
            matched = view.progress().matched().getFirst();
            view.filter(Filter.ALL);
            until(view);
        }
        double ours = median(times);
        var results = new ArrayList<Result>();
        results.add(Result.fact(search.name + ": filtered by us", ours, "s"));
        for (var tool : List.of("rg", "grep")) {
            var command = command(tool, search, corpus);
            var found = run(command);
            if (found.isEmpty()) {
                continue;
            }
            if (Long.parseLong(found.get().out()) != matched) {
                throw new IllegalStateException(
                        command + " counts " + found.get().out() + ", we " + matched);
            }
            double best = found.get().seconds();
            for (int i = 1; i < (tool.equals("rg") ? RUNS : 1); i++) {
                best = Math.min(best, run(command).orElseThrow().seconds());
            }
            results.add(Result.fact(search.name + ": " + tool, best, "s"));
            results.add(
                    tool.equals("rg")
                            ? Result.atMost(search.name + ": we : " + tool, ours / best, "x", 1.5)
                            : Result.fact(search.name + ": we : " + tool, ours / best, "x"));
        }
        return results;
    }

    private static List<String> command(String tool, Search search, LogCorpus corpus) {
        var command = new ArrayList<String>();
        command.add(tool);
        if (tool.equals("rg")) {
            command.addAll(List.of("--no-config", "-c", search.mode == Clause.Mode.TEXT ? "-F" : "-e"));
        } else {
            command.addAll(List.of(search.mode == Clause.Mode.TEXT ? "-cF" : "-cP"));
        }
        if (!search.matchCase) {
            command.add(1, "-i");
        }
        command.add(search.text);
        command.add(corpus.text().toString());
        return command;
    }

    private record Ran(String out, double seconds) {}

    private static Optional<Ran> run(List<String> command) throws InterruptedException {
        try {
            long begun = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .redirectError(new File("/dev/null"))
                    .start();
            var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
            int unused = process.waitFor();
            return Optional.of(new Ran(out.isEmpty() ? "0" : out, (System.nanoTime() - begun) / 1e9));
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static List<Result> firstScreens(LogView view) {
        var results = new ArrayList<Result>();
        double worst = 0;
        for (int round = 0; round < RUNS; round++) {
            for (var search : SEARCHES) {
                long begun = System.nanoTime();
                view.filter(search.filter());
                long end = begun + TimeUnit.SECONDS.toNanos(20);
                while (view.size() < SCREEN && !view.progress().done() && System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(200_000);
                }
                for (long i = Math.max(0, view.size() - SCREEN); i < view.size(); i++) {
                    if (view.row(i).at() == 0) {
                        throw new IllegalStateException("row " + i);
                    }
                }
                double millis = (System.nanoTime() - begun) / 1e6;
                if (round > 0) {
                    worst = Math.max(worst, millis);
                }
            }
        }
        results.add(Result.atMost("filter change to " + SCREEN + " rows, worst", worst, "ms", 100));
        return results;
    }

    private static List<Result> nextErrors(LogView view) {
        view.filter(Filter.ALL);
        until(view);
        double worst = 0;
        double reading = 0;
        var levels = Set.of(Level.ERROR);
        for (int i = 0; i < 2_000; i++) {
            long from = view.size() / 2_000 * i;
            long begun = System.nanoTime();
            long found = view.nextOf(levels, from, i % 2 == 0 ? 1 : -1);
            double millis = (System.nanoTime() - begun) / 1e6;
            worst = i < 100 || found < 0 ? worst : Math.max(worst, millis);
            begun = System.nanoTime();
            for (long row = from; row < from + SCREEN; row++) {
                var unused = view.row(row);
            }
            reading = i < 100 ? reading : Math.max(reading, (System.nanoTime() - begun) / 1e6);
        }
        var span = view.span().orElseThrow();
        long begun = System.nanoTime();
        var unused = view.histogram(span[0], span[1] + 1, 400);
        double histogram = (System.nanoTime() - begun) / 1e6;
        return List.of(
                Result.atMost("next error, worst of 1,900", worst, "ms", 50),
                Result.atMost("reading a screen of rows anywhere, worst", reading, "ms", 16),
                Result.fact("histogram of 400 buckets over everything", histogram, "ms"));
    }

    private static Filter filterOf(Clause clause) {
        return new Filter(List.of(clause), EnumSet.allOf(Level.class), Set.of(), 0, true);
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A ledger that knows nothing. */
    private record Nothing() implements Completeness {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }

        @Override
        public List<Minute> minutes(long from, long to) {
            return List.of();
        }

        @Override
        public long sweptTo() {
            return 0;
        }

        @Override
        public void askAgain(long gap) {
            throw new UnsupportedOperationException("nothing to ask");
        }
    }
}
