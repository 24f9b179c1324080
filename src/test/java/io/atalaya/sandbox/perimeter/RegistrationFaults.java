package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Targets that are in the wrong group, in the wrong zone, not yet in, or on their way out. */
final class RegistrationFaults {
    /** A group of addresses that some of the faults bring with them. */
    static final String ADDRESSES = Ids.WEB.replace("ChOp-web/6d0ecf831eec9f09", "ChOp-ip/7e1fd0942ffdaf1a");

    private static final String FUNCTIONS = Ids.WEB.replace("ChOp-web/6d0ecf831eec9f09", "ChOp-fn/8f20e1a5300eb02b");
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:" + Ids.ACCOUNT + ":function:reportes";
    private static final String NOBODY = "10.20.1.99";
    /** A node of Progresus-ELB. */
    private static final String NODE = "10.20.0.7";

    private RegistrationFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of(
                        "zone-not-enabled",
                        "the balancer has lost us-east-1d, where the target is",
                        "unused",
                        "Target.NotInUse",
                        RegistrationFaults::withoutZone),
                Fault.of(
                        "group-not-in-use",
                        "no listener or rule forwards to the group any more",
                        "unused",
                        "Target.NotInUse",
                        RegistrationFaults::unused),
                Fault.of(
                        "deregistering",
                        "the target is being deregistered",
                        "draining",
                        "Target.DeregistrationInProgress",
                        w -> w.targets().deregister(Ids.WEB, target(Ids.APP_1D, 8080))),
                Fault.of(
                                "just-registered",
                                "the target was registered seconds ago",
                                "initial",
                                "Elb.InitialHealthChecking",
                                RegistrationFaults::registered)
                        .of(Ids.WEB, Ids.BASE)
                        .after(Duration.ofSeconds(12)),
                Fault.of(
                                "address-of-a-balancer",
                                "the target is an address that a balancer has itself",
                                "unused",
                                "Target.IpUnusable",
                                w -> addresses(w, NODE))
                        .of(ADDRESSES, NODE),
                Fault.timeout(
                                "address-of-nobody",
                                "the group has addresses for targets, and the machine of this one was replaced",
                                w -> addresses(w, NOBODY))
                        .of(ADDRESSES, NOBODY),
                Fault.of(
                                "checks-disabled",
                                "the group has its health checks turned off",
                                "unavailable",
                                "Target.HealthCheckDisabled",
                                RegistrationFaults::function)
                        .of(FUNCTIONS, FUNCTION));
    }

    private static TargetDescription target(String id, int port) {
        return TargetDescription.builder().id(id).port(port).build();
    }

    private static void withoutZone(World world) {
        world.balancing().loadBalancers().change(Ids.ELB, b -> b.toBuilder()
                .availabilityZones(b.availabilityZones().stream()
                        .filter(z -> !z.zoneName().equals(Ids.ZONE_D))
                        .toList())
                .build());
        world.targets().recheck(Ids.APP_1D);
    }

    private static void unused(World world) {
        world.balancing()
                .targetGroups()
                .change(Ids.WEB, g -> g.toBuilder().loadBalancerArns(List.of()).build());
        world.balancing().listeners().change(Ids.HTTPS, l -> l.toBuilder()
                .defaultActions(a -> a.type("fixed-response")
                        .fixedResponseConfig(f -> f.statusCode("503").contentType("text/plain")))
                .build());
        world.balancing().rules().stream()
                .filter(r -> r.actions().stream().anyMatch(a -> Ids.WEB.equals(a.targetGroupArn())))
                .toList()
                .forEach(r -> world.balancing()
                        .rules()
                        .put(r.toBuilder()
                                .actions(a -> a.type("fixed-response").fixedResponseConfig(f -> f.statusCode("503")
                                        .contentType("text/plain")))
                                .build()));
        world.targets().recheck(Ids.APP_1D);
    }

    private static void registered(World world) {
        GroupFaults.in(world, Ids.SG_BASE, List.of(), List.of(GroupFaults.fromGroup(8080, Ids.SG_ELB)));
        world.targets().register(Ids.WEB, target(Ids.BASE, 8080));
    }

    /** A group of addresses with this one in it, behind the balancer's files rule. */
    static void addresses(World world, String address) {
        group(world, ADDRESSES, "ChOp-ip", "ip");
        world.targets().register(ADDRESSES, target(address, 8080));
    }

    private static void function(World world) {
        group(world, FUNCTIONS, "ChOp-fn", "lambda");
        world.balancing().targetGroups().change(FUNCTIONS, g -> g.toBuilder()
                .healthCheckEnabled(false)
                .protocol((String) null)
                .port(null)
                .vpcId(null)
                .healthCheckProtocol((String) null)
                .healthCheckPort(null)
                .build());
        world.targets()
                .register(FUNCTIONS, TargetDescription.builder().id(FUNCTION).build());
    }

    private static void group(World world, String arn, String name, String type) {
        TargetGroup like = world.balancing().targetGroups().get(Ids.WEB);
        world.balancing()
                .targetGroups()
                .put(like.toBuilder()
                        .targetGroupArn(arn)
                        .targetGroupName(name)
                        .targetType(type)
                        .build());
        world.balancing().attributes(arn).putAll(world.balancing().attributes(Ids.WEB));
        world.balancing().rules().stream()
                .filter(r -> r.priority().equals("1"))
                .toList()
                .forEach(r -> world.balancing()
                        .rules()
                        .put(r.toBuilder()
                                .ruleArn(r.ruleArn().substring(0, r.ruleArn().lastIndexOf('/')) + "/" + name)
                                .priority(type.equals("ip") ? "2" : "3")
                                .conditions(c -> c.field("path-pattern")
                                        .values("/" + name + "/*")
                                        .pathPatternConfig(p -> p.values("/" + name + "/*")))
                                .actions(a -> a.type("forward")
                                        .targetGroupArn(arn)
                                        .forwardConfig(f -> f.targetGroups(
                                                t -> t.targetGroupArn(arn).weight(1))))
                                .build()));
    }
}
