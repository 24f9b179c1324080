package io.atalaya.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * What an installed console will start with: its classes in jars, and an ahead-of-time cache (JEP 483, 514, 515) made by one
 * start that was watched. Classes in folders, as {@code ./run} has them, cannot be in such a cache.
 *
 * @param classPath jars only
 */
record AotCache(String classPath, Path file) {
    /** Makes jars of the folders of this process's class path, and starts the console once to learn what it loads. */
    static AotCache train(LocalCloud cloud) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "bench"));
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder, entries.size()) : entry);
        }
        var cache = new AotCache(String.join(File.pathSeparator, entries), folder.resolve("start.aot"));
        Files.deleteIfExists(cache.file());
        var jvm = new ArrayList<>(ConsoleMain.JVM);
        jvm.add("-XX:AOTCacheOutput=" + cache.file());
        try (var console = Child.start(
                cache.classPath(),
                jvm,
                cloud.environment(),
                ConsoleMain.class,
                "train",
                cloud.endpoint(),
                cloud.region())) {
            console.await("complete");
            console.awaitExit(180);
        }
        if (!Files.exists(cache.file())) {
            throw new IOException("the JVM made no cache: see target/bench/ConsoleMain.err");
        }
        return cache;
    }

    /** The console's options with this cache. */
    List<String> jvm() {
        var jvm = new ArrayList<>(ConsoleMain.JVM);
        jvm.add("-XX:AOTCache=" + file);
        return jvm;
    }

    double megabytes() throws IOException {
        return Files.size(file) / 1e6;
    }

    private static String jar(Path classes, Path folder, int number) throws IOException {
        var file = folder.resolve("classes-" + number + ".jar").toString();
        var jar = ToolProvider.findFirst("jar").orElseThrow(() -> new IOException("this JDK has no jar tool"));
        if (jar.run(System.out, System.err, "--create", "--file", file, "-C", classes.toString(), ".") != 0) {
            throw new IOException("no jar of " + classes);
        }
        return file;
    }
}
