package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.List;
import java.util.Locale;

/** What the application of one AUTOChOp writes on an ordinary day: requests, jobs, imports, now and then a mistake. */
final class AppVoice {
    private static final List<String> PATHS = List.of(
            "/api/ordenes?estado=abierta",
            "/api/ordenes?estado=cerrada&pagina=2",
            "/api/transacciones?pagina=3",
            "/api/usuarios/técnicos?ciudad=Bogotá",
            "/api/evidencias/pendientes",
            "/api/pagos/conciliación",
            "/login",
            "/api/reportes/actividad");
    private static final List<String> PEOPLE =
            List.of("José Muñoz Peña", "Ana Lucía Gómez", "Íñigo Ñáñez", "María Fernanda Ibáñez", "Óscar Güiza");
    private static final List<String> CITIES = List.of("Bogotá", "Medellín", "Ibagué", "Popayán", "Cúcuta", "Chía");

    private final Dice dice;
    private final Load load;
    private final CheckopInstances.Machine machine;

    AppVoice(Dice dice, Load load, CheckopInstances.Machine machine) {
        this.dice = dice;
        this.load = load;
        this.machine = machine;
    }

    /** About 19 events a second over both instances at the busiest time. */
    Voice voice() {
        String id = machine.id();
        return Says.at(dice, "app" + id, t -> served(t) * 0.066, this::request)
                .and(Says.at(dice, "dbg" + id, t -> served(t) * 0.018, this::debug))
                .and(Says.at(dice, "job" + id, t -> served(t) * 0.0045, this::job))
                .and(Says.at(dice, "json" + id, t -> served(t) * 0.0018, this::event))
                .and(Says.at(dice, "warn" + id, t -> served(t) * 0.0006, this::warning))
                .and(Says.at(dice, "err" + id, t -> served(t) * 0.00011, this::mistake));
    }

    private double served(long second) {
        return load.ran(machine.id(), second) && !load.isCut(machine.subnet(), second)
                ? load.requests(second) * load.share(machine.id(), second / 60 * 60)
                : 0;
    }

    private String request(long second, long n) {
        int order = 88_000 + dice.below("order", n, 900);
        int ms = 20 + dice.below("ms", n, 60) + (dice.unit("slow", n) > 0.97 ? 600 : 0);
        return switch (dice.below("kind", n, 10)) {
            case 0 ->
                line(
                        "INFO",
                        n,
                        "GET /descargas/" + order + ".zip 200 in " + decimal(1_200 + ms * 9) + " ms, "
                                + (20 + dice.below("mb", n, 60)) + "." + dice.below("kb", n, 10) + " MB");
            case 1 ->
                line(
                        "INFO",
                        n,
                        "POST /api/ordenes/" + order + "/evidencias 202, zip job " + order + " queued, "
                                + (20 + dice.below("photos", n, 300)) + " photos");
            case 2, 3 -> line("INFO", n, "GET /api/ordenes/" + order + " 200 in " + ms + " ms");
            default -> line("INFO", n, "GET " + dice.pick("path", n, PATHS) + " 200 in " + ms + " ms");
        };
    }

    private String debug(long second, long n) {
        return line(
                "DEBUG",
                n,
                "caché: " + (dice.unit("hit", n) < 0.9 ? "acierto" : "fallo") + " clave=orden:"
                        + (88_000 + dice.below("order", n, 900)) + " edad=" + dice.below("age", n, 600) + " s");
    }

    private String job(long second, long n) {
        int rows = 40 + dice.below("rows", n, 2_400);
        return switch (dice.below("job", n, 3)) {
            case 0 ->
                line(
                        "INFO",
                        n,
                        "Importación de XLS terminada: " + decimal(rows) + " transacciones, " + dice.below("bad", n, 4)
                                + " rechazadas (" + dice.pick("city", n, CITIES) + ")");
            case 1 ->
                line(
                        "INFO",
                        n,
                        "Reporte de actividad generado para " + dice.pick("who", n, PEOPLE) + ": " + decimal(rows)
                                + " filas, archivo listo para descargar ✓");
            default ->
                line(
                        "INFO",
                        n,
                        "ZipEvidenceJob-" + (1 + dice.below("zip", n, 6)) + " done: "
                                + (20 + dice.below("photos", n, 300)) + " photos, " + (8 + dice.below("mb", n, 90))
                                + " MB in "
                                + decimal(900 + dice.below("took", n, 4_000)) + " ms");
        };
    }

    private String event(long second, long n) {
        return "{\"level\":\"INFO\",\"event\":\"orden.asignada\",\"orden\":" + (88_000 + dice.below("order", n, 900))
                + ",\"técnico\":\"" + dice.pick("who", n, PEOPLE) + "\",\"ciudad\":\"" + dice.pick("city", n, CITIES)
                + "\",\"host\":\"" + machine.privateIp() + "\",\"ms\":" + (5 + dice.below("ms", n, 60)) + '}';
    }

    private String warning(long second, long n) {
        return line(
                "WARN",
                n,
                "Técnico desactivado no se puede reasignar: " + dice.pick("who", n, PEOPLE) + ", orden "
                        + (88_000 + dice.below("order", n, 900)));
    }

    private String mistake(long second, long n) {
        return line(
                        "ERROR",
                        n,
                        "No se pudo importar la fila " + (2 + dice.below("row", n, 900)) + " de pagos_"
                                + dice.pick("city", n, CITIES).toLowerCase(Locale.ROOT) + ".xls")
                + "\njava.lang.NumberFormatException: For input string: \"1.204,50\""
                + "\n\tat java.base/java.lang.NumberFormatException.forInputString(NumberFormatException.java:67)"
                + "\n\tat java.base/java.math.BigDecimal.<init>(BigDecimal.java:642)"
                + "\n\tat co.checkop.imports.PagoParser.monto(PagoParser.java:88)"
                + "\n\tat co.checkop.imports.PagoParser.fila(PagoParser.java:51)"
                + "\n\tat co.checkop.imports.XlsImport.run(XlsImport.java:133)"
                + "\n\tat java.base/java.lang.Thread.run(Thread.java:840)";
    }

    private String line(String level, long n, String text) {
        return String.format("%-5s", level) + " [http-8080-" + (1 + dice.below("thread", n, 200)) + "] " + text;
    }

    /** Thousands apart, as people here write them. */
    private static String decimal(int n) {
        return n < 1000 ? String.valueOf(n) : n / 1000 + " " + String.format("%03d", n % 1000);
    }
}
