package io.atalaya.deployment.overview;

import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Lead;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.State;
import java.util.List;
import java.util.stream.Stream;

/** Names that lead nowhere, and health checks that fail. */
final class DnsRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        return Stream.concat(
                situation.items(Parts.RECORD_SETS).stream()
                        .filter(record -> situation.index().lead(record).kind() == Lead.DANGLING)
                        .map(DnsRule::dangling),
                situation.items(Parts.HEALTH_CHECKS).stream().flatMap(DnsRule::failing));
    }

    private static Finding dangling(RecordSet records) {
        return new Finding(
                FindingKind.DANGLING_ALIAS,
                Urgency.FAILED,
                records.ref(),
                Parts.RECORD_SETS,
                null,
                List.of(
                        records.name() + " " + records.recordType(),
                        records.alias() == null
                                ? String.join(", ", records.values())
                                : records.alias().dnsName()));
    }

    private static Stream<Finding> failing(HealthCheck check) {
        var state = Conditions.of(check).state();
        if (state != State.FAILED && state != State.DEGRADED) {
            return Stream.empty();
        }
        var healthy = check.checkers().stream().filter(CheckerResult::healthy).count();
        return Stream.of(new Finding(
                FindingKind.HEALTH_CHECK_FAILING,
                Urgency.of(state),
                check.ref(),
                Parts.HEALTH_CHECKS,
                null,
                List.of(check.name(), healthy, check.checkers().size())));
    }
}
