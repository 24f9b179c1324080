package io.atalaya.operate.preflight;

import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.ModifyLogRetention;
import java.util.Objects;

/** How long logs are kept. */
final class LogRules {
    private LogRules() {}

    static void retention(ModifyLogRetention act, Known known, Findings found) {
        known.subject(LogGroup.class, ResourceType.LOG_GROUP, act.logGroup(), Parts.LOG_GROUPS, found)
                .ifPresent(it -> {
                    var before = it.retentionDays();
                    var after = act.days();
                    if (Objects.equals(before, after)) {
                        found.blocked("nothingToDo", it.name());
                    } else if (after == null) {
                        found.note("logsForEver", it.name());
                    } else if (before == null || after < before) {
                        found.lost("logsDeleted", it.name(), after);
                    } else {
                        found.note("logsLonger", it.name(), before, after);
                    }
                });
    }
}
