package io.atalaya.operate.preflight;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.address.Ip;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paths that the requests of a deployment take and that one group or ACL has a say in: from balancers to the ports of
 * their targets, and from instances to databases and mount targets.
 */
final class RequestChain {
    private static final int NFS = 2049;

    private final Known known;
    private final DeploymentIndex index;
    private final @Nullable String groupId;
    private final Set<String> subnetIds;
    private final Set<String> instancesByCard = new HashSet<>();
    private final Map<Question, Step> steps = new LinkedHashMap<>();

    /** One path, with the names of its ends. */
    record Step(Question question, String from, String to) {}

    /**
     * @param groupId of the security group that changes; null where it is an ACL
     * @param subnetIds of the ACL
     */
    RequestChain(Known known, @Nullable String groupId, Set<String> subnetIds) {
        this.known = known;
        this.index = known.index();
        this.groupId = groupId;
        this.subnetIds = subnetIds;
        for (var card : known.items(Parts.NETWORK_INTERFACES)) {
            var instance = card.instanceId();
            if (instance != null && touches(card)) {
                instancesByCard.add(instance);
            }
        }
    }

    /** Whether the group is one of this interface's, or the ACL guards its subnet. */
    boolean touches(NetworkInterface card) {
        return touches(card.securityGroupIds(), Set.of(card.subnetId()));
    }

    /** Whether it has a say in what reaches this resource, or what this one reaches. */
    boolean touches(ResourceRef ref) {
        return index.find(ref)
                .map(each -> switch (each) {
                    case Instance instance -> touches(instance);
                    case LoadBalancer balancer -> touches(balancer);
                    case Database database -> touches(database);
                    case MountTarget mount -> touches(mount);
                    default -> false;
                })
                .orElse(false);
    }

    List<Step> steps() {
        known.items(Parts.LOAD_BALANCERS).forEach(this::behind);
        var instances = known.items(Parts.INSTANCES);
        for (var database : known.items(Parts.DATABASES)) {
            var port = database.port();
            if (port != null) {
                instances.forEach(each -> store(each, database, touches(database), port));
            }
        }
        for (var mount : known.items(Parts.MOUNT_TARGETS)) {
            instances.forEach(each -> store(each, mount, touches(mount), NFS));
        }
        return List.copyOf(steps.values());
    }

    private void behind(LoadBalancer balancer) {
        for (var group : known.items(Parts.TARGET_GROUPS)) {
            if (group.balancerArns().contains(balancer.arn())) {
                targets(group.arn()).forEach(each -> ports(each, group).forEach(port -> target(balancer, each, port)));
            }
        }
        targets(balancer.id()).forEach(each -> {
            var port = each.port();
            if (port != null) {
                target(balancer, each, port);
            }
        });
    }

    private List<Target> targets(String pool) {
        return known.items(Parts.TARGETS).stream()
                .filter(each -> each.targetGroupArn().equals(pool))
                .toList();
    }

    /** That of the requests, and that of the health check where it is another. */
    private static Set<Integer> ports(Target target, TargetGroup group) {
        var ports = new LinkedHashSet<Integer>();
        var traffic = target.port() == null ? group.port() : target.port();
        if (traffic != null) {
            ports.add(traffic);
        }
        var check = group.healthCheck();
        if (check.enabled() && check.port().matches("\\d{1,5}")) {
            ports.add(Integer.valueOf(check.port()));
        }
        return ports;
    }

    private void target(LoadBalancer balancer, Target target, int port) {
        var instance = index.find(Instance.class, ResourceType.INSTANCE, target.targetId());
        var address = Ip.parse(target.targetId());
        var touched = touches(balancer)
                || instance.filter(this::touches).isPresent()
                || known.items(Parts.NETWORK_INTERFACES).stream()
                        .anyMatch(each -> each.privateIps().contains(target.targetId()) && touches(each));
        if (!touched) {
            return;
        }
        End from = new End.Of(balancer.ref());
        if (instance.isPresent()) {
            add(Question.tcp(from, new End.Of(instance.get().ref()), port), balancer.name(), name(instance.get()));
        } else {
            address.ifPresent(
                    ip -> add(Question.tcp(from, new End.Host(ip), port), balancer.name(), target.targetId()));
        }
    }

    private void store(Instance instance, Resource store, boolean touched, int port) {
        if (touched || touches(instance)) {
            add(Question.tcp(new End.Of(instance.ref()), new End.Of(store.ref()), port), name(instance), store.name());
        }
    }

    private void add(Question question, String from, String to) {
        steps.putIfAbsent(question, new Step(question, from, to));
    }

    private boolean touches(LoadBalancer balancer) {
        var subnets = balancer.zones().stream()
                .map(each -> each.subnetId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return touches(balancer.securityGroupIds(), subnets);
    }

    private boolean touches(Instance instance) {
        return instancesByCard.contains(instance.id())
                || touches(
                        instance.securityGroupIds(),
                        instance.subnetId() == null ? Set.of() : Set.of(instance.subnetId()));
    }

    private boolean touches(Database database) {
        return touches(database.securityGroupIds(), Set.copyOf(database.subnetIds()));
    }

    private boolean touches(MountTarget mount) {
        return touches(mount.securityGroupIds(), Set.of(mount.subnetId()));
    }

    private boolean touches(List<String> groups, Set<String> subnets) {
        return groupId != null ? groups.contains(groupId) : subnets.stream().anyMatch(subnetIds::contains);
    }

    /** Its name alone where no other instance has it. */
    private String name(Instance instance) {
        var alone = known.extra(Parts.INSTANCES).stream()
                        .filter(each -> each.name().equals(instance.name()))
                        .count()
                == 1;
        return alone ? instance.name() : Names.of(instance);
    }

    /** What an act's sentence calls a resource. */
    String name(ResourceRef ref) {
        return index.find(ref)
                .map(each -> each instanceof Instance instance ? name(instance) : each.name())
                .orElse(ref.id());
    }

    static List<String> words(List<Step> steps) {
        var words = new ArrayList<String>();
        steps.forEach(each -> words.add(each.from() + " → " + each.to()));
        return words;
    }
}
