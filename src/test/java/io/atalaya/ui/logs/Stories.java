package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import java.util.Random;

/** The moment of the story that the pictures of the design show. */
final class Stories {
    private static final String A = "i-0a1a1a1a1a1a1a1a1";
    private static final String D = "i-0d4d4d4d4d4d4d4d4";

    private Stories() {}

    static FakeLog checkop() {
        var log = new FakeLog();
        log.bulk(() -> fill(log));
        return log;
    }

    private static void fill(FakeLog log) {
        var dice = new Random(7);
        var begin = FakeLog.NOW - 15 * 60_000;
        for (int i = 0; i < 3_000; i++) {
            var at = begin + i * 300L;
            var late = at > FakeLog.NOW - 5 * 60_000;
            var level = dice.nextInt(100) < (late ? 18 : 1)
                    ? Level.ERROR
                    : dice.nextInt(100) < (late ? 20 : 3)
                            ? Level.WARN
                            : dice.nextInt(30) == 0 ? Level.DEBUG : Level.INFO;
            log.add(
                    at,
                    level,
                    dice.nextInt(4) == 0 ? FakeLog.SYS : FakeLog.APP,
                    dice.nextBoolean() ? A : D,
                    switch (level) {
                        case ERROR -> "ZipEvidenceJob-3 failed: java.io.IOException: Connection timed out";
                        case WARN -> "GET /health waited 5 004 ms for a thread, client gone";
                        default ->
                            "GET /descargas/" + (88_000 + i) + ".zip 200 in " + dice.nextInt(2_000) + " ms, 41.0 MB";
                    });
        }
        var t = FakeLog.NOW - 20_000;
        log.add(
                t,
                Level.ERROR,
                FakeLog.SYS,
                D,
                "kernel: nfs: server fs-0c41d7a92e58b6f03.efs.us-east-1.amazonaws.com not responding, timed out");
        log.add(
                t + 1_000,
                Level.ERROR,
                FakeLog.APP,
                D,
                "ZipEvidenceJob-3 failed: java.io.IOException: Connection timed out\n"
                        + "\tat co.checkop.files.ZipEvidenceJob.append(ZipEvidenceJob.java:214)\n".repeat(38),
                Origin.DELIVERED,
                false,
                38);
        log.add(
                t + 2_000,
                Level.WARN,
                FakeLog.APP,
                D,
                "{\"level\":\"warn\",\"event\":\"pool.busy\",\"busy\":188,\"max\":200,\"oldest_ms\":11384,\"pool\":\"http-8080\",\"zone\":\"us-east-1d\"}");
        log.add(
                t + 2_500,
                Level.UNKNOWN,
                FakeLog.RDS,
                "dbprogressus",
                "/* ApplicationName=checkop */ 143 threads connected");
        log.gap(t + 3_000, t + 7_900, Gap.State.CLOSED, 812, null);
        for (int i = 0; i < 4; i++) {
            log.add(
                    t + 3_300 + i * 900,
                    Level.ERROR,
                    FakeLog.APP,
                    D,
                    "pool http-8080 exhausted: 200 of 200 threads busy",
                    Origin.RECOVERED,
                    false,
                    0);
        }
        log.gap(t + 9_000, t + 10_000, Gap.State.IN_DOUBT, 0, 9L);
        log.add(
                t + 9_100,
                Level.WARN,
                FakeLog.APP,
                A,
                "GET /health waited 5 003 ms for a thread, client gone",
                Origin.DELIVERED,
                true,
                0);
        for (long minute = begin / 60_000 * 60_000; minute < FakeLog.NOW; minute += 60_000) {
            log.minutes.add(new Minute(FakeLog.APP, minute, 200, 0, 0, Minute.State.CONFIRMED, null));
        }
    }
}
