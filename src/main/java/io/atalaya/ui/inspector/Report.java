package io.atalaya.ui.inspector;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.facts.Arns;
import io.atalaya.deployment.facts.CliText;
import io.atalaya.deployment.facts.ConsoleLinks;
import io.atalaya.deployment.facts.Fact;
import io.atalaya.deployment.facts.Facts;
import io.atalaya.deployment.facts.LogsFacts;
import io.atalaya.deployment.facts.Related;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the inspector shows of one resource at one moment.
 *
 * @param resource null when the newest answer no longer has it, or it was never read
 * @param condition null for what has no state
 * @param part the part the resource itself is in
 * @param known the references among its facts that can be followed
 */
record Report(
        ResourceRef ref,
        @Nullable Resource resource,
        @Nullable Condition condition,
        Part<?> part,
        List<Fact> facts,
        List<Neighbour> related,
        Set<ResourceRef> known,
        @Nullable String arn,
        @Nullable String command,
        @Nullable URI page) {

    /** A related resource with its state; null where it has none. */
    record Neighbour(Resource resource, @Nullable Condition condition, Part<?> part) {}

    static Report of(ResourceRef ref, Deployment deployment) {
        var index = deployment.index();
        var found = index.find(ref);
        if (found.isEmpty()) {
            return new Report(ref, null, null, part(ref.type()), List.of(), List.of(), Set.of(), null, null, null);
        }
        var resource = found.get();
        var related = Related.of(resource, index).stream()
                .map(each -> new Neighbour(each, Conditions.any(each, index).orElse(null), part(each.type())))
                .toList();
        var facts = new ArrayList<>(Facts.of(resource, index));
        facts.addAll(LogsFacts.of(resource, deployment));
        var known = new java.util.HashSet<ResourceRef>();
        for (var fact : facts) {
            if (fact.value() instanceof io.atalaya.deployment.facts.FactValue.Link link
                    && index.find(link.to()).isPresent()) {
                known.add(link.to());
            }
        }
        return new Report(
                ref,
                resource,
                condition(resource, index),
                part(ref.type()),
                List.copyOf(facts),
                related,
                known,
                Arns.of(resource, deployment).orElse(null),
                CliText.of(resource, deployment.region()),
                ConsoleLinks.of(resource, deployment));
    }

    /** For a machine that serves requests, what its balancers see of it counts where it is worse. */
    private static @Nullable Condition condition(Resource resource, DeploymentIndex index) {
        var own = Conditions.any(resource, index).orElse(null);
        if (own == null || !(resource instanceof Instance)) {
            return own;
        }
        var worst = own;
        for (var target : index.targetsOf(resource.id())) {
            var seen = Conditions.of(target);
            if (seen.state() != State.DEGRADED && seen.state().compareTo(worst.state()) > 0) {
                worst = seen;
            }
        }
        return worst;
    }

    static Part<?> part(ResourceType type) {
        return switch (type) {
            case INSTANCE -> Parts.INSTANCES;
            case IMAGE -> Parts.IMAGES;
            case VOLUME -> Parts.VOLUMES;
            case ELASTIC_IP -> Parts.ELASTIC_IPS;
            case VPC -> Parts.VPCS;
            case SUBNET -> Parts.SUBNETS;
            case SECURITY_GROUP -> Parts.SECURITY_GROUPS;
            case NETWORK_ACL -> Parts.NETWORK_ACLS;
            case VPN_CONNECTION -> Parts.VPN_CONNECTIONS;
            case VPN_GATEWAY -> Parts.VPN_GATEWAYS;
            case ROUTE_TABLE -> Parts.ROUTE_TABLES;
            case INTERNET_GATEWAY -> Parts.INTERNET_GATEWAYS;
            case NAT_GATEWAY -> Parts.NAT_GATEWAYS;
            case TRANSIT_GATEWAY -> Parts.TRANSIT_GATEWAYS;
            case TRANSIT_GATEWAY_ATTACHMENT -> Parts.TRANSIT_ATTACHMENTS;
            case TRANSIT_GATEWAY_ROUTE_TABLE -> Parts.TRANSIT_ROUTES;
            case PEERING_CONNECTION -> Parts.PEERINGS;
            case VPC_ENDPOINT -> Parts.VPC_ENDPOINTS;
            case PREFIX_LIST -> Parts.PREFIX_LISTS;
            case NETWORK_INTERFACE -> Parts.NETWORK_INTERFACES;
            case FLOW_LOG -> Parts.FLOW_LOGS;
            case LAUNCH_TEMPLATE -> Parts.LAUNCH_TEMPLATES;
            case SCALING_GROUP -> Parts.SCALING_GROUPS;
            case LOAD_BALANCER -> Parts.LOAD_BALANCERS;
            case LISTENER -> Parts.LISTENERS;
            case LISTENER_RULE -> Parts.LISTENER_RULES;
            case TARGET_GROUP -> Parts.TARGET_GROUPS;
            case DATABASE -> Parts.DATABASES;
            case DATABASE_SNAPSHOT -> Parts.DATABASE_SNAPSHOTS;
            case DATABASE_CLUSTER -> Parts.DATABASE_CLUSTERS;
            case FILE_SYSTEM -> Parts.FILE_SYSTEMS;
            case MOUNT_TARGET -> Parts.MOUNT_TARGETS;
            case HOSTED_ZONE -> Parts.HOSTED_ZONES;
            case RECORD_SET -> Parts.RECORD_SETS;
            case HEALTH_CHECK -> Parts.HEALTH_CHECKS;
            case ALARM -> Parts.ALARMS;
            case LOG_GROUP -> Parts.LOG_GROUPS;
        };
    }
}
