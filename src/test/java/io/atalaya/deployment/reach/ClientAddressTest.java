package io.atalaya.deployment.reach;

import static io.atalaya.deployment.reach.World.in;
import static io.atalaya.deployment.reach.World.instance;
import static io.atalaya.deployment.reach.World.outAll;
import static io.atalaya.deployment.reach.World.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TargetGroupAttributes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behind a network balancer the rules of a target are for its clients or for the balancer, by an attribute of the group. */
class ClientAddressTest {
    private static final String ARN =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/Edge/50dc6c495c0c9188";
    private static final End EDGE = new End.Of(new ResourceRef(ResourceType.LOAD_BALANCER, ARN));

    /** @param admitted whom the group of the target lets in */
    private static World world(String admitted, String type, String protocol, @Nullable Boolean preserves) {
        var world = new World()
                .vpc("vpc-1", "10.0.0.0/16")
                .subnet("s", "vpc-1", "10.0.0.0/24")
                .subnet("t", "vpc-1", "10.0.1.0/24")
                .gateway("igw-1", "vpc-1")
                .main("rtb", "vpc-1", route("0.0.0.0/0", RouteVia.INTERNET_GATEWAY, "igw-1"))
                .openAcl("vpc-1")
                .group("sg", "vpc-1", outAll(in("tcp", 443, 443, admitted), in("udp", 443, 443, admitted)))
                .instance("web", "vpc-1", "t", "10.0.1.10", null, "sg")
                .add(
                        Parts.LOAD_BALANCERS,
                        new LoadBalancer(
                                ARN,
                                "Edge",
                                LoadBalancerType.NETWORK,
                                "internet-facing",
                                "edge.elb.us-east-1.amazonaws.com",
                                null,
                                "active",
                                null,
                                "vpc-1",
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                Map.of()))
                .add(
                        Parts.NETWORK_INTERFACES,
                        new NetworkInterface(
                                "eni-edge",
                                "eni-edge",
                                "vpc-1",
                                "s",
                                "us-east-1a",
                                "network_load_balancer",
                                "ELB net/Edge/50dc6c495c0c9188",
                                "in-use",
                                List.of("10.0.0.50"),
                                List.of(),
                                "198.51.100.50",
                                List.of(),
                                null,
                                true,
                                "amazon-elb",
                                Map.of()))
                .add(
                        Parts.TARGET_GROUPS,
                        new TargetGroup(
                                "tg",
                                "tg",
                                type,
                                protocol,
                                443,
                                "vpc-1",
                                List.of(ARN),
                                new HealthCheckSettings(true, protocol, "443", null, 30, 10, 3, 3, null)))
                .add(
                        Parts.TARGETS,
                        new Target("tg", type.equals("ip") ? "10.0.1.10" : "web", 443, null, "healthy", null, null));
        return preserves == null
                ? world
                : world.add(
                        Parts.TARGET_GROUP_ATTRIBUTES,
                        new TargetGroupAttributes("tg", 300, null, null, null, null, preserves));
    }

    private static Answer ask(World world) {
        return world.ask().answer(Question.tcp(EDGE, instance("web"), 443));
    }

    @Test
    void whoIsSeenIsSaidByTheGroup() {
        for (var type : List.of("instance", "ip")) {
            assertThat(ask(world("10.0.0.0/24", type, "TCP", false)).verdict()).isEqualTo(Verdict.YES);
            assertThat(ask(world("10.0.0.0/24", type, "TCP", true)).verdict()).isEqualTo(Verdict.NO);
            assertThat(ask(world("0.0.0.0/0", type, "TCP", true)).verdict()).isEqualTo(Verdict.YES);
        }
    }

    @Test
    void whereItWasNotToldItIsDoubtedIfItMatters() {
        var answer = ask(world("10.0.0.0/24", "instance", "TCP", null));
        assertThat(answer.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(answer.doubts()).contains(Doubt.of(Doubt.Kind.CLIENT_ADDRESS, ARN));
        assertThat(ask(world("0.0.0.0/0", "instance", "TCP", null)).verdict()).isEqualTo(Verdict.YES);
        assertThat(ask(world("192.0.2.0/32", "instance", "TLS", null)).verdict())
                .as("some client may be let in")
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void overUdpItIsAlwaysTheClient() {
        var answer = world("10.0.0.0/24", "ip", "UDP", false)
                .ask()
                .answer(new Question(
                        EDGE,
                        instance("web"),
                        io.atalaya.deployment.address.Protocol.UDP,
                        io.atalaya.deployment.address.Ports.of(443)));
        assertThat(answer.verdict()).isEqualTo(Verdict.NO);
    }
}
