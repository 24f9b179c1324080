package io.atalaya.deployment.dns;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.DnsAnswer;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.NameSeen;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record set with what it leads to and what is answered for it.
 *
 * @param zone null where the zones were read before it was made
 * @param leadsTo resources of this deployment
 * @param check null where it has none, or it was not read
 * @param pair the failover pair it belongs to; null for none
 * @param said what Route 53 answers for the name; null where it was not asked
 * @param seen what is answered here for the name; null where it was not asked
 * @param remarks worst first
 */
public record RecordFacts(
        RecordSet record,
        @Nullable HostedZone zone,
        Lead lead,
        List<Resource> leadsTo,
        @Nullable HealthCheck check,
        @Nullable FailoverPair pair,
        @Nullable DnsAnswer said,
        @Nullable NameSeen seen,
        Agreement agreement,
        List<Remark> remarks) {
    public RecordFacts {
        leadsTo = List.copyOf(leadsTo);
        remarks = List.copyOf(remarks);
    }

    /** By where it leads and its health check; a remark makes it worse, never better. */
    public Condition condition() {
        var own = Conditions.of(record, lead, check);
        var worst = remarks.stream()
                .filter(remark -> remark.state() == State.FAILED || remark.state() == State.DEGRADED)
                .map(Remark::state)
                .max(State::compareTo)
                .orElse(State.HEALTHY);
        return worst.compareTo(own.state()) > 0 ? new Condition(worst, own.word(), own.detail()) : own;
    }
}
