package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.sim.Dice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** People, subjects and times, as they stand in the logs. */
record Vocabulary(Dice dice) {
    private static final List<String> PEOPLE = List.of(
            "João Gonçalves",
            "Márcia Araújo",
            "Antônio Conceição",
            "Luíza Brandão",
            "Sebastião Leão",
            "Ângela Magalhães",
            "Estêvão Guimarães");
    private static final List<String> SUBJECTS = List.of(
            "Impressora não imprime",
            "Redefinição de senha",
            "Lentidão no sistema de RH",
            "Instalação de aplicativo homologado",
            "Sem acesso à VPN",
            "Solicitação de notebook",
            "Erro ao emitir nota fiscal");
    private static final List<String> TEAMS =
            List.of("Service Desk 1º nível", "Infraestrutura", "Sistemas Corporativos", "Redes e Segurança");
    private static final DateTimeFormatter SERVER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT).withZone(Usage.SAO_PAULO);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("HH:mm:ss,SSS", Locale.ROOT).withZone(Usage.SAO_PAULO);
    private static final DateTimeFormatter SYSLOG =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH).withZone(Usage.SAO_PAULO);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    String person(long n) {
        return dice.pick("person", n, PEOPLE);
    }

    String subject(long n) {
        return dice.pick("subject", n, SUBJECTS);
    }

    String team(long n) {
        return dice.pick("team", n, TEAMS);
    }

    /** The number of a request for service: the newer, the higher. */
    long ticket(long millis, long n) {
        return 184_000 + Math.floorDiv(millis, 240_000L) % 90_000 - dice.below("ticket", n, 400);
    }

    /** A number within bounds that depends on the event only. */
    int between(String what, long n, int from, int to) {
        return from + dice.below(what, n, to - from);
    }

    /** {@code 2026-11-22 10:15:32,123} in São Paulo. */
    static String server(long millis) {
        return SERVER.format(Instant.ofEpochMilli(millis));
    }

    /** {@code 10:15:32,123} in São Paulo, as JBoss 7 writes it. */
    static String shortTime(long millis) {
        return SHORT.format(Instant.ofEpochMilli(millis));
    }

    /** {@code Nov 22 10:15:32} in São Paulo. */
    static String syslog(long millis) {
        return SYSLOG.format(Instant.ofEpochMilli(millis));
    }

    /** {@code 2026-11-22T13:15:32.123} in UTC, without zone. */
    static String utc(long millis) {
        return ISO.withZone(ZoneOffset.UTC).format(Instant.ofEpochMilli(millis));
    }

    /** {@code 2026-11-22T10:15:32.123-03:00}. */
    static String local(long millis) {
        return ISO.withZone(Usage.SAO_PAULO).format(Instant.ofEpochMilli(millis)) + "-03:00";
    }

    /** {@code 2026-11-22 13:15:32 UTC}. */
    static String plain(long millis) {
        return PLAIN.format(Instant.ofEpochMilli(millis)) + " UTC";
    }
}
