package io.atalaya.operate.act;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * route53:ChangeResourceRecordSets with one UPSERT: makes a record set, or replaces the one of the same name, type and set
 * identifier. Resolvers keep the old one until its time to live is over.
 *
 * @param record as it shall be; its name without the final dot
 */
public record UpsertRecord(RecordSet record) implements Operation {
    public UpsertRecord {
        record = RecordRules.checked(record);
    }

    @Override
    public ResourceRef on() {
        return record.ref();
    }

    @Override
    public AwsRequest request() {
        return Routing.change("UPSERT", record);
    }

    @Override
    public Settling settling() {
        return Watched.one(
                Parts.RECORD_SETS,
                Duration.ofMinutes(5),
                it -> it.id().equals(record.id()),
                (before, now) -> now != null && same(now) ? Progress.done("") : Progress.underWay(""));
    }

    private boolean same(RecordSet other) {
        return Objects.equals(other.ttlSeconds(), record.ttlSeconds())
                && new HashSet<>(other.values()).equals(new HashSet<>(record.values()))
                && sameAlias(other.alias(), record.alias())
                && other.routing().equals(record.routing())
                && Objects.equals(other.healthCheckId(), record.healthCheckId());
    }

    private static boolean sameAlias(@Nullable AliasTarget one, @Nullable AliasTarget other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.dnsName().equalsIgnoreCase(other.dnsName())
                && one.hostedZoneId().equals(other.hostedZoneId())
                && one.evaluatesHealth() == other.evaluatesHealth();
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        var listing = before.observed(Parts.RECORD_SETS).value();
        if (listing == null || !listing.complete()) {
            return Optional.empty();
        }
        var old = before.index().find(RecordSet.class, ResourceType.RECORD_SET, record.id());
        return Undo.by(() -> old.isPresent() ? new UpsertRecord(old.get()) : new DeleteRecord(record));
    }
}
