package io.atalaya.deployment.facts;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import java.util.List;

/**
 * In the logs of which machines that fail their health checks complaints are looked for. {@code logs:FilterLogEvents} has a small
 * quota, so of many that fail some are asked, those of the first targets.
 *
 * @param looked the machines whose logs are asked
 * @param failing how many machines fail
 */
public record ComplaintLook(List<Instance> looked, int failing) {
    /** Machines that are asked. */
    public static final int MOST_MACHINES = 20;

    /** Log groups of a machine that are asked. */
    public static final int MOST_GROUPS = 2;

    public ComplaintLook {
        looked = List.copyOf(looked);
    }

    public static ComplaintLook of(Deployment deployment) {
        var failing = deployment.items(Parts.TARGETS).stream()
                .filter(target -> Conditions.of(target).state() == State.FAILED)
                .map(target -> target.targetId())
                .distinct()
                .flatMap(id -> deployment.index().find(Instance.class, ResourceType.INSTANCE, id).stream())
                .toList();
        return new ComplaintLook(failing.stream().limit(MOST_MACHINES).toList(), failing.size());
    }

    /** Whether the log of this machine is asked. */
    public boolean at(String instanceId) {
        return looked.stream().anyMatch(each -> each.id().equals(instanceId));
    }
}
