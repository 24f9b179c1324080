package io.atalaya.noc.items;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.noc.catalogue.Glob;
import io.atalaya.noc.catalogue.PlaceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a deployment, and what CloudWatch calls them. */
final class Spots {
    private Spots() {}

    /** The part whose resources are places of this kind; null where they are none. */
    static @Nullable Part<? extends Resource> part(PlaceKind kind) {
        return switch (kind) {
            case INSTANCE -> Parts.INSTANCES;
            case LOAD_BALANCER -> Parts.LOAD_BALANCERS;
            case TARGET_GROUP -> Parts.TARGET_GROUPS;
            case DATABASE -> Parts.DATABASES;
            case FILE_SYSTEM -> Parts.FILE_SYSTEMS;
            case SITE, DEPLOYMENT -> null;
        };
    }

    /** Of instances only those that run: of one that is off nothing is to be heard. */
    static List<? extends Resource> resources(Deployment deployment, PlaceKind kind) {
        var part = part(kind);
        if (part == null) {
            return List.of();
        }
        return deployment.items(part).stream()
                .filter(each ->
                        !(each instanceof Instance instance) || instance.state().equals("running"))
                .toList();
    }

    static Place place(PlaceKind kind, Resource resource) {
        return new Place(kind, resource.ref(), name(resource), null);
    }

    /** Machines of a group have one name: their zone tells them apart, {@code AUTOChOp 1d}. */
    private static String name(Resource resource) {
        if (!(resource instanceof Instance instance) || instance.zone().isEmpty()) {
            return resource.name();
        }
        var zone = instance.zone().substring(instance.zone().lastIndexOf('-') + 1);
        return instance.name().endsWith(zone) ? instance.name() : instance.name() + " " + zone;
    }

    /** What its metrics of these namespaces have as dimensions; empty where it can have none there. */
    static Map<String, String> dimensions(Resource resource, Glob namespace) {
        return switch (resource) {
            case Instance instance -> Map.of("InstanceId", instance.id());
            case Database database -> Map.of("DBInstanceIdentifier", database.id());
            case FileSystem files -> Map.of("FileSystemId", files.id());
            case TargetGroup group -> of(group);
            case LoadBalancer balancer -> of(balancer, namespace);
            default -> Map.of();
        };
    }

    private static Map<String, String> of(TargetGroup group) {
        var dimensions = new HashMap<String, String>();
        dimensions.put("TargetGroup", "targetgroup/" + after(group.arn(), ":targetgroup/"));
        group.balancerArns().stream()
                .findFirst()
                .ifPresent(arn -> dimensions.put("LoadBalancer", after(arn, "loadbalancer/")));
        return dimensions;
    }

    private static Map<String, String> of(LoadBalancer balancer, Glob namespace) {
        var its =
                switch (balancer.balancerType()) {
                    case APPLICATION -> "AWS/ApplicationELB";
                    case NETWORK -> "AWS/NetworkELB";
                    case CLASSIC -> "AWS/ELB";
                    case GATEWAY -> "AWS/GatewayELB";
                };
        if (namespace.text().startsWith("AWS/") && !namespace.matches(its)) {
            return Map.of();
        }
        return balancer.balancerType() == LoadBalancerType.CLASSIC
                ? Map.of("LoadBalancerName", balancer.name())
                : Map.of("LoadBalancer", after(balancer.arn(), "loadbalancer/"));
    }

    private static String after(String arn, String mark) {
        var at = arn.indexOf(mark);
        return at < 0 ? arn : arn.substring(at + mark.length());
    }
}
