package io.atalaya.sandbox.world.checkop;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.Rules;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.sim.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/**
 * What goes wrong here: somebody removes the rule of chop-efs that lets public-1d mount ChOp-Temp. Open connections last a
 * few minutes, then NFS hangs, the threads that wait for it fill the worker pool, and the instance stops answering its health
 * checks. It is cause and effect: whoever puts the rule back, the story's own d.parra or a person at the console, heals it.
 */
public final class CheckopStory {
    /** From the rule's removal until NFS hangs. */
    public static final Duration UNTIL_CUT = Duration.ofSeconds(392);

    /** From the rule's return until files are served again. */
    public static final Duration UNTIL_CURED = Duration.ofSeconds(8);

    private static final Duration CYCLE = Duration.ofMinutes(20);
    private static final Duration INTO_CYCLE = Duration.ofSeconds(728);
    private static final Duration REPAIRED_AFTER = Duration.ofMinutes(14);

    /** How far the pinned incident has got at the first moment. */
    private static final Duration PINNED = Duration.ofSeconds(691);

    private final World world;
    private final Map<String, Spans> cutOff =
            new TreeMap<>(Map.of(Ids.PUBLIC_1A, Spans.never(), Ids.PUBLIC_1D, Spans.never()));

    CheckopStory(World world) {
        this.world = world;
    }

    void furnish() {
        world.network().whenRulesChange(group -> {
            if (group.equals(Ids.SG_EFS)) {
                look(Ids.PUBLIC_1A, "10.20.0.0/24");
                look(Ids.PUBLIC_1D, "10.20.1.0/24");
            }
        });
        world.instances().whenStateChanges(this::arrive);
        switch (world.settings().story()) {
            case CALM -> {
                // nothing is planned; a person at the console may still remove the rule
            }
            case INCIDENT -> world.timeline().at(world.start().minus(PINNED), this::removeRule);
            case REPEATING -> {
                Instant first = firstAfter(world.now());
                world.timeline().every(first, CYCLE, world.unlessPractised(this::removeRule));
                world.timeline().every(first.plus(REPAIRED_AFTER), CYCLE, this::restoreRule);
            }
        }
    }

    /** When instances of that subnet could not reach ChOp-Temp. */
    Spans cutOff(String subnetId) {
        return cutOff.getOrDefault(subnetId, Spans.never());
    }

    private static Instant firstAfter(Instant t) {
        long seconds = t.getEpochSecond();
        long cycle = CYCLE.toSeconds();
        long into = Math.floorMod(seconds - INTO_CYCLE.toSeconds(), cycle);
        return Instant.ofEpochSecond(seconds + cycle - into);
    }

    private void removeRule() {
        SecurityGroup group = world.network().securityGroups().get(Ids.SG_EFS);
        world.network()
                .rulesChanged(group.toBuilder()
                        .ipPermissions(Rules.without(group.ipPermissions(), List.of(CheckopPerimeter.FILES_FROM_1D)))
                        .build());
    }

    private void restoreRule() {
        SecurityGroup group = world.network().securityGroups().get(Ids.SG_EFS);
        world.network()
                .rulesChanged(group.toBuilder()
                        .ipPermissions(Rules.with(group.ipPermissions(), List.of(CheckopPerimeter.FILES_FROM_1D)))
                        .build());
    }

    private void look(String subnet, String cidr) {
        boolean isCut = cutOff(subnet).at(world.now());
        if (admitted(cidr) == isCut) {
            world.timeline().after(isCut ? UNTIL_CURED : UNTIL_CUT, () -> settle(subnet, cidr));
        }
    }

    /** An instance that comes up where files cannot be reached is no better off than the one it replaces. */
    private void arrive(String id) {
        world.compute()
                .instances()
                .find(id)
                .filter(i ->
                        i.securityGroups().stream().anyMatch(g -> g.groupId().equals(Ids.SG_APP))
                                && cutOff(i.subnetId()).at(world.now()))
                .ifPresent(i -> world.targets().afflict(id, Ailment.TIMEOUT));
    }

    private void settle(String subnet, String cidr) {
        boolean cut = !admitted(cidr);
        if (cut == cutOff(subnet).at(world.now())) {
            return;
        }
        cutOff(subnet).set(world.now(), cut);
        List<String> hit = world.compute().instances().stream()
                .filter(i -> subnet.equals(i.subnetId())
                        && i.securityGroups().stream().anyMatch(g -> g.groupId().equals(Ids.SG_APP)))
                .map(Instance::instanceId)
                .toList();
        for (String id : hit) {
            if (cut) {
                world.targets().afflict(id, Ailment.TIMEOUT);
            } else {
                world.targets().cure(id);
            }
        }
    }

    private boolean admitted(String cidr) {
        IpPermission nfs = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(2049)
                .toPort(2049)
                .ipRanges(r -> r.cidrIp(cidr))
                .build();
        return Rules.hasAll(world.network().securityGroups().get(Ids.SG_EFS).ipPermissions(), List.of(nfs));
    }
}
