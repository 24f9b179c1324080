package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.List;

/** citGUACD, citTIKA and the host itself, which speaks Portuguese because its locale does. */
final class HostVoices {
    private final Dice dice;
    private final Usage usage;
    private final Host host;
    private final Vocabulary words;
    private final String id;

    HostVoices(Dice dice, Usage usage, Host host) {
        this.dice = dice;
        this.usage = usage;
        this.host = host;
        this.words = new Vocabulary(dice);
        this.id = host.id();
    }

    /** guacd's lines: program, process, level, message. */
    Voice guacd() {
        return Says.timed(dice, "guac" + id, t -> running(t) ? usage.work(host, t) * 0.004 : 0, this::session)
                .and(Says.timed(dice, "guacw" + id, t -> running(t) ? usage.work(host, t) * 0.0003 : 0, this::lost));
    }

    private String session(long at, long n) {
        String station = "estação " + dice.pick("dept", n, List.of("RH", "FIN", "TI", "JUR")) + '-'
                + words.between("st", n, 1_000, 4_000);
        return guac(n, "INFO")
                + (dice.unit("open", n) < 0.5
                        ? "Sessão remota rdp aberta por " + words.person(n) + ": " + station
                        : "Sessão remota encerrada após " + words.between("min", n, 2, 58) + " min: " + station);
    }

    private String lost(long at, long n) {
        return guac(n, dice.unit("sev", n) < 0.6 ? "WARNING" : "ERROR")
                + "Conexão rdp perdida: o servidor remoto não respondeu em 15 s (solicitação " + words.ticket(at, n)
                + ")";
    }

    private String guac(long n, String level) {
        return "guacd[" + words.between("pid", n, 7, 4_000) + "]: " + level + ":\t";
    }

    /** Tika server's log4j pattern. */
    Voice tika() {
        return Says.timed(dice, "tika" + id, t -> running(t) ? usage.work(host, t) * 0.008 : 0, this::extracted)
                .and(Says.timed(
                        dice, "tikaw" + id, t -> running(t) ? usage.work(host, t) * 0.0005 : 0, this::unreadable));
    }

    private String extracted(long at, long n) {
        return "INFO  " + Vocabulary.server(at)
                + " org.apache.tika.server.resource.TikaResource - OCR concluído: anexo_"
                + words.ticket(at, n) + ".pdf (application/pdf), " + words.between("pages", n, 1, 40) + " páginas em "
                + words.between("ms", n, 180, 5_200) + " ms";
    }

    private String unreadable(long at, long n) {
        return "WARN  " + Vocabulary.server(at)
                + " org.apache.tika.server.resource.TikaResource - Texto não extraído: anexo_" + words.ticket(at, n)
                + ".docx está protegido por senha"
                + "\norg.apache.tika.exception.EncryptedDocumentException: Unable to process: document is encrypted"
                + "\n\tat org.apache.tika.parser.microsoft.OfficeParser.parse(OfficeParser.java:183)"
                + "\n\tat org.apache.tika.server.resource.TikaResource.parse(TikaResource.java:371)";
    }

    /** {@code /var/log/messages}, with Docker's word when a container does not pass its health check. */
    Voice messages() {
        return Says.timed(dice, "sys" + id, t -> running(t) ? 0.35 : 0, this::ordinary)
                .and(Says.timed(
                        dice,
                        "dockerd" + id,
                        t -> running(t) && usage.story().isOut(host, t) ? 0.06 : 0,
                        (at, n) -> line(at)
                                + "dockerd: level=warning msg=\"Verificação de saúde falhou\" container=citSOLR erro=\"tempo"
                                + " limite de 5s esgotado\" tentativas=" + words.between("try", n, 3, 40)))
                .and((second, mouth) -> {
                    if (usage.story().restarts(host, second) > usage.story().restarts(host, second - 1)) {
                        mouth.say(
                                204,
                                line(second * 1_000 + 204)
                                        + "dockerd: level=info msg=\"Contêiner reiniciado\" container=citSOLR motivo=\"pedido"
                                        + " do NOC\"");
                    }
                });
    }

    private String ordinary(long at, long n) {
        return line(at)
                + switch (dice.below("sys", n, 6)) {
                    case 0 -> "systemd: Iniciada Sessão " + words.between("s", n, 4_000, 9_000) + " do usuário root.";
                    case 1 ->
                        "CROND[" + words.between("pid", n, 2_000, 30_000)
                                + "]: (citsmart) CMD (/opt/citsmart/bin/limpar-temporarios)";
                    case 2 -> "chronyd[2711]: Fonte selecionada: 169.254.169.123";
                    case 3 ->
                        "sshd[" + words.between("pid", n, 2_000, 30_000) + "]: Senha aceita para noc, de 172.20.4.7";
                    case 4 ->
                        "dockerd: level=info msg=\"Verificação de saúde concluída\" container="
                                + host.role()
                                        .containers()
                                        .get(dice.below("container", n, 3))
                                        .word();
                    default ->
                        "amazon-cloudwatch-agent: I! [outputs.cloudwatchlogs] lote enviado com "
                                + words.between("batch", n, 10, 99) + " eventos";
                };
    }

    private String line(long at) {
        return Vocabulary.syslog(at) + " ip-" + host.privateIp().replace('.', '-') + ' ';
    }

    private boolean running(long t) {
        return usage.ran(host, t);
    }
}
