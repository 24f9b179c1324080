package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The operating system, the web server and the database, in their own words. */
final class SystemVoice {
    private static final String NFS = Ids.FILE_SYSTEM + ".efs." + Ids.REGION + ".amazonaws.com";
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
            "Mozilla/5.0 (Linux; Android 14) CheckOP/6.2",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)");
    private static final List<String> PATHS =
            List.of("/login", "/", "/app.js", "/estilos.css", "/api/ordenes", "/descargas/88190.zip", "/ping");

    private static final DateTimeFormatter SLASHES =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Dice dice;
    private final Load load;

    SystemVoice(Dice dice, Load load) {
        this.dice = dice;
        this.load = load;
    }

    /** {@code /var/log/messages}: quiet, unless NFS does not respond. */
    Voice messages(CheckopInstances.Machine m) {
        String id = m.id();
        return Says.at(dice, "sys" + id, t -> load.ran(id, t) ? 0.5 : 0, (t, n) -> ordinary(n))
                .and((second, mouth) -> {
                    boolean cut = load.isCut(m.subnet(), second);
                    if (m.scaled() && cut && !load.isCut(m.subnet(), second - 1)) {
                        mouth.say(112, "kernel: nfs: server " + NFS + " not responding, timed out");
                    } else if (m.scaled() && !cut && load.isCut(m.subnet(), second - 1)) {
                        mouth.say(408, "kernel: nfs: server " + NFS + " OK");
                    } else if (m.scaled() && cut && second % 31 == 0 && load.isCut(m.subnet(), second - 30)) {
                        mouth.say(640, "kernel: nfs: server " + NFS + " not responding, still trying");
                    } else if (m.scaled() && cut && second % 47 == 0 && load.isCut(m.subnet(), second - 120)) {
                        mouth.say(
                                871,
                                "kernel: INFO: task zip-evidence-" + (1 + second % 6)
                                        + " blocked for more than 120 seconds.");
                    }
                });
    }

    private String ordinary(long n) {
        return switch (dice.below("sys", n, 5)) {
            case 0 -> "systemd: Started Session " + (4_000 + dice.below("session", n, 900)) + " of user root.";
            case 1 ->
                "CROND[" + (2_000 + dice.below("pid", n, 28_000))
                        + "]: (checkop) CMD (/opt/checkop/bin/limpiar-temporales)";
            case 2 -> "chronyd[612]: Selected source 169.254.169.123";
            case 3 -> "dhclient[701]: DHCPACK from 10.20.0.1";
            default ->
                "amazon-cloudwatch-agent: I! [outputs.cloudwatchlogs] sent batch of "
                        + (10 + dice.below("batch", n, 90));
        };
    }

    /** nginx in front of the application, about 8 lines a second over both. */
    Voice access(CheckopInstances.Machine m) {
        String id = m.id();
        return Says.at(
                        dice,
                        "nginx" + id,
                        t -> load.ran(id, t) ? load.requests(t) * load.share(id, t / 60 * 60) * 0.037 : 0,
                        (t, n) -> "203.0.113." + (40 + dice.below("client", n, 200)) + " - - \"GET "
                                + dice.pick("path", n, PATHS) + " HTTP/1.1\" " + status(n) + ' '
                                + (300 + dice.below("size", n, 9_000)) + " \"-\" \"" + dice.pick("agent", n, AGENTS)
                                + "\" 0."
                                + String.format("%03d", 4 + dice.below("took", n, 90)))
                .and(Says.timed(
                        dice,
                        "nginxerr" + id,
                        t -> !load.ran(id, t) ? 0 : load.isCut(m.subnet(), t) ? 0.4 : 0.004,
                        (at, n) -> SLASHES.format(Instant.ofEpochMilli(at))
                                + (load.isCut(m.subnet(), at / 1_000)
                                        ? " [error] 2231#2231: *" + n % 90_000
                                                + " upstream timed out (110: Connection timed out) while reading response header"
                                                + " from upstream, client: 203.0.113."
                                                + (40 + dice.below("client", n, 200))
                                                + ", server: checkop.co, request: \"GET " + dice.pick("path", n, PATHS)
                                                + " HTTP/1.1\", upstream: \"http://127.0.0.1:8080\", host: \"checkop.co\""
                                        : " [warn] 2231#2231: *" + n % 90_000
                                                + " a client request body is buffered to a temporary file"
                                                + " /var/lib/nginx/body/" + n % 10_000_000)));
    }

    private int status(long n) {
        double u = dice.unit("status", n);
        return u < 0.95 ? 200 : u < 0.98 ? 304 : u < 0.995 ? 404 : 499;
    }

    /** MySQL's error log. */
    Voice mysqlErrors() {
        return Says.at(dice, "mysql", t -> 0.1, (t, n) -> {
            String when = Instant.ofEpochSecond(t).toString().replace("Z", ".")
                    + String.format("%06dZ", dice.below("us", n, 1_000_000));
            int thread = 90_000 + dice.below("thread", n, 9_000);
            return dice.unit("mysqlkind", n) < 0.8
                    ? when + ' ' + thread + " [Note] [MY-010914] [Server] Aborted connection " + thread
                            + " to db: 'progresus' user: 'checkop' host: '10.20.0.41' (Got timeout reading communication"
                            + " packets)."
                    : when + ' ' + thread + " [Warning] [MY-013360] [Server] Plugin mysql_native_password reported:"
                            + " ''mysql_native_password' is deprecated'";
        });
    }

    /** Queries that took longer than a second: one event of several lines each. */
    Voice slowQueries() {
        return Says.at(
                dice,
                "slow",
                t -> load.requests(t) * 0.00012,
                (t, n) -> "# Time: "
                        + Instant.ofEpochSecond(t) + "\n# User@Host: checkop[checkop] @  [10.20.0.41]  Id: "
                        + (90_000 + dice.below("thread", n, 9_000)) + "\n# Query_time: " + (1 + dice.below("q", n, 7))
                        + '.'
                        + String.format("%06d", dice.below("us", n, 1_000_000)) + "  Lock_time: 0.000004 Rows_sent: "
                        + dice.below("sent", n, 900) + "  Rows_examined: "
                        + (100_000 + dice.below("rows", n, 4_000_000))
                        + "\nSET timestamp=" + t
                        + ";\nSELECT o.id, t.nombre FROM orden o JOIN técnico t ON t.id = o.técnico_id WHERE o.estado = 'abierta'"
                        + " ORDER BY o.creada DESC;");
    }
}
