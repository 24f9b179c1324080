package io.atalaya.bench;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.StreamName;
import io.atalaya.logs.store.Limits;
import io.atalaya.logs.store.LogStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The same log as a store and as a plain text file, a line for each event: access lines, JSON, application lines and traces. */
record LogCorpus(Path store, Path text, long events) {
    private static final long BEGAN = 1_760_000_000_000L;
    private static final int STREAMS = 100;
    private static final String[] PATHS = {
        "/api/ordenes", "/api/transacciones", "/descargas/88190.zip", "/login", "/health", "/static/app.js"
    };
    private static final String[] AGENTS = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36", "okhttp/4.12.0", "ELB-HealthChecker/2.0"
    };
    private static final Limits LIMITS = new Limits(8_000_000_000L, 40_000_000L);

    static LogStore open(Path store) {
        return LogStore.open(store, LIMITS);
    }

    /** Made in {@code target/bench}, or what was made there before. */
    static LogCorpus of(long events) throws IOException {
        var folder = Path.of("target", "bench", "logs-" + events);
        var corpus = new LogCorpus(folder.resolve("store"), folder.resolve("log.txt"), events);
        if (!Files.exists(folder.resolve("done"))) {
            Files.createDirectories(folder);
            corpus.make();
            Files.createFile(folder.resolve("done"));
        }
        return corpus;
    }

    private void make() throws IOException {
        var random = new Random(7);
        try (var made = LogStore.create(store, LIMITS);
                var out = new BufferedOutputStream(Files.newOutputStream(text), 1 << 20)) {
            for (int i = 0; i < STREAMS; i++) {
                int unused = made.streamNumber(
                        new StreamName("arn:aws:logs:us-east-1:1:log-group:g" + i % 5, "stream-" + i));
            }
            for (long i = 0; i < events; i++) {
                int stream = random.nextInt(STREAMS);
                long at = BEGAN + i / 5 + (random.nextInt(20) == 0 ? -random.nextInt(2_000) : 0);
                int kind = random.nextInt(100);
                var level = level(kind, random);
                var line = line(kind, level, i, at, random).getBytes(StandardCharsets.UTF_8);
                long unused = made.append(stream, at, at + 800, level, kind >= 97, Origin.DELIVERED, line);
                out.write(line);
                out.write('\n');
                if (i % 10_000 == 9_999) {
                    made.publish();
                }
            }
            made.publish();
        }
    }

    private static Level level(int kind, Random random) {
        if (kind >= 97) {
            return Level.UNKNOWN;
        }
        int dice = random.nextInt(1_000);
        return dice < 4 ? Level.ERROR : dice < 20 ? Level.WARN : dice < 900 ? Level.INFO : Level.DEBUG;
    }

    private static String line(int kind, Level level, long number, long at, Random random) {
        var path = PATHS[random.nextInt(PATHS.length)];
        int millis = random.nextInt(3_000);
        if (kind < 45) {
            int status = level == Level.ERROR ? 500 + random.nextInt(5) : level == Level.WARN ? 404 : 200;
            return "10.0." + random.nextInt(256) + "." + random.nextInt(256) + " - - [" + at + "] \"GET " + path
                    + "?id=" + number
                    + " HTTP/1.1\" " + status + " " + random.nextInt(100_000) + " \"-\" \""
                    + AGENTS[random.nextInt(AGENTS.length)] + "\" rt=" + millis / 1000.0;
        }
        if (kind < 75) {
            return "{\"timestamp\":" + at + ",\"level\":\"" + level
                    + "\",\"logger\":\"co.checkop.orders.OrderService\",\"thread\":\"http-8080-"
                    + random.nextInt(200) + "\",\"message\":\"orden " + number + " procesada\",\"duration\":" + millis
                    + ",\"user\":{\"id\":" + random.nextInt(9_999) + "}}";
        }
        if (kind < 97) {
            var what = level == Level.ERROR
                    ? "java.io.IOException: Connection timed out to db-" + random.nextInt(4)
                    : "acquired connection in " + millis + " ms, pool size " + random.nextInt(200);
            return at + " " + level + " [http-8080-" + random.nextInt(200) + "] co.checkop.files.ZipEvidenceJob - "
                    + what + " request=" + Long.toHexString(random.nextLong()) + " region=us-east-1";
        }
        return "\tat co.checkop.files.ZipEvidenceJob.append(ZipEvidenceJob.java:" + random.nextInt(900)
                + ") ~[checkop-files-4.2.1.jar:4.2.1]";
    }
}
