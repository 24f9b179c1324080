package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.dns.Names;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/**
 * What Route 53 itself answers for the names that matter most, a call for each. Route 53 allows five calls a second for a whole
 * account, so there is an end to them.
 */
final class DnsAnswersReader implements Reader<DnsAnswer> {
    /** A third of a call a second. */
    private static final int MOST = 20;

    private final Clients clients;
    private final FanOut fanOut;

    DnsAnswersReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<DnsAnswer> source() {
        return new Source<>(
                Parts.DNS_ANSWERS,
                Set.of("route53:TestDNSAnswer"),
                Cadence.MINUTE,
                Set.of(Parts.RECORD_SETS),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<DnsAnswer>> page) throws Exception {
        var names = Names.worthAsking(known, MOST);
        var gathered = new Gathered<Names.Name, DnsAnswer>(page);
        fanOut.ask(names, this::answer, gathered);
        gathered.finish(
                known.items(Parts.DNS_ANSWERS),
                each -> new Names.Name(each.hostedZoneId(), each.name(), each.recordType()));
    }

    private List<DnsAnswer> answer(Names.Name name) {
        try {
            var answer = clients.route53().testDNSAnswer(r -> r.hostedZoneId(name.hostedZoneId())
                    .recordName(name.name())
                    .recordType(name.recordType()));
            return List.of(new DnsAnswer(
                    name.hostedZoneId(),
                    name.name(),
                    name.recordType(),
                    Absent.text(answer.responseCode()),
                    DnsNames.readable(answer.nameserver()),
                    answer.recordData().stream().map(DnsNames::readable).toList()));
        } catch (NoSuchHostedZoneException deletedMeanwhile) {
            return List.of();
        }
    }
}
