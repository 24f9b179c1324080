package io.atalaya.ui.topology;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.topology.Layout;
import io.atalaya.deployment.topology.Node;
import io.atalaya.deployment.topology.Placement;
import io.atalaya.deployment.topology.Topology;
import io.atalaya.deployment.topology.ViewOptions;
import io.atalaya.ui.common.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the plane shows of one snapshot, made off the screen's thread.
 *
 * @param matches keys of the cards the filter finds; null where there is no filter
 * @param resources how many resources were read, of all kinds
 */
record Picture(
        Deployment deployment,
        Topology topology,
        Placement placement,
        ViewOptions options,
        @Nullable Set<String> matches,
        int resources,
        int vpcs,
        int zones) {
    /** What the topology is made of; asked for while the view is on screen. */
    static final List<Part<?>> PARTS = List.of(
            Parts.HOSTED_ZONES,
            Parts.RECORD_SETS,
            Parts.HEALTH_CHECKS,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.LISTENER_RULES,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.INSTANCES,
            Parts.INSTANCE_CHECKS,
            Parts.SCALING_GROUPS,
            Parts.DATABASES,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS,
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.SECURITY_GROUPS);

    /** All parts that anything on the picture tells of: those above, and whatever else is counted as a resource. */
    static final List<Part<?>> SHOWN = Parts.all().stream()
            .filter(part -> PARTS.contains(part) || Resource.class.isAssignableFrom(part.itemType()))
            .toList();

    /** @param previous the placement on screen, where it was made with the same filter */
    static Picture of(Deployment deployment, ViewOptions options, String filter, @Nullable Placement previous) {
        var index = deployment.index();
        var topology = Topology.of(index);
        var resources = 0;
        for (var part : Parts.all()) {
            if (Resource.class.isAssignableFrom(part.itemType())) {
                resources += deployment.items(part).size();
            }
        }
        var zones = topology.nodes().stream()
                .map(node -> node.place().zone())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        var vpcs = topology.nodes().stream()
                .map(node -> node.place().vpcId())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        return new Picture(
                deployment,
                topology,
                Layout.place(topology, options, previous),
                options,
                filter.isBlank() ? null : matches(topology, index, filter),
                resources,
                (int) vpcs,
                (int) zones);
    }

    private static Set<String> matches(Topology topology, DeploymentIndex index, String filter) {
        var found = new HashSet<String>();
        for (var node : topology.nodes()) {
            if (Words.admits(filter, text(node, index))) {
                found.add(node.key());
            }
        }
        return found;
    }

    private static String text(Node node, DeploymentIndex index) {
        var text = new StringBuilder(node.title())
                .append(' ')
                .append(node.condition().word());
        node.lines()
                .forEach(
                        line -> text.append(' ').append(line.left()).append(' ').append(line.right()));
        node.rows().forEach(row -> text.append(' ').append(row.text()));
        if (node.ref() != null) {
            text.append(' ').append(node.ref().id());
            index.find(node.ref()).ifPresent(resource -> resource.tags()
                    .forEach((key, value) ->
                            text.append(' ').append(key).append('=').append(value)));
        }
        return text.toString();
    }
}
