package io.atalaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ten million log events on disk: taking them in, opening them again, finding one's way, all in a heap of 512 MB. */
final class StoreBench {
    private static final long EVENTS = Long.getLong("atalaya.bench.events", 10_000_000);

    private StoreBench() {}

    static List<Result> run() throws IOException {
        var results = new ArrayList<Result>();
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "store");
        try {
            var plain = one("plain", folder.resolve("plain"), "plain");
            var filled = one("fill", folder.resolve("store"), "filled", "closed");
            var seconds = filled[0][0];
            results.add(Result.fact("events", EVENTS, ""));
            results.add(Result.atLeast("text", filled[0][1] / 1e9, "GB", EVENTS * 150 / 1e9));
            results.add(Result.fact("stored and put in order, a second", EVENTS / seconds, ""));
            results.add(Result.fact("the same text a second", filled[0][1] / seconds / 1e6, "MB"));
            results.add(Result.atMost(
                    "stored : the text buffered to a file and its index sorted", seconds / plain[0][0], "x", 3));
            results.add(Result.fact("heap at most, before any collection", filled[0][2], "MB"));
            results.add(Result.atMost("heap alive at the end", filled[0][3], "MB", 200));
            results.add(Result.fact("closing, all on disk", filled[1][0], "s"));
            results.addAll(read("closed well", folder.resolve("store")));
            delete(folder.resolve("store"));
            one("tail", folder.resolve("killed"), "filled");
            results.addAll(read("after a kill of a tail, which forces", folder.resolve("killed")));
            delete(folder.resolve("killed"));
            one("kill", folder.resolve("unforced"), "filled");
            var unforced = one("read", folder.resolve("unforced"), "opened");
            results.add(Result.fact("opened, after a kill, nothing forced", unforced[0][0], "s"));
        } finally {
            delete(folder);
        }
        return results;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Result> read(String how, Path store) throws IOException {
        var said = one("read", store, "opened", "heap", "farthest", "row", "row", "nearest", "page", "scan", "closed");
        return List.of(
                Result.atMost("opened, " + how, said[0][0], "s", 5),
                Result.fact("heap alive after opening", said[1][1], "MB"),
                Result.atMost("next of a level, ten million away", said[2][0], "ms", 50),
                Result.fact("next error", said[5][0], "µs"),
                Result.fact("a row anywhere, first 200,000", said[3][0], "µs"),
                Result.fact("a row anywhere, the next 200,000", said[4][0], "µs"),
                Result.fact("a page of 200 ids", said[6][0], "µs"),
                Result.fact("where each text lies, all in order", said[7][0], "s"),
                Result.fact("closing again", said[8][0], "s"));
    }

    private static double[][] one(String what, Path where, String... words) throws IOException {
        var jvm = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
        var said = new double[words.length][];
        try (var child = Child.start(jvm, Map.of(), StoreMain.class, what, where.toString(), String.valueOf(EVENTS))) {
            for (int i = 0; i < words.length; i++) {
                var line = child.await(words[i]);
                System.out.println("    " + what + ": " + words[i] + " " + line);
                said[i] = Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
        }
        return said;
    }
}
