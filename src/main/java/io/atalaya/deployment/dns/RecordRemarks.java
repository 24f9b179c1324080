package io.atalaya.deployment.dns;

import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about one record. */
final class RecordRemarks {
    private final Addresses addresses;
    private final boolean checksKnown;

    /** @param checksKnown whether health checks were read to their end: only then one can be missing */
    RecordRemarks(Addresses addresses, boolean checksKnown) {
        this.addresses = addresses;
        this.checksKnown = checksKnown;
    }

    /** @return worst first */
    List<Remark> of(
            RecordSet record,
            Lead lead,
            List<Resource> leadsTo,
            @Nullable HealthCheck check,
            @Nullable FailoverPair pair) {
        var all = new ArrayList<Remark>();
        if (lead == Lead.DANGLING) {
            all.add(Remark.of(
                    Remark.Kind.DANGLING,
                    State.FAILED,
                    record.alias() == null
                            ? String.join(", ", record.values())
                            : record.alias().dnsName()));
        }
        check(record, check, all);
        if (pair != null) {
            pair(record, pair, all);
        }
        leadsTo.forEach(each -> place(record, each, all));
        if (record.recordType().equals("A")) {
            record.values().stream()
                    .filter(addresses::belongsToNobody)
                    .forEach(address -> all.add(Remark.of(Remark.Kind.ADDRESS_OF_NOBODY, State.DEGRADED, address)));
        }
        all.sort(Comparator.comparing(Remark::state).reversed().thenComparing(Remark::kind));
        return all;
    }

    private void check(RecordSet record, @Nullable HealthCheck check, List<Remark> all) {
        var id = record.healthCheckId();
        if (id != null && check == null && checksKnown) {
            all.add(Remark.of(Remark.Kind.CHECK_MISSING, State.DEGRADED, id));
        }
        if (check != null && check.disabled()) {
            var kind = check.inverted() ? Remark.Kind.CHECK_DISABLED_INVERTED : Remark.Kind.CHECK_DISABLED;
            all.add(Remark.of(kind, State.DEGRADED, check.name()));
        }
    }

    private static void pair(RecordSet record, FailoverPair pair, List<Remark> all) {
        if (Stream.of(pair.primary(), pair.secondary()).anyMatch(side -> side == null)) {
            all.add(Remark.of(Remark.Kind.PAIR_INCOMPLETE, State.DEGRADED, pair.name()));
        }
        var alias = record.alias();
        if (record.routing().equals(Failovers.PRIMARY)
                && record.healthCheckId() == null
                && (alias == null || !alias.evaluatesHealth())) {
            all.add(Remark.of(Remark.Kind.NEVER_FAILS_OVER, State.DEGRADED));
        }
    }

    private void place(RecordSet record, Resource to, List<Remark> all) {
        if (to instanceof ElasticIp address
                && address.associationId() == null
                && address.instanceId() == null
                && address.networkInterfaceId() == null) {
            all.add(Remark.of(Remark.Kind.ADDRESS_FREE, State.FAILED, address.publicIp()));
        }
        if (to instanceof Instance instance) {
            if (!instance.state().equals("running") && !instance.state().equals("pending")) {
                all.add(Remark.of(Remark.Kind.INSTANCE_NOT_RUNNING, State.FAILED, instance.name(), instance.state()));
            }
            var ip = instance.publicIp();
            if (ip != null && record.values().contains(ip) && addresses.isBorrowed(ip)) {
                all.add(Remark.of(Remark.Kind.ADDRESS_NOT_KEPT, State.DEGRADED, ip, instance.name()));
            }
        }
    }
}
