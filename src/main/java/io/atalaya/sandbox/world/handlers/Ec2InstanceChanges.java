package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceState;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RebootInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

/** Starting, stopping, rebooting and terminating: all of the ids or none. */
final class Ec2InstanceChanges {
    private Ec2InstanceChanges() {}

    static void register(Operations ec2) {
        ec2.on("StartInstances", StartInstancesRequest.class, StartInstancesResponse.class, Ec2InstanceChanges::start)
                .on("StopInstances", StopInstancesRequest.class, StopInstancesResponse.class, Ec2InstanceChanges::stop)
                .on(
                        "RebootInstances",
                        RebootInstancesRequest.class,
                        RebootInstancesResponse.class,
                        Ec2InstanceChanges::reboot)
                .on(
                        "TerminateInstances",
                        TerminateInstancesRequest.class,
                        TerminateInstancesResponse.class,
                        Ec2InstanceChanges::terminate);
    }

    private static StartInstancesResponse start(World world, StartInstancesRequest request, Call call) {
        require(
                world,
                request.instanceIds(),
                "started",
                Set.of(InstanceStateName.STOPPED, InstanceStateName.RUNNING, InstanceStateName.PENDING));
        refuseDryRun(request.dryRun());
        return StartInstancesResponse.builder()
                .startingInstances(changes(world, request.instanceIds(), world.instances()::start))
                .build();
    }

    private static StopInstancesResponse stop(World world, StopInstancesRequest request, Call call) {
        require(
                world,
                request.instanceIds(),
                "stopped",
                Set.of(
                        InstanceStateName.STOPPED,
                        InstanceStateName.STOPPING,
                        InstanceStateName.RUNNING,
                        InstanceStateName.PENDING));
        refuseDryRun(request.dryRun());
        return StopInstancesResponse.builder()
                .stoppingInstances(changes(world, request.instanceIds(), world.instances()::stop))
                .build();
    }

    private static RebootInstancesResponse reboot(World world, RebootInstancesRequest request, Call call) {
        require(world, request.instanceIds(), "rebooted", Set.of(InstanceStateName.RUNNING));
        refuseDryRun(request.dryRun());
        request.instanceIds().forEach(world.instances()::reboot);
        return RebootInstancesResponse.builder().build();
    }

    private static TerminateInstancesResponse terminate(World world, TerminateInstancesRequest request, Call call) {
        require(world, request.instanceIds(), "terminated", InstanceStateName.knownValues());
        refuseDryRun(request.dryRun());
        return TerminateInstancesResponse.builder()
                .terminatingInstances(changes(world, request.instanceIds(), id -> world.instances()
                        .terminate(id, "Client.UserInitiatedShutdown")))
                .build();
    }

    private static void require(World world, List<String> ids, String verb, Collection<InstanceStateName> allowed) {
        if (ids.isEmpty()) {
            throw new WireFault(400, "MissingParameter", "The request must contain the parameter InstanceId");
        }
        for (Instance i : Ec2Instances.QUERY
                .page(world.compute().instances().all(), ids, List.of(), null, null)
                .items()) {
            if (!allowed.contains(i.state().name())) {
                throw new WireFault(
                        400,
                        "IncorrectInstanceState",
                        "The instance '" + i.instanceId() + "' is not in a state from which it can be " + verb + ".");
            }
        }
    }

    /** A dry run of what would work is an error too: this is how EC2 says yes. */
    static void refuseDryRun(Boolean dryRun) {
        if (Boolean.TRUE.equals(dryRun)) {
            throw new WireFault(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
    }

    private static List<InstanceStateChange> changes(World world, List<String> ids, Consumer<String> change) {
        Map<String, InstanceState> before = new LinkedHashMap<>();
        ids.forEach(id -> before.put(id, world.compute().instances().get(id).state()));
        before.keySet().forEach(change);
        return before.entrySet().stream()
                .map(e -> InstanceStateChange.builder()
                        .instanceId(e.getKey())
                        .previousState(e.getValue())
                        .currentState(
                                world.compute().instances().get(e.getKey()).state())
                        .build())
                .toList();
    }
}
