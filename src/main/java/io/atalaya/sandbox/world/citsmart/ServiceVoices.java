package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.kit.Says;
import io.atalaya.sandbox.world.logs.Voice;
import io.atalaya.sandbox.world.sim.Dice;
import java.util.List;

/** The containers of the service hosts in the formats of their software: citSOLR, mongodb, citACTIVEMQ. */
final class ServiceVoices {
    private final Dice dice;
    private final Usage usage;
    private final Host host;
    private final Vocabulary words;
    private final String id;

    ServiceVoices(Dice dice, Usage usage, Host host) {
        this.dice = dice;
        this.usage = usage;
        this.host = host;
        this.words = new Vocabulary(dice);
        this.id = host.id();
    }

    /** Solr's log4j pattern. While the heap fills it says so; when it is full it says nothing but that. */
    Voice solr() {
        return Says.timed(dice, "solr" + id, t -> answering(t) ? 0.1 + usage.searches(host, t) * 0.25 : 0, this::search)
                .and(Says.timed(dice, "index" + id, t -> answering(t) ? 0.08 : 0, this::indexed))
                .and(Says.timed(
                        dice,
                        "heap" + id,
                        t -> answering(t) && usage.story().pressure(host, t) > 0.3 ? 0.2 : 0,
                        this::slow))
                .and(Says.timed(dice, "oom" + id, t -> usage.story().isOut(host, t) ? 0.05 : 0, this::outOfMemory));
    }

    private String search(long at, long n) {
        return solrLine(at, n, "INFO")
                + "o.a.s.c.S.Request [citsmart] webapp=/solr path=/select params={q=descricao:\"" + words.subject(n)
                + "\"&fq=situacao:EmAndamento&wt=json} hits=" + words.between("hits", n, 0, 900) + " status=0 QTime="
                + words.between("q", n, 3, 70);
    }

    private String indexed(long at, long n) {
        return solrLine(at, n, "INFO")
                + "o.a.s.u.p.LogUpdateProcessorFactory [citsmart] webapp=/solr path=/update params={commitWithin=5000}{add=[solicitacao-"
                + words.ticket(at, n) + " (Solicitação de " + words.person(n) + ")]} 0 " + words.between("u", n, 2, 40);
    }

    private String slow(long at, long n) {
        double pressure = usage.story().pressure(host, Math.floorDiv(at, 1_000L));
        return solrLine(at, n, "WARN")
                + "o.a.s.h.a.ReindexacaoHandler [citsmart] Reindexação completa em andamento: "
                + Math.round(2_300_000 * pressure) + " documentos; heap em " + Math.round(55 + 44 * pressure) + " %";
    }

    private String outOfMemory(long at, long n) {
        return solrLine(at, n, "ERROR")
                + "o.a.s.s.HttpSolrCall [citsmart] null:java.lang.RuntimeException: java.lang.OutOfMemoryError: Java heap"
                + " space"
                + "\n\tat org.apache.solr.servlet.HttpSolrCall.sendError(HttpSolrCall.java:618)"
                + "\n\tat org.apache.solr.servlet.SolrDispatchFilter.doFilter(SolrDispatchFilter.java:250)"
                + "\n\tat org.eclipse.jetty.server.Server.handle(Server.java:518)"
                + "\nCaused by: java.lang.OutOfMemoryError: Java heap space"
                + "\n\tat org.apache.lucene.util.FixedBitSet.<init>(FixedBitSet.java:115)"
                + "\n\tat org.apache.solr.search.DocSetCollector.collect(DocSetCollector.java:67)";
    }

    private String solrLine(long at, long n, String level) {
        return Vocabulary.utc(at).replace('T', ' ') + ' ' + String.format("%-5s", level) + " (qtp1450821318-"
                + words.between("qtp", n, 14, 60) + ") [   x:citsmart] ";
    }

    /** MongoDB's own JSON, one object a line; severities are letters. */
    Voice mongodb() {
        return Says.timed(dice, "mongo" + id, t -> running(t) ? 0.15 + usage.requests(t) * 0.006 : 0, this::document)
                .and(Says.timed(
                        dice, "mslow" + id, t -> running(t) ? usage.requests(t) * 0.0009 : 0, this::slowDocument))
                .and(Says.timed(dice, "melec" + id, t -> running(t) ? 0.0009 : 0, this::replicaWarning));
    }

    private String document(long at, long n) {
        return mongoLine(at, "I", "NETWORK", 22_943, "listener", "Connection accepted")
                + "\"remote\":\"10.64." + (10 + dice.below("zone", n, 3)) + ".21:"
                + words.between("port", n, 32_768, 60_000)
                + "\",\"connectionCount\":" + words.between("count", n, 40, 120)
                + ",\"appName\":\"citSMART – anexos de solicitações\"}}";
    }

    private String slowDocument(long at, long n) {
        return mongoLine(at, "I", "COMMAND", 51_803, "conn" + words.between("conn", n, 4_000, 9_000), "Slow query")
                + "\"type\":\"command\",\"ns\":\"citsmart.anexos\",\"appName\":\"citSMART – anexos de solicitações\","
                + "\"command\":{\"find\":\"anexos\",\"filter\":{\"solicitacao\":" + words.ticket(at, n)
                + ",\"situação\":\"publicado\"},\"comment\":\"" + words.subject(n)
                + "\"},\"planSummary\":\"COLLSCAN\",\"durationMillis\":" + words.between("took", n, 101, 1_900) + "}}";
    }

    private String replicaWarning(long at, long n) {
        return mongoLine(at, "W", "REPL", 21_764, "ReplCoord-" + words.between("coord", n, 0, 9), "Réplica atrasada")
                + "\"replicaSet\":\"rs-citsmart\",\"atrasoSegundos\":" + words.between("lag", n, 2, 9) + "}}";
    }

    private static String mongoLine(
            long at, String severity, String component, int number, String context, String text) {
        return "{\"t\":{\"$date\":\"" + Vocabulary.local(at) + "\"},\"s\":\"" + severity + "\",\"c\":\"" + component
                + "\",\"id\":" + number + ",\"ctx\":\"" + context + "\",\"msg\":\"" + text + "\",\"attr\":{";
    }

    /** ActiveMQ's pattern: time, level in its column, message, logger, thread. */
    Voice activeMq() {
        return Says.timed(dice, "amq" + id, t -> running(t) ? 0.05 + usage.requests(t) * 0.004 : 0, this::message)
                .and(Says.timed(
                        dice, "amqw" + id, t -> running(t) ? usage.requests(t) * 0.00012 : 0, this::deadLetter));
    }

    private String message(long at, long n) {
        String queue = dice.pick("queue", n, List.of("notificacoes.email", "fluxo.tarefas", "integracao.ativos"));
        return mqLine(at, "INFO")
                + "Fila " + queue + ": mensagem entregue ao consumidor citSMART-" + host.shortZone() + "-"
                + words.between("consumer", n, 1, 12) + " (" + words.subject(n) + ") | br.com.citsmart.fila.Monitor | "
                + thread(n);
    }

    private String deadLetter(long at, long n) {
        return mqLine(at, "WARN")
                + "Mensagem movida para ActiveMQ.DLQ após 6 tentativas: notificação da solicitação "
                + words.ticket(at, n)
                + " | org.apache.activemq.broker.region.RegionBroker | " + thread(n);
    }

    private static String mqLine(long at, String level) {
        return Vocabulary.server(at) + " | " + String.format("%-5s", level) + " | ";
    }

    private String thread(long n) {
        return "ActiveMQ Transport: tcp:///10.64.10.21:" + words.between("port", n, 40_000, 60_000) + "@61616";
    }

    private boolean running(long t) {
        return usage.ran(host, t);
    }

    private boolean answering(long t) {
        return running(t) && !usage.story().isOut(host, t);
    }
}
