package io.atalaya.operate.preflight;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.EnableHealthCheck;
import java.util.List;
import java.util.Optional;

/** Route 53's health checks, by which it chooses among records. */
final class NameHealthRules {
    private final Known known;
    private final Findings found;

    NameHealthRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void disable(DisableHealthCheck act) {
        check(act.healthCheckId()).ifPresent(it -> {
            if (it.disabled()) {
                found.blocked("nothingToDo", it.name());
                return;
            }
            var names = names(it);
            if (!names.isEmpty() && Conditions.of(it).state() == State.FAILED && !it.inverted()) {
                // it counts as healthy from now on, whatever is behind it
                found.danger("trafficReturns", Names.some(names));
            } else if (!names.isEmpty()) {
                found.danger("noMoreFailover", Names.some(names));
            }
            found.caution("checkDisabled", it.name());
        });
    }

    void enable(EnableHealthCheck act) {
        check(act.healthCheckId()).ifPresent(it -> {
            if (!it.disabled()) {
                found.blocked("nothingToDo", it.name());
                return;
            }
            var names = names(it);
            if (!names.isEmpty()) {
                found.caution("checkDecides", Names.some(names));
            }
            found.note("checkEnabled", it.name());
        });
    }

    private List<String> names(HealthCheck check) {
        return known.items(Parts.RECORD_SETS).stream()
                .filter(it -> check.id().equals(it.healthCheckId()))
                .map(RecordSet::name)
                .toList();
    }

    private Optional<HealthCheck> check(String id) {
        return known.subject(HealthCheck.class, ResourceType.HEALTH_CHECK, id, Parts.HEALTH_CHECKS, found);
    }
}
