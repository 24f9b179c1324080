package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/** autoscaling:SuspendProcesses: a group no longer launches, replaces, ... by itself until they are resumed. */
public record SuspendProcesses(String groupName, List<String> processes) implements Operation {
    public SuspendProcesses {
        processes = List.copyOf(processes);
        Input.name(groupName);
        Groups.processes(processes);
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        return Groups.request("SuspendProcesses", groupName).with("ScalingProcesses", processes);
    }

    @Override
    public Settling settling() {
        return Groups.until(groupName, it -> it.suspendedProcesses().containsAll(processes));
    }

    /** Of those that were not suspended already. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return Groups.suspended(groupName, before).flatMap(were -> {
            var changed = processes.stream().filter(it -> !were.contains(it)).toList();
            return Undo.by(() -> new ResumeProcesses(groupName, changed));
        });
    }
}
