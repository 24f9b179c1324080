package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.topology.Flow;
import io.atalaya.deployment.topology.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at what surrounds a target that fails. What was not read, or cannot be decided, is not among the answers. */
public final class Observations {
    private static final Duration YOUNG = Duration.ofMinutes(15);
    private static final int NFS = 2049;

    private final Routes routes;
    private final Permits permits;
    private final TargetFacts target;
    private final List<TargetFacts> all;
    private final Map<Observation, Boolean> seen = new EnumMap<>(Observation.class);

    private Observations(Routes routes, TargetFacts target, List<TargetFacts> all) {
        this.routes = routes;
        this.permits = new Permits(routes.index());
        this.target = target;
        this.all = all;
    }

    /** Why a target may fail, the likeliest first; empty for one that does not. */
    public static List<Explanation> explain(Routes routes, TargetFacts target, Instant now) {
        if (target.condition().state() != State.FAILED) {
            return List.of();
        }
        return Explanation.ranked(of(routes, target, now));
    }

    static Map<Observation, Boolean> of(Routes routes, TargetFacts target, Instant now) {
        var look = new Observations(routes, target, TargetFacts.all(routes));
        look.reason();
        look.neighbours();
        var instance = target.instance();
        if (instance != null) {
            look.machine(instance, now);
            look.door(instance);
            look.files(instance);
        }
        return Map.copyOf(look.seen);
    }

    private void reason() {
        var reason = ReasonCode.of(target.target().reason());
        if (reason == ReasonCode.TIMEOUT
                || reason == ReasonCode.RESPONSE_CODE_MISMATCH
                || reason == ReasonCode.FAILED_HEALTH_CHECKS) {
            seen.put(Observation.TIMES_OUT, reason == ReasonCode.TIMEOUT);
            seen.put(Observation.ANSWERS, reason == ReasonCode.RESPONSE_CODE_MISMATCH);
        }
    }

    private void machine(Instance instance, Instant now) {
        seen.put(Observation.RUNNING, instance.state().equals("running"));
        var check = routes.index().check(instance.id());
        if (check != null) {
            checks(List.of(check.systemStatus(), check.instanceStatus()));
        }
        var launched = instance.launchedAt();
        if (launched != null) {
            seen.put(Observation.YOUNG, Duration.between(launched, now).compareTo(YOUNG) < 0);
        }
    }

    /** Checks that initialize or lack data say neither. */
    private void checks(List<String> words) {
        if (words.contains("impaired")) {
            seen.put(Observation.CHECKS_PASS, false);
        } else if (words.stream().allMatch("ok"::equals)) {
            seen.put(Observation.CHECKS_PASS, true);
        }
    }

    private void neighbours() {
        var id = target.target().targetId();
        put(Observation.REST_OF_MACHINE_FAILS, each -> each.target().targetId().equals(id), State.FAILED);
        var zone = target.zone();
        if (zone != null) {
            Predicate<TargetFacts> others = each -> !each.target().targetId().equals(id) && each.zone() != null;
            put(Observation.REST_OF_ZONE_FAILS, others.and(each -> zone.equals(each.zone())), State.FAILED);
            put(Observation.OTHER_ZONES_PASS, others.and(each -> !zone.equals(each.zone())), State.HEALTHY);
        }
        var peers = peers();
        if (!peers.isEmpty()) {
            seen.put(
                    Observation.GROUP_PASSES,
                    peers.stream().anyMatch(each -> each.condition().state() == State.HEALTHY));
        }
    }

    /** Whether all that judge themselves are so; nothing where there is nobody else. */
    private void put(Observation what, Predicate<TargetFacts> who, State wanted) {
        var judged = all.stream()
                .filter(each -> !each.target().equals(target.target()))
                .filter(who)
                .map(each -> each.condition().state())
                .filter(each -> each == State.HEALTHY || each == State.FAILED)
                .toList();
        if (!judged.isEmpty()) {
            seen.put(what, judged.stream().allMatch(wanted::equals));
        }
    }

    private List<TargetFacts> peers() {
        return all.stream()
                .filter(each ->
                        each.target().targetGroupArn().equals(target.target().targetGroupArn())
                                && !each.target().equals(target.target()))
                .toList();
    }

    private void door(Instance instance) {
        var group = routes.group(target.target().targetGroupArn());
        var port = group == null
                ? null
                : port(group.healthCheck().port(), target.target().port());
        if (group == null || port == null) {
            return;
        }
        var flows = routes.balancers(group).stream()
                .map(LoadBalancer::securityGroupIds)
                .map(from -> permits.admits(instance.securityGroupIds(), from, port))
                .toList();
        if (!flows.isEmpty() && !flows.contains(Flow.UNKNOWN)) {
            seen.put(Observation.DOOR_OPEN, flows.stream().allMatch(Flow.PASSES::equals));
        }
    }

    private static @Nullable Integer port(String checked, @Nullable Integer traffic) {
        return checked.matches("\\d{1,5}") ? Integer.valueOf(checked) : traffic;
    }

    /** Which machines use which file system AWS does not say: one that its healthy peers can reach is one they may need. */
    private void files(Instance instance) {
        var files = routes.index().deployment().items(Parts.FILE_SYSTEMS);
        if (cutOff().findAny().isPresent()) {
            seen.put(Observation.FILES_CUT_OFF, true);
        } else if (!files.isEmpty() && files.stream().allMatch(each -> reaches(instance, each) == Flow.PASSES)) {
            seen.put(Observation.FILES_CUT_OFF, false);
        }
    }

    /** The file systems that healthy machines of its group reach and it does not. */
    private Stream<FileSystem> cutOff() {
        var instance = target.instance();
        var well = peers().stream()
                .filter(each -> each.condition().state() == State.HEALTHY)
                .map(TargetFacts::instance)
                .filter(Objects::nonNull)
                .toList();
        return instance == null
                ? Stream.empty()
                : routes.index().deployment().items(Parts.FILE_SYSTEMS).stream()
                        .filter(each -> reaches(instance, each) == Flow.STOPPED
                                && well.stream().anyMatch(peer -> reaches(peer, each) == Flow.PASSES));
    }

    /** The file systems that healthy machines of a target's group reach and it does not. */
    public static List<FileSystem> cutOff(Routes routes, TargetFacts target) {
        return new Observations(routes, target, TargetFacts.all(routes))
                .cutOff()
                .toList();
    }

    /** By the mount target of its zone, as the name of a file system resolves. */
    private Flow reaches(Instance instance, FileSystem fileSystem) {
        return routes.index().mountTargets(fileSystem.id()).stream()
                .filter(each -> instance.zone().equals(each.zone()))
                .map(each -> reaches(instance, each))
                .findFirst()
                .orElse(Flow.UNKNOWN);
    }

    private Flow reaches(Instance instance, MountTarget mount) {
        return mount.ip() == null ? Flow.UNKNOWN : permits.check(instance, mount.securityGroupIds(), mount.ip(), NFS);
    }
}
