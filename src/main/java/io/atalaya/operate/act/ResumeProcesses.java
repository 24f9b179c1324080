package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.List;
import java.util.Optional;

/** autoscaling:ResumeProcesses: what was put off meanwhile happens at once. */
public record ResumeProcesses(String groupName, List<String> processes) implements Operation {
    public ResumeProcesses {
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
        return Groups.request("ResumeProcesses", groupName).with("ScalingProcesses", processes);
    }

    @Override
    public Settling settling() {
        return Groups.until(groupName, it -> it.suspendedProcesses().stream().noneMatch(processes::contains));
    }

    /** Of those that were suspended. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return Groups.suspended(groupName, before).flatMap(were -> {
            var changed = processes.stream().filter(were::contains).toList();
            return Undo.by(() -> new SuspendProcesses(groupName, changed));
        });
    }
}
