package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.logs.Voice.Mouth;
import io.atalaya.sandbox.world.sim.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What one event of a service looks like: each team writes as its software does, some lines at a time. The Brazilian part of the
 * company writes Portuguese.
 */
final class FleetVoice {
    private static final DateTimeFormatter PLAIN = utc("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter COMMA = utc("uuuu-MM-dd HH:mm:ss,SSS");
    private static final DateTimeFormatter SLASHES = utc("uuuu/MM/dd HH:mm:ss");
    private static final DateTimeFormatter COMMON = utc("dd/MMM/uuuu:HH:mm:ss +0000");
    private static final DateTimeFormatter SYSLOG = utc("MMM d HH:mm:ss");

    private final Dice dice;
    private final Service service;
    private final String name;
    private final boolean portuguese;

    FleetVoice(Dice dice, Service service, int index) {
        this.dice = dice;
        this.service = service;
        this.name = service.name() + index;
        this.portuguese = service.country().equals("br");
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** Says one event, or the lines of one. */
    void say(long second, long n, Mouth mouth) {
        int into = dice.below(name + "at", n, 1_000);
        long millis = second * 1_000 + into;
        boolean failed = dice.unit(name + "fail", n) > 0.997;
        switch (service.role().team()) {
            case "tienda" -> logback(millis, into, n, failed, mouth);
            case "pagos" -> mouth.say(into, bunyan(millis, n, failed));
            case "logistica" -> mouth.say(into, python(millis, n, failed));
            case "clientes" -> mouth.say(into, javaLogging(millis, n, failed));
            case "datos" -> mouth.say(into, logfmt(millis, n, failed));
            default -> mouth.say(into, service.isWeb() ? nginx(millis, n, failed) : syslog(millis, n, failed));
        }
    }

    /** Spring's pattern. The agent there knows no events: every line of a trace is one. */
    private void logback(long millis, int into, long n, boolean failed, Mouth mouth) {
        String head = PLAIN.format(Instant.ofEpochMilli(millis)) + (failed ? " ERROR" : "  INFO") + " 1 --- [nio-"
                + service.role().port() + "-exec-" + (1 + dice.below(name + "thread", n, 32)) + "] co.ceiba.tienda."
                + service.role().name() + ".PedidoController : ";
        if (!failed) {
            mouth.say(into, head + done(n));
            return;
        }
        List<String> lines = List.of(
                head + lost(n),
                "java.lang.IllegalStateException: " + lost(n),
                "\tat co.ceiba.tienda.pedidos.PedidoServicio.cerrar(PedidoServicio.java:" + (40 + n % 300) + ")",
                "\tat co.ceiba.tienda.pedidos.PedidoController.cerrar(PedidoController.java:71)",
                "\tat java.base/java.lang.Thread.run(Thread.java:1583)",
                "Caused by: java.net.SocketTimeoutException: Read timed out",
                "\tat java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:278)",
                "\t... 38 common frames omitted");
        lines.forEach(line -> mouth.say(into, line));
    }

    /** One JSON object, levels as numbers: 30 informs, 40 warns, 50 is an error. */
    private String bunyan(long millis, long n, boolean failed) {
        int level = failed ? 50 : dice.unit(name + "warn", n) > 0.98 ? 40 : 30;
        String error = failed
                ? ",\"err\":{\"type\":\"TimeoutError\",\"message\":\"" + lost(n)
                        + "\",\"stack\":\"TimeoutError: timeout\\n    at Cobro.enviar (/app/cobro.js:88:13)\\n    at async"
                        + " procesar (/app/cola.js:31:5)\"}"
                : "";
        return "{\"level\":" + level + ",\"time\":" + millis + ",\"pid\":1,\"hostname\":\"" + name + "\",\"reqId\":\""
                + dice.hex(name + "req", n, 12) + "\",\"monto\":" + (5_000 + dice.below(name + "sum", n, 900_000))
                + ",\"moneda\":\"" + (portuguese ? "BRL" : "COP") + "\"" + error + ",\"msg\":\""
                + (failed ? lost(n) : done(n)) + "\"}";
    }

    /** Python's logging, a traceback within its event. */
    private String python(long millis, long n, boolean failed) {
        String head = COMMA.format(Instant.ofEpochMilli(millis)) + " - "
                + service.role().name() + ".worker - ";
        return failed
                ? head + "ERROR - " + lost(n) + "\nTraceback (most recent call last):\n  File \"/app/"
                        + service.role().name()
                        + "/worker.py\", line 214, in procesar\n    ruta = cliente.calcular(pedido, timeout=5)\n"
                        + "  File \"/usr/lib/python3.12/site-packages/httpx/_client.py\", line 1026, in get\n"
                        + "    raise ReadTimeout(message)\nhttpx.ReadTimeout: timed out"
                : head + (dice.unit(name + "dbg", n) > 0.9 ? "DEBUG" : "INFO") + " - " + done(n);
    }

    /** java.util.logging: two lines, levels in the language of the country. */
    private String javaLogging(long millis, long n, boolean failed) {
        String level = portuguese ? (failed ? "GRAVE" : "INFORMAÇÕES") : failed ? "GRAVE" : "INFORMACIÓN";
        boolean warning = !failed && dice.unit(name + "warn", n) > 0.97;
        String shown = warning ? (portuguese ? "ADVERTÊNCIA" : "ADVERTENCIA") : level;
        return PLAIN.format(Instant.ofEpochMilli(millis)) + " co.ceiba.clientes."
                + service.role().name() + ".Servidor atender\n" + shown + ": " + (failed ? lost(n) : done(n));
    }

    private String logfmt(long millis, long n, boolean failed) {
        return "ts=" + Instant.ofEpochMilli(millis) + " level=" + (failed ? "error" : "info") + " component="
                + service.role().name() + " lote=" + (n % 90_000) + " filas=" + dice.below(name + "rows", n, 40_000)
                + " msg=\"" + (failed ? lost(n) : done(n)) + "\"";
    }

    private String nginx(long millis, long n, boolean failed) {
        String client = "203.0.113." + (10 + dice.below(name + "client", n, 230));
        if (failed) {
            return SLASHES.format(Instant.ofEpochMilli(millis)) + " [error] 31#31: *" + (n % 90_000)
                    + " upstream timed out (110: Connection timed out) while reading response header from upstream,"
                    + " client: " + client + ", server: ceiba.co, request: \"POST /login HTTP/1.1\", upstream:"
                    + " \"http://127.0.0.1:8081/login\", host: \"ceiba.co\"";
        }
        double u = dice.unit(name + "status", n);
        int status = u < 0.94 ? 200 : u < 0.97 ? 302 : u < 0.995 ? 401 : 502;
        return client + " - - [" + COMMON.format(Instant.ofEpochMilli(millis)) + "] \"POST /login HTTP/1.1\" " + status
                + ' ' + (200 + dice.below(name + "size", n, 4_000))
                + " \"https://ceiba.co/\" \"Mozilla/5.0 (Android 15)\"";
    }

    private String syslog(long millis, long n, boolean failed) {
        String head = SYSLOG.format(Instant.ofEpochMilli(millis)) + ' ' + name + ' ';
        return switch (failed ? 0 : 1 + dice.below(name + "sys", n, 4)) {
            case 0 ->
                head + "kernel: Out of memory: Killed process " + (900 + n % 9_000) + " (beam.smp) total-vm:8214516kB";
            case 1 -> head + service.role().name() + "[812]: " + done(n);
            case 2 -> head + "systemd[1]: Started Session " + n % 9_000 + " of User ceiba.";
            case 3 ->
                head + "sshd[" + (2_000 + n % 20_000) + "]: Accepted publickey for ceiba from 10.0.4.7 port 51514";
            default -> head + "kernel: TCP: request_sock_TCP: Possible SYN flooding on port 5672. Sending cookies.";
        };
    }

    private String done(long n) {
        int ms = 8 + dice.below(name + "ms", n, 240);
        long order = dice.below("order", n, 900_000);
        return portuguese
                ? "pedido " + order + " pronto em " + ms + " ms"
                : "pedido " + order + " listo en " + ms + " ms";
    }

    private String lost(long n) {
        long order = dice.below("order", n, 900_000);
        return service.role().name()
                + (portuguese ? " não respondeu a tempo: pedido " : " no respondió a tiempo: pedido ")
                + order;
    }
}
