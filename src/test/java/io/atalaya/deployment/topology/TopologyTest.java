package io.atalaya.deployment.topology;

import static io.atalaya.deployment.Sample.alias;
import static io.atalaya.deployment.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final String WEB = Node.key(ResourceType.TARGET_GROUP, Sample.groupArn("ChOp-web"));
    private static final String I1A = Node.key(ResourceType.INSTANCE, CheckOp.ASG_1A);
    private static final String I1D = Node.key(ResourceType.INSTANCE, CheckOp.ASG_1D);
    private static final String BASE = Node.key(ResourceType.INSTANCE, CheckOp.BASE);
    private static final String M1A = Node.key(ResourceType.MOUNT_TARGET, "fsmt-1a");
    private static final String M1D = Node.key(ResourceType.MOUNT_TARGET, "fsmt-1d");
    private static final String DB = Node.key(ResourceType.DATABASE, "dbprogressus");

    private static Topology topology(Deployment deployment) {
        return Topology.of(new DeploymentIndex(deployment));
    }

    private static Flow flow(Topology topology, String from, String to) {
        return topology.outOf(from).stream()
                .filter(edge -> edge.to().equals(to))
                .map(Edge::flow)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no edge " + from + " -> " + to));
    }

    private static Node node(Topology topology, String key) {
        return topology.node(key).orElseThrow();
    }

    @Test
    void theHealthyDeploymentIsOnePathFromDnsToTheData() {
        var it = topology(CheckOp.healthy());
        assertThat(it.edges()).allSatisfy(edge -> assertThat(edge.flow()).isEqualTo(Flow.PASSES));
        assertThat(it.path(DB))
                .extracting(Edge::from)
                .contains(
                        I1A,
                        I1D,
                        WEB,
                        Node.key(ResourceType.LISTENER, Sample.listenerArn("Progresus-ELB", 443)),
                        Node.key(ResourceType.LOAD_BALANCER, Sample.balancerArn("Progresus-ELB")),
                        Node.key(ResourceType.HOSTED_ZONE, "Z1"));
    }

    @Test
    void whatCannotBeReachedAlthoughItsTwinReachesItIsStopped() {
        var it = topology(CheckOp.incident());
        assertThat(flow(it, I1A, M1A)).isEqualTo(Flow.PASSES);
        assertThat(flow(it, I1D, M1D)).isEqualTo(Flow.STOPPED);
        assertThat(flow(it, I1D, DB)).isEqualTo(Flow.PASSES);
        assertThat(node(it, M1D).state()).as("the edge is broken, not the node").isEqualTo(State.HEALTHY);
        assertThat(flow(it, WEB, I1D)).isEqualTo(Flow.STOPPED);
        assertThat(flow(it, WEB, I1A)).isEqualTo(Flow.PASSES);
        assertThat(node(it, I1D).condition().word()).isEqualTo("Target.Timeout");
        assertThat(node(it, WEB).state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void aMachineThatWasNeverMeantToReachADatabaseHasNoEdgeToIt() {
        var closed = with(
                CheckOp.healthy(),
                Parts.SECURITY_GROUPS,
                List.of(
                        Sample.securityGroup("sg-app", Sample.allOut()),
                        Sample.securityGroup("sg-rds", Sample.fromGroup(3306, "sg-other")),
                        Sample.securityGroup("sg-efs", Sample.fromCidr(2049, "10.20.0.0/24"))));
        assertThat(topology(closed).into(DB)).noneMatch(edge -> !edge.from().contains("HOSTED_ZONE"));
    }

    @Test
    void securityGroupsNobodyReadLeaveTheWaysUnknown() {
        var unread = CheckOp.healthy().with(Parts.SECURITY_GROUPS, Observed.never(Duration.ofSeconds(30)));
        var it = topology(unread);
        assertThat(flow(it, I1A, DB)).isEqualTo(Flow.UNKNOWN);
        assertThat(flow(it, I1A, M1A)).isEqualTo(Flow.UNKNOWN);
    }

    @Test
    void outboundRulesCountToo() {
        var deployment = with(
                CheckOp.healthy(),
                Parts.SECURITY_GROUPS,
                List.of(
                        Sample.securityGroup("sg-app"),
                        Sample.securityGroup("sg-rds", Sample.fromGroup(3306, "sg-app"))));
        assertThat(topology(deployment).into(DB)).noneMatch(edge -> edge.from().equals(I1A));
    }

    @Test
    void targetHealthNeverReadLeavesTargetsUnknownAndTheirEdgesToo() {
        var unread = CheckOp.healthy().with(Parts.TARGETS, Observed.never(Duration.ofSeconds(10)));
        var it = topology(unread);
        assertThat(node(it, I1A).state()).isEqualTo(State.UNKNOWN);
        assertThat(node(it, WEB).state()).isEqualTo(State.UNKNOWN);
        assertThat(it.into(WEB)).isNotEmpty().allMatch(edge -> edge.flow() == Flow.UNKNOWN);
        assertThat(node(it, I1A).parts()).contains(Parts.TARGETS);
    }

    @Test
    void aDanglingAliasIsCalledOut() {
        var records = new ArrayList<RecordSet>(CheckOp.healthy().items(Parts.RECORD_SETS));
        records.add(alias("old.checkop.co", "gone-1.us-east-1.elb.amazonaws.com"));
        var zone = node(
                topology(with(CheckOp.healthy(), Parts.RECORD_SETS, records)),
                Node.key(ResourceType.HOSTED_ZONE, "Z1"));
        assertThat(zone.state()).isEqualTo(State.FAILED);
        assertThat(zone.rows())
                .filteredOn(row -> row.condition().word().equals("dangling"))
                .extracting(Row::text)
                .containsExactly("old.checkop.co");
    }

    @Test
    void noHealthyTargetMeansNoRequestPassesTheRule() {
        var targets = List.of(
                Sample.target("ChOp-web", CheckOp.ASG_1A, "unhealthy", "Target.Timeout"),
                Sample.target("ChOp-web", CheckOp.ASG_1D, "unhealthy", "Target.Timeout"),
                Sample.target("ChOp-files", CheckOp.ASG_1D, "healthy", null));
        var it = topology(with(CheckOp.healthy(), Parts.TARGETS, targets));
        assertThat(it.into(WEB)).allMatch(edge -> edge.flow() == Flow.STOPPED);
        assertThat(node(it, WEB).state()).isEqualTo(State.FAILED);
    }

    @Test
    void theTemplateIsNoTargetAndNothingLeadsToIt() {
        var it = topology(CheckOp.healthy());
        assertThat(it.into(BASE)).isEmpty();
        assertThat(node(it, BASE).lines()).anyMatch(line -> line.left().equals("topology.line.noTarget"));
    }

    @Test
    void terminatedInstancesAreGoneUnlessStillTargets() {
        var instances = new ArrayList<>(CheckOp.healthy().items(Parts.INSTANCES));
        instances.add(Sample.instance("i-gone", "terminated"));
        assertThat(topology(with(CheckOp.healthy(), Parts.INSTANCES, instances)).node("INSTANCE:i-gone"))
                .isEmpty();
    }

    @Test
    void edgesGrowWithClustersNotWithInstances() {
        var deployment = fleet(840);
        var it = topology(deployment);
        assertThat(it.nodes()).hasSizeGreaterThan(840);
        assertThat(it.edges()).hasSizeLessThan(60);
        assertThat(it.edges()).anyMatch(edge -> edge.count() > 200 && edge.flow() == Flow.PASSES);
    }

    private static Deployment fleet(int size) {
        var instances = new ArrayList<io.atalaya.deployment.Instance>();
        var targets = new ArrayList<Target>();
        var members = new ArrayList<ScalingMember>();
        for (int i = 0; i < size; i++) {
            var id = "i-%05d".formatted(i);
            var zone = i % 2 == 0 ? "us-east-1a" : "us-east-1d";
            var ip = "10.20." + (i % 2) + "." + (i % 250 + 1);
            instances.add(Sample.instance(
                    id, "web", "running", zone, "subnet-1" + zone.charAt(zone.length() - 1), ip, List.of("sg-app")));
            targets.add(Sample.target("ChOp-web", id, "healthy", null));
            members.add(Sample.member(id, "InService", "Healthy"));
        }
        var it = with(CheckOp.healthy(), Parts.INSTANCES, instances);
        it = with(it, Parts.TARGETS, targets);
        return with(
                it,
                Parts.SCALING_GROUPS,
                List.of(Sample.scalingGroup("asg", 1, size, size, members.toArray(ScalingMember[]::new))));
    }
}
