package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.List;

/** What stands at both ends of the hosts: the balancer's access log in its own format, and PostgreSQL with lc_messages pt_BR. */
final class EdgeVoices {
    private static final List<String> PAGES = List.of(
            "/citsmart/pages/solicitacaoServico/abrir.load",
            "/citsmart/pages/gerenciamentoServicos/fila.load?grupo=service-desk",
            "/citsmart/portal/catalogo-de-servicos",
            "/citsmart/pages/relatorioChamados/gerar.load",
            "/citsmart/pages/baseConhecimento/pesquisar.load?texto=senha",
            "/citsmart/recursos/estilo.css",
            "/citsmart/login");
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
            "CITSmartMobile/7.4 (Android 14; pt-BR)");

    private final Dice dice;
    private final Usage usage;
    private final Vocabulary words;

    EdgeVoices(Dice dice, Usage usage) {
        this.dice = dice;
        this.usage = usage;
        this.words = new Vocabulary(dice);
    }

    /** A sample of citsmart-elb's access log, which goes to S3 and from there to a log group. */
    Voice access() {
        return Says.timed(dice, "access", t -> usage.requests(t) * 0.06, this::access)
                .and(Says.timed(
                        dice,
                        "access504",
                        t -> usage.story().isOut(CitsmartStory.SICK, t) ? 0.02 : 0,
                        (at, n) -> entry(
                                at,
                                n,
                                CitsmartStory.SICK.privateIp() + ":8983",
                                504,
                                "/solr/citsmart/select?q=descri%C3%A7%C3%A3o:impressora",
                                CitsmartIds.SOLR)));
    }

    private String access(long at, long n) {
        Host host = dice.pick("host", n, Host.APPS);
        double u = dice.unit("status", n);
        int status = u < 0.93 ? 200 : u < 0.97 ? 304 : u < 0.988 ? 302 : u < 0.9993 ? 404 : 500;
        return entry(at, n, host.privateIp() + ":8080", status, dice.pick("page", n, PAGES), CitsmartIds.WEB);
    }

    private String entry(long at, long n, String target, int status, String path, String group) {
        boolean timedOut = status == 504;
        String took = timedOut ? "120.001" : "0." + String.format("%03d", words.between("took", n, 12, 480));
        return "h2 " + Vocabulary.utc(at) + String.format("%03dZ ", dice.below("us", n, 1_000)) + CitsmartIds.ELB_SUFFIX
                + " 203.0.113." + words.between("client", n, 20, 240) + ':' + words.between("port", n, 20_000, 60_000)
                + ' ' + target + " 0.000 " + took + ' ' + (timedOut ? "-1" : "0.000") + ' ' + status + ' '
                + (timedOut ? "-" : String.valueOf(status)) + ' ' + words.between("in", n, 90, 1_400) + ' '
                + words.between("out", n, 300, 64_000) + " \"GET https://" + CitsmartIds.SITE + ":443" + path
                + " HTTP/2.0\" \"" + dice.pick("agent", n, AGENTS)
                + "\" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 " + group + " \"Root=1-" + dice.hex("trace", n, 8) + '-'
                + dice.hex("trace2", n, 24) + "\" \"" + CitsmartIds.SITE + "\" \"session-reused\"";
    }

    /** PostgreSQL's log with RDS's prefix: time, client, user and database, process, severity. */
    Voice postgres() {
        return Says.timed(dice, "pgslow", t -> usage.requests(t) * 0.0016, this::slow)
                .and(Says.timed(dice, "pgconn", t -> 0.03, this::connection))
                .and(Says.timed(dice, "pgerr", t -> usage.requests(t) * 0.00018, this::error))
                .and(Says.timed(dice, "pgckpt", t -> t % 300 == 41 ? 1 : 0, this::checkpoint))
                .and(Says.timed(dice, "pgwarn", t -> 0.0008, this::warning));
    }

    private String slow(long at, long n) {
        return pg(at, n, "LOG")
                + "duração: " + words.between("q", n, 1_001, 8_000) + '.'
                + String.format("%03d", dice.below("us", n, 1_000))
                + " ms  executar <unnamed>: SELECT s.id, s.descricao, u.nome FROM solicitacao_servico s JOIN usuario u ON"
                + " u.id = s.id_solicitante WHERE s.situacao = 'EmAndamento' ORDER BY s.data_limite";
    }

    private String connection(long at, long n) {
        return pg(at, n, "LOG") + "conexão autorizada: usuário=citsmart banco de dados=citsmart SSL habilitado";
    }

    private String error(long at, long n) {
        return pg(at, n, "ERRO")
                + "duplicar valor da chave viola a restrição de unicidade \"uk_solicitacao_protocolo\"\n"
                + pg(at, n, "DETALHE")
                + "Chave (protocolo)=(" + words.ticket(at, n) + ") já existe.";
    }

    private String checkpoint(long at, long n) {
        return Vocabulary.plain(at) + "::@:[401]:LOG:  ponto de controle completo: escreveu "
                + words.between("buffers", n, 200, 9_000) + " buffers (" + dice.below("pct", n, 9)
                + ".4%); sincronização=0.009 s, total=269.941 s";
    }

    private String warning(long at, long n) {
        return pg(at, n, "AVISO") + "há uma transação em andamento";
    }

    private String pg(long at, long n, String severity) {
        return Vocabulary.plain(at) + ':' + dice.pick("host", n, Host.APPS).privateIp() + '('
                + words.between("port", n, 32_768, 60_000) + "):citsmart@citsmart:["
                + words.between("pid", n, 9_000, 30_000)
                + "]:" + severity + ":  ";
    }
}
