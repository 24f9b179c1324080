package io.atalaya.operate.preflight;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Volume;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machines of a {@link World}, and the group that two of them belong to. */
final class WorldMachines {
    private WorldMachines() {}

    static Instance instance(
            World w,
            String id,
            String name,
            String state,
            String zone,
            String privateIp,
            @Nullable String publicIp,
            Map<String, String> itsTags) {
        return new Instance(
                id,
                name,
                w.instanceType,
                state,
                null,
                zone,
                w.vpc,
                null,
                privateIp,
                publicIp,
                null,
                null,
                null,
                null,
                List.of("sg-1"),
                List.of(),
                itsTags);
    }

    static Image image() {
        return new Image(
                "ami-1", "golden", null, "available", "self", null, null, null, null, null, List.of(), Map.of());
    }

    static Volume volume(World w) {
        return new Volume(
                World.VOLUME,
                "data",
                "gp3",
                20,
                w.volumeState,
                "us-east-1a",
                null,
                null,
                true,
                null,
                null,
                List.of(),
                Map.of());
    }

    static ScalingGroup group(World w) {
        return new ScalingGroup(
                World.GROUP,
                "arn:asg",
                w.min,
                w.desired,
                w.max,
                List.of("us-east-1a", "us-east-1b"),
                List.of(),
                "lt-1",
                "$Latest",
                w.checkedBy,
                List.of(World.WEB),
                List.of(
                        new ScalingMember(World.ONE, "us-east-1a", w.memberOne, "Healthy", false),
                        new ScalingMember(World.TWO, "us-east-1b", w.memberTwo, w.healthTwo, false)),
                w.suspended,
                null,
                Map.of());
    }

    static SecurityGroup securityGroup(World w) {
        var rule = new SecurityRule(true, "tcp", w.openPort, w.openPort, "0.0.0.0/0", null, null, null);
        var rules = Stream.concat(Stream.of(rule), w.moreRules.stream()).toList();
        return new SecurityGroup("sg-1", "web", "", "vpc-1", rules, Map.of());
    }

    static NetworkAcl acl(World w) {
        var entries = Stream.concat(
                        w.entries.stream(),
                        Stream.of(
                                new AclEntry(false, 32_767, "-1", false, "0.0.0.0/0", null, null),
                                new AclEntry(true, 32_767, "-1", false, "0.0.0.0/0", null, null)))
                .toList();
        return new NetworkAcl("acl-1", "data", "vpc-1", false, w.aclSubnets, entries, Map.of());
    }

    static NetworkInterface card(World w) {
        return new NetworkInterface(
                "eni-1",
                "eni-1",
                "vpc-1",
                "subnet-1",
                "us-east-1a",
                "interface",
                "",
                "in-use",
                List.of("10.0.0.5"),
                List.of(),
                null,
                w.cards ? List.of("sg-1") : List.of("sg-2"),
                World.ONE,
                true,
                null,
                Map.of());
    }
}
