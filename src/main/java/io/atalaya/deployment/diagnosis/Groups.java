package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.topology.Flow;
import io.atalaya.deployment.topology.Permits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What security groups alone say, for whoever may not read the rest of the network: that they shut a door is certain without
 * routes and ACLs.
 */
final class Groups {
    private static final int NFS = 2049;

    private final Routes routes;
    private final Permits permits;

    Groups(Routes routes) {
        this.routes = routes;
        this.permits = new Permits(routes.index());
    }

    /** Whether all of these balancers may call the port; null where it is not decided. */
    @Nullable
    Boolean letIn(List<LoadBalancer> balancers, Instance instance, int port) {
        var flows = balancers.stream()
                .map(LoadBalancer::securityGroupIds)
                .map(from -> permits.admits(instance.securityGroupIds(), from, port))
                .toList();
        return flows.isEmpty() || flows.contains(Flow.UNKNOWN)
                ? null
                : flows.stream().allMatch(Flow.PASSES::equals);
    }

    /** By the mount target of its zone, as the name of a file system resolves; null where it is not decided. */
    @Nullable
    Boolean reaches(Instance instance, FileSystem files) {
        var flow = routes.index().mountTargets(files.id()).stream()
                .filter(each -> instance.zone().equals(each.zone()))
                .findFirst()
                .map(mount -> mount.ip() == null
                        ? Flow.UNKNOWN
                        : permits.check(instance, mount.securityGroupIds(), mount.ip(), NFS))
                .orElse(Flow.UNKNOWN);
        return flow == Flow.UNKNOWN ? null : Boolean.valueOf(flow == Flow.PASSES);
    }
}
