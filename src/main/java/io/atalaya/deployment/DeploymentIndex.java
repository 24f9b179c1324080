package io.atalaya.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups over one snapshot, made once and shared by everything that draws it. One pass over the parts; no look-up walks a
 * list. Lists keep the order in which AWS sent them.
 */
public final class DeploymentIndex {
    private final Deployment deployment;
    private final Map<ResourceRef, Resource> byRef = new HashMap<>();
    private final Map<String, InstanceCheck> checks = new HashMap<>();
    private final Map<String, InstanceType> types = new HashMap<>();
    private final Map<String, Certificate> certificates = new HashMap<>();
    private final Map<String, TargetGroupAttributes> groupAttributes = new HashMap<>();
    private final Map<String, List<Target>> targetsByGroup;
    private final Map<String, List<Target>> targetsById;
    private final Map<String, List<Listener>> listenersByBalancer;
    private final Map<String, List<ListenerRule>> rulesByListener;
    private final Map<String, List<MountTarget>> mountsByFileSystem;
    private final Map<String, List<RecordSet>> recordsByZone;
    private final Map<String, List<ElasticIp>> addressesByInstance;
    private final Map<String, ScalingGroup> scalingGroupByInstance = new HashMap<>();
    private final Map<String, ScalingMember> memberByInstance = new HashMap<>();
    private final Map<String, ResourceRef> byArnTail = new HashMap<>();
    private final Leads leads;

    public DeploymentIndex(Deployment deployment) {
        this.deployment = deployment;
        for (var part : Parts.all()) {
            if (Resource.class.isAssignableFrom(part.itemType())) {
                for (var item : deployment.items(part)) {
                    var resource = (Resource) item;
                    byRef.put(resource.ref(), resource);
                }
            }
        }
        deployment.items(Parts.INSTANCE_CHECKS).forEach(each -> checks.put(each.instanceId(), each));
        deployment.items(Parts.INSTANCE_TYPES).forEach(each -> types.put(each.name(), each));
        deployment.items(Parts.CERTIFICATES).forEach(each -> certificates.put(each.arn(), each));
        deployment
                .items(Parts.TARGET_GROUP_ATTRIBUTES)
                .forEach(each -> groupAttributes.put(each.targetGroupArn(), each));
        targetsByGroup = group(deployment.items(Parts.TARGETS), Target::targetGroupArn);
        targetsById = group(deployment.items(Parts.TARGETS), Target::targetId);
        listenersByBalancer = group(deployment.items(Parts.LISTENERS), Listener::balancerArn);
        rulesByListener = group(deployment.items(Parts.LISTENER_RULES), ListenerRule::listenerArn);
        mountsByFileSystem = group(deployment.items(Parts.MOUNT_TARGETS), MountTarget::fileSystemId);
        recordsByZone = group(deployment.items(Parts.RECORD_SETS), RecordSet::hostedZoneId);
        addressesByInstance = group(deployment.items(Parts.ELASTIC_IPS), ElasticIp::instanceId);
        for (var scalingGroup : deployment.items(Parts.SCALING_GROUPS)) {
            for (var member : scalingGroup.members()) {
                scalingGroupByInstance.put(member.instanceId(), scalingGroup);
                memberByInstance.put(member.instanceId(), member);
            }
        }
        for (var balancer : deployment.items(Parts.LOAD_BALANCERS)) {
            byArnTail.put(after(balancer.arn(), ":loadbalancer/"), balancer.ref());
        }
        for (var group : deployment.items(Parts.TARGET_GROUPS)) {
            byArnTail.put("targetgroup/" + after(group.arn(), ":targetgroup/"), group.ref());
        }
        leads = new Leads(deployment);
    }

    private static <T> Map<String, List<T>> group(List<T> items, Function<T, @Nullable String> key) {
        var map = new HashMap<String, List<T>>();
        for (var item : items) {
            var at = key.apply(item);
            if (at != null) {
                map.computeIfAbsent(at, unused -> new ArrayList<>(2)).add(item);
            }
        }
        return map;
    }

    public Deployment deployment() {
        return deployment;
    }

    /** A resource of this snapshot; empty when it is gone or was never read. */
    public Optional<Resource> find(@Nullable ResourceRef ref) {
        return ref == null ? Optional.empty() : Optional.ofNullable(byRef.get(ref));
    }

    /** A resource of this type and id; empty for a null id too. */
    public <T extends Resource> Optional<T> find(Class<T> kind, ResourceType type, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(byRef.get(new ResourceRef(type, id)))
                        .filter(kind::isInstance)
                        .map(kind::cast);
    }

    public @Nullable InstanceCheck check(String instanceId) {
        return checks.get(instanceId);
    }

    /** The certificates of a listener that were read, in its order: those kept in IAM are not among them. */
    public List<Certificate> certificates(Listener listener) {
        return listener.certificateArns().stream()
                .map(certificates::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Size of an instance type or, with its {@code db.} cut off, of a database class; null where not read. */
    public @Nullable InstanceType type(String name) {
        return types.get(name.startsWith("db.") ? name.substring(3) : name);
    }

    /**
     * The targets of a group with their health.
     *
     * @return null where target health was never read, which is not the same as none
     */
    public @Nullable List<Target> targets(String targetGroupArn) {
        var known = targetsByGroup.get(targetGroupArn);
        if (known != null) {
            return known;
        }
        var listing = deployment.observed(Parts.TARGETS).value();
        return listing == null || !listing.complete() ? null : List.of();
    }

    /** How a target group treats its targets; null where that was not read, and for classic balancers. */
    public @Nullable TargetGroupAttributes attributes(String targetGroupArn) {
        return groupAttributes.get(targetGroupArn);
    }

    /** In which groups an instance, address, function or balancer is a target. */
    public List<Target> targetsOf(String targetId) {
        return targetsById.getOrDefault(targetId, List.of());
    }

    public List<Listener> listeners(String balancerArn) {
        return listenersByBalancer.getOrDefault(balancerArn, List.of());
    }

    public List<ListenerRule> rules(String listenerArn) {
        return rulesByListener.getOrDefault(listenerArn, List.of());
    }

    public List<MountTarget> mountTargets(String fileSystemId) {
        return mountsByFileSystem.getOrDefault(fileSystemId, List.of());
    }

    public List<RecordSet> records(String hostedZoneId) {
        return recordsByZone.getOrDefault(hostedZoneId, List.of());
    }

    public List<ElasticIp> addresses(String instanceId) {
        return addressesByInstance.getOrDefault(instanceId, List.of());
    }

    public @Nullable ScalingGroup scalingGroup(String instanceId) {
        return scalingGroupByInstance.get(instanceId);
    }

    /** An instance as its scaling group sees it; null where it belongs to none. */
    public @Nullable ScalingMember member(String instanceId) {
        return memberByInstance.get(instanceId);
    }

    public @Nullable HealthCheck healthCheck(@Nullable String id) {
        return find(HealthCheck.class, ResourceType.HEALTH_CHECK, id).orElse(null);
    }

    /** A balancer or target group by the tail of its ARN, as CloudWatch's dimensions have it: {@code app/NAME/ID}. */
    public Optional<ResourceRef> byArnTail(String tail) {
        return Optional.ofNullable(byArnTail.get(tail));
    }

    private static String after(String arn, String mark) {
        var at = arn.indexOf(mark);
        return at < 0 ? arn : arn.substring(at + mark.length());
    }

    /** Where a record leads. */
    public Leads.Found lead(RecordSet records) {
        return leads.of(records);
    }

    /** DNS names compare without case and final dot. */
    static String host(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
