package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.Locale;

/** The {@code server.log} of citSMART: WildFly 12's pattern, or JBoss 7.1's, which leaves the day out. */
final class ServerVoice {
    private final Dice dice;
    private final Usage usage;
    private final Host host;
    private final Vocabulary words;

    ServerVoice(Dice dice, Usage usage, Host host) {
        this.dice = dice;
        this.usage = usage;
        this.host = host;
        this.words = new Vocabulary(dice);
    }

    Voice voice() {
        String id = host.id();
        return Says.timed(dice, "srv" + id, t -> work(t) * 0.09, this::request)
                .and(Says.timed(dice, "sla" + id, t -> work(t) * 0.012, this::workflow))
                .and(Says.timed(dice, "dbg" + id, t -> work(t) * 0.02, this::debug))
                .and(Says.timed(dice, "warn" + id, t -> work(t) * 0.0011, this::warning))
                .and(Says.timed(dice, "err" + id, t -> work(t) * 0.0004, this::mistake))
                .and(Says.timed(dice, "ver" + id, t -> usage.ran(host, t) && t % 300 == 7 ? 1 : 0, this::version))
                .and(Says.timed(dice, "srch" + id, this::searchesLost, this::searchElsewhere));
    }

    private double work(long t) {
        return usage.ran(host, t) ? usage.work(host, t) : 0;
    }

    /** Searches are tried in the host's own zone first. */
    private double searchesLost(long t) {
        boolean sameZone = host.zone().equals(CitsmartStory.SICK.zone());
        return sameZone && usage.story().isOut(CitsmartStory.SICK, t) ? Math.min(0.6, work(t) * 0.02) : 0;
    }

    private String request(long at, long n) {
        long ticket = words.ticket(at, n);
        return switch (dice.below("kind", n, 6)) {
            case 0 ->
                line(
                        at,
                        n,
                        "INFO",
                        "br.com.citsmart.requisicao.SolicitacaoService",
                        "Solicitação " + ticket + " registrada por " + words.person(n) + ": " + words.subject(n));
            case 1 ->
                line(
                        at,
                        n,
                        "INFO",
                        "br.com.citsmart.portal.PortalController",
                        "Catálogo de serviços carregado para " + words.person(n) + " em "
                                + words.between("ms", n, 40, 380) + " ms");
            case 2 ->
                line(
                        at,
                        n,
                        "INFO",
                        "br.com.citsmart.anexo.AnexoService",
                        "Anexo gravado no mongodb: " + words.between("kb", n, 20, 4_800) + " kB, solicitação "
                                + ticket);
            case 3 ->
                line(
                        at,
                        n,
                        "INFO",
                        "br.com.citsmart.seguranca.LoginService",
                        "Autenticação bem-sucedida no LDAP da matriz: " + login(n));
            default ->
                line(
                        at,
                        n,
                        "INFO",
                        "br.com.citsmart.requisicao.SolicitacaoService",
                        "Solicitação " + ticket + " encaminhada para " + words.team(n));
        };
    }

    private String workflow(long at, long n) {
        return line(
                at,
                n,
                "INFO",
                "br.com.citsmart.fluxo.MotorDeFluxo",
                "SLA recalculado: solicitação " + words.ticket(at, n) + " vence em " + words.between("h", n, 1, 48)
                        + " h; tarefa atribuída a " + words.person(n));
    }

    private String debug(long at, long n) {
        return line(
                at,
                n,
                "DEBUG",
                "org.hibernate.SQL",
                "select s.id, s.descricao, s.situacao from solicitacao_servico s where s.id_grupo_atual=? and s.situacao=?");
    }

    private String warning(long at, long n) {
        return dice.unit("w", n) < 0.5
                ? line(
                        at,
                        n,
                        "WARN",
                        "br.com.citsmart.email.LeitorDeEmails",
                        "Mensagem sem remetente conhecido ignorada; assunto: " + words.subject(n))
                : line(
                        at,
                        n,
                        "WARN",
                        "org.jboss.jca.core.connectionmanager.pool",
                        "Conexão com jdbc/citsmart demorou " + words.between("ms", n, 900, 4_000)
                                + " ms para ser obtida do pool");
    }

    private String mistake(long at, long n) {
        if (dice.unit("e", n) < 0.5) {
            return line(
                            at,
                            n,
                            "ERROR",
                            "br.com.citsmart.relatorio.RelatorioService",
                            "Não foi possível gerar o relatório de chamados por período")
                    + "\njava.lang.IllegalArgumentException: Data final anterior à data inicial: 31/02/2026"
                    + "\n\tat br.com.citsmart.relatorio.Periodo.validar(Periodo.java:47)"
                    + "\n\tat br.com.citsmart.relatorio.RelatorioService.gerar(RelatorioService.java:112)"
                    + frames();
        }
        return line(
                        at,
                        n,
                        "ERROR",
                        "br.com.citsmart.integracao.ConectorAtivos",
                        "Falha ao sincronizar o inventário com o servidor da matriz")
                + "\njava.net.SocketTimeoutException: Tempo limite esgotado: 172.20.4.18:8443"
                + "\n\tat java.net.PlainSocketImpl.socketConnect(Native Method)"
                + "\n\tat java.net.AbstractPlainSocketImpl.doConnect(AbstractPlainSocketImpl.java:350)"
                + "\n\tat br.com.citsmart.integracao.ConectorAtivos.abrir(ConectorAtivos.java:83)"
                + "\nCaused by: java.io.IOException: conexão recusada pelo servidor"
                + "\n\t... 12 more";
    }

    private String searchElsewhere(long at, long n) {
        String text = "citSOLR em " + CitsmartStory.SICK.privateIp() + ":8983 não respondeu em 3000 ms; busca de '"
                + words.subject(n) + "' enviada para " + Host.SERVICES_1C.privateIp();
        return dice.unit("trace", n) < 0.7
                ? line(at, n, "WARN", "br.com.citsmart.busca.BuscaService", text)
                : line(at, n, "ERROR", "br.com.citsmart.busca.BuscaService", text)
                        + "\norg.apache.solr.client.solrj.SolrServerException: Timeout occured while waiting response from"
                        + " server at: http://" + CitsmartStory.SICK.privateIp() + ":8983/solr/citsmart"
                        + "\n\tat org.apache.solr.client.solrj.impl.HttpSolrClient.executeMethod(HttpSolrClient.java:654)"
                        + "\n\tat br.com.citsmart.busca.BuscaService.pesquisar(BuscaService.java:141)"
                        + frames()
                        + "\nCaused by: java.net.SocketTimeoutException: Read timed out"
                        + "\n\tat java.net.SocketInputStream.socketRead0(Native Method)"
                        + "\n\t... 41 more";
    }

    private String version(long at, long n) {
        String java = host.modern() ? "1.8.0_275, WildFly Full 12.0.0.Final" : "1.7.0_261, JBoss AS 7.1.1.Final";
        return line(at, n, "INFO", "br.com.citsmart.monitor.Jvm", "Versão da JVM: " + java);
    }

    private String frames() {
        return host.modern()
                ? "\n\tat io.undertow.servlet.handlers.ServletHandler.handleRequest(ServletHandler.java:85)"
                        + "\n\tat io.undertow.server.Connectors.executeRootHandler(Connectors.java:326)"
                        + "\n\tat java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:624)"
                        + "\n\tat java.lang.Thread.run(Thread.java:748)"
                : "\n\tat org.apache.catalina.core.StandardWrapperValve.invoke(StandardWrapperValve.java:275)"
                        + "\n\tat org.apache.coyote.http11.Http11Processor.process(Http11Processor.java:877)"
                        + "\n\tat java.lang.Thread.run(Thread.java:745)";
    }

    private String line(long at, long n, String level, String category, String text) {
        int thread = 1 + dice.below("thread", n, 128);
        return host.modern()
                ? Vocabulary.server(at) + ' ' + String.format("%-5s", level) + " [" + category + "] (default task-"
                        + thread + ") " + text
                : Vocabulary.shortTime(at) + ' ' + String.format("%-5s", level) + " [" + category
                        + "] (http--0.0.0.0-8080-" + thread + ") " + text;
    }

    private String login(long n) {
        return words.person(n).toLowerCase(Locale.ROOT).replace(' ', '.');
    }
}
