package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.ReadList;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Target;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every part of CheckOP, over the real wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckopReadTest {
    private final Wire wire = new Wire(PageSize.LARGEST);

    @BeforeAll
    void readAll() {
        wire.readAll();
    }

    @AfterAll
    void close() {
        wire.close();
    }

    @Test
    void everyPartHasASourceAndIsReadCompletely() {
        assertThat(wire.loop().statuses().stream().map(s -> s.part().id()))
                .containsExactlyInAnyOrderElementsOf(
                        Parts.all().stream().map(Part::id).toList());
        for (Part<?> part : Parts.all()) {
            var observed = wire.observed(part);
            assertThat(observed.problem()).as(part.id()).isNull();
            assertThat(Objects.requireNonNull(observed.value(), part.id()).complete())
                    .as(part.id())
                    .isTrue();
        }
    }

    @Test
    void everyCallIsOnTheReadList() {
        var list = ReadList.shipped();
        assertThat(wire.loop().statuses().stream().flatMap(s -> s.calls().stream()))
                .allMatch(list::contains);
    }

    @Test
    void asksAsLittleAsItCan() {
        // one call for each part, and one more for each resource only where AWS has no other way
        assertThat(wire.sandbox.requests().total()).isLessThan(80);
    }

    @Test
    void instances() {
        assertThat(wire.items(Parts.INSTANCES).stream()
                        .filter(i -> i.state().equals("running"))
                        .map(i -> i.name() + " " + i.instanceType() + " " + i.zone()))
                .containsExactlyInAnyOrder(
                        "AUTOChOp t3.xlarge us-east-1d",
                        "AUTOChOp t3.xlarge us-east-1a",
                        "Base ChOp t3.xlarge us-east-1a");
        assertThat(wire.items(Parts.INSTANCES))
                .filteredOn(i -> i.state().equals("running"))
                .allSatisfy(i -> {
                    assertThat(i.vpcId()).isNotNull();
                    assertThat(i.publicIp()).isNotNull();
                    assertThat(i.launchedAt()).isNotNull();
                    assertThat(i.securityGroupIds()).isNotEmpty();
                    assertThat(i.volumeIds()).hasSize(1);
                });
        assertThat(wire.items(Parts.INSTANCE_CHECKS))
                .allMatch(c -> c.systemStatus().equals("ok"));
    }

    @Test
    void sizesOfMachinesAndOfDatabaseClasses() {
        assertThat(wire.items(Parts.INSTANCE_TYPES))
                .contains(new InstanceType("t3.xlarge", 4, 16384), new InstanceType("r5.xlarge", 4, 32768));
    }

    @Test
    void sizesAreNotAskedForAgain() {
        var asked = wire.sandbox.requests().count(AwsService.EC2, "DescribeInstanceTypes");
        wire.loop().askNow(Set.of(Parts.INSTANCE_TYPES));
        wire.time.settle();

        assertThat(wire.sandbox.requests().count(AwsService.EC2, "DescribeInstanceTypes"))
                .isEqualTo(asked);
        assertThat(wire.items(Parts.INSTANCE_TYPES)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void imagesOfThisAccountAndThoseThatInstancesCameFrom() {
        var ids = wire.items(Parts.IMAGES).stream().map(i -> i.id()).toList();
        assertThat(wire.items(Parts.INSTANCES).stream().map(Instance::imageId).filter(Objects::nonNull))
                .isSubsetOf(ids);
        assertThat(wire.items(Parts.IMAGES)).anyMatch(i -> i.sourceInstanceId() != null);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void storageAndAddresses() {
        var machines = wire.items(Parts.INSTANCES).stream()
                .filter(i -> i.state().equals("running"))
                .map(Instance::id)
                .toList();
        assertThat(wire.items(Parts.VOLUMES))
                .filteredOn(v -> v.attachments().stream().anyMatch(a -> machines.contains(a.instanceId())))
                .hasSize(3)
                .allMatch(v -> v.sizeGib() == 50);
        assertThat(wire.items(Parts.ELASTIC_IPS).stream().map(e -> e.instanceId()))
                .containsAll(machines);
    }

    @Test
    void network() {
        var vpc = wire.items(Parts.VPCS).getFirst();
        assertThat(vpc.cidrs()).isNotEmpty();
        assertThat(wire.items(Parts.SUBNETS)).isNotEmpty().allMatch(s -> s.zone()
                .startsWith("us-east-1"));
        assertThat(wire.items(Parts.SECURITY_GROUPS))
                .anyMatch(g -> g.rules().stream().anyMatch(r -> r.ingress() && r.groupId() != null))
                .anyMatch(g -> g.rules().stream().anyMatch(r -> "0.0.0.0/0".equals(r.cidr())));
        assertThat(wire.items(Parts.NETWORK_ACLS)).isNotEmpty().allSatisfy(acl -> assertThat(acl.entries())
                .anyMatch(e -> e.number() == 32767 && !e.allow()));
    }

    @Test
    void whatTrafficTakes() {
        var routes = wire.items(Parts.ROUTE_TABLES);
        assertThat(routes).hasSize(3).filteredOn(t -> t.main()).hasSize(1);
        assertThat(routes)
                .filteredOn(t -> t.name().equals("rtb-public"))
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.subnetIds()).hasSize(2);
                    assertThat(t.routes())
                            .extracting(r -> r.cidr() + " " + r.via() + " " + r.targetId() + " " + r.blackhole())
                            .containsExactly(
                                    "10.20.0.0/16 LOCAL null false",
                                    "0.0.0.0/0 INTERNET_GATEWAY igw-06c4e2a8f1b3d5970 false");
                });
        assertThat(wire.items(Parts.INTERNET_GATEWAYS))
                .extracting(g -> g.vpcId())
                .containsExactly(wire.items(Parts.VPCS).getFirst().id());
        assertThat(wire.items(Parts.NETWORK_INTERFACES))
                .as("three instances, two nodes of the balancer, two mount targets, the database")
                .hasSize(8)
                .allMatch(n -> n.privateIps().size() == 1);
        assertThat(wire.items(Parts.PREFIX_LISTS))
                .as("AWS's own, which nothing refers to")
                .isNotEmpty()
                .allMatch(l -> l.cidrs() == null);
    }

    @Test
    void everyRuleOfASecurityGroupHasItsId() {
        assertThat(wire.items(Parts.SECURITY_GROUPS).stream().flatMap(g -> g.rules().stream()))
                .isNotEmpty()
                .allMatch(r -> r.ruleId() != null && r.ruleId().startsWith("sgr-"))
                .allMatch(r -> r.groupOwner() == null)
                .extracting(r -> r.ruleId())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoMayNotReadTheIdsStillSeesWhatTheGroupsLetThrough() {
        try (var denied = new Wire(PageSize.LARGEST)) {
            denied.sandbox
                    .faults()
                    .plan(FaultMatch.of(AwsService.EC2, "DescribeSecurityGroupRules"), new Fault.Denied("*"));
            denied.readAll();
            assertThat(denied.observed(Parts.SECURITY_GROUPS).problem()).isNull();
            assertThat(denied.items(Parts.SECURITY_GROUPS))
                    .hasSameSizeAs(wire.items(Parts.SECURITY_GROUPS))
                    .allMatch(g -> g.rules().stream().allMatch(r -> r.ruleId() == null));
            assertThat(Objects.requireNonNull(
                                    denied.observed(Parts.SECURITY_RULE_IDS).problem())
                            .kind())
                    .isEqualTo(Problem.Kind.DENIED);
        }
    }

    @Test
    void scaling() {
        var group = wire.items(Parts.SCALING_GROUPS).getFirst();
        assertThat(group.min()).isEqualTo(2);
        assertThat(group.max()).isEqualTo(4);
        assertThat(group.members()).hasSize(2);
        assertThat(group.targetGroupArns()).isNotEmpty();
        var template = wire.items(Parts.LAUNCH_TEMPLATES).stream()
                .filter(t -> t.id().equals(group.launchTemplateId()))
                .findFirst()
                .orElseThrow();
        assertThat(template.versions()).extracting(v -> v.number()).contains(template.latestVersion());
        assertThat(wire.items(Parts.SCALING_ACTIVITIES)).isNotEmpty().allMatch(a -> a.groupName()
                .equals(group.name()));
    }

    @Test
    void balancing() {
        var balancer = wire.items(Parts.LOAD_BALANCERS).stream()
                .filter(b -> b.name().equals("Progresus-ELB"))
                .findFirst()
                .orElseThrow();
        assertThat(balancer.balancerType()).isEqualTo(LoadBalancerType.APPLICATION);
        assertThat(balancer.dnsName()).isEqualTo("Progresus-ELB-195469790.us-east-1.elb.amazonaws.com");
        assertThat(balancer.state()).isEqualTo("active");
        assertThat(balancer.zones()).extracting(z -> z.zone()).containsExactlyInAnyOrder("us-east-1a", "us-east-1d");

        assertThat(wire.items(Parts.LISTENERS).stream()
                        .filter(l -> l.balancerArn().equals(balancer.arn()))
                        .flatMap(l -> l.defaultActions().stream())
                        .map(RuleAction::type))
                .contains("forward");
        assertThat(wire.items(Parts.LISTENER_RULES)).isNotEmpty();
        var group = wire.items(Parts.TARGET_GROUPS).getFirst();
        assertThat(group.balancerArns()).contains(balancer.arn());
        assertThat(wire.items(Parts.TARGETS))
                .filteredOn(t -> t.targetGroupArn().equals(group.arn()))
                .hasSize(2)
                .extracting(Target::state)
                .containsOnly("healthy");
    }

    @Test
    void database() {
        Database database = wire.items(Parts.DATABASES).getFirst();
        assertThat(database.id()).isEqualTo("dbprogressus");
        assertThat(database.engine()).isEqualTo("mysql");
        assertThat(database.instanceClass()).isEqualTo("db.r5.xlarge");
        assertThat(database.zone()).isEqualTo("us-east-1a");
        assertThat(database.allocatedGib()).isEqualTo(217);
        assertThat(database.maxAllocatedGib()).isEqualTo(1000);
        assertThat(wire.items(Parts.DATABASE_SNAPSHOTS)).isNotEmpty().allMatch(s -> s.databaseId()
                .equals("dbprogressus"));
        assertThat(wire.items(Parts.DATABASE_EVENTS)).isNotEmpty();
    }

    @Test
    void whatIsKnownOfADatabaseBesides() {
        var database = wire.items(Parts.DATABASES).getFirst();
        var settings = database.settings();
        assertThat(settings.parameterGroups()).containsExactly(new ParameterGroupUse("checkop-mysql8", "in-sync"));
        assertThat(settings.zones()).containsExactly("us-east-1a", "us-east-1d");
        assertThat(database.caCertificateValidUntil()).isAfter(wire.time.instant());
        assertThat(wire.items(Parts.DATABASE_AUTHORITIES))
                .filteredOn(a -> a.id().equals(settings.caId()))
                .hasSize(1)
                .allMatch(a -> a.validUntil() != null);
        assertThat(wire.items(Parts.DATABASE_PARAMETERS))
                .containsExactly(new DatabaseParameter("checkop-mysql8", "max_connections", "2730", "user", "dynamic"));
        assertThat(wire.items(Parts.DATABASE_MAINTENANCE))
                .hasSize(1)
                .allMatch(m -> m.resourceArn().equals(database.arn()) && m.currentApplyAt() != null);
        assertThat(wire.items(Parts.DATABASE_CLUSTERS)).isEmpty();
        assertThat(wire.items(Parts.CLUSTER_SNAPSHOTS)).isEmpty();
        var backup = wire.items(Parts.DATABASE_BACKUPS).getFirst();
        assertThat(backup.databaseId()).isEqualTo(database.id());
        assertThat(Objects.requireNonNull(backup.earliestAt())).isBefore(backup.latestAt());
        assertThat(backup.replicatedTo()).isEmpty();
    }

    @Test
    void metricsOfDatabases() {
        assertThat(wire.items(Parts.DATABASE_METRICS))
                .extracting(s -> s.id().metric())
                .containsExactly("FreeableMemory");
        var storage = wire.items(Parts.DATABASE_STORAGE).getFirst();
        assertThat(storage.periodSeconds()).isEqualTo(3600);
        assertThat(storage.points()).hasSizeBetween(330, 337);
        assertThat(storage.points().getFirst().value())
                .isGreaterThan(storage.points().getLast().value());
    }

    @Test
    void fileSystem() {
        var fileSystem = wire.items(Parts.FILE_SYSTEMS).getFirst();
        assertThat(fileSystem.name()).isEqualTo("ChOp-Temp");
        assertThat(fileSystem.sizeBytes()).isPositive();
        assertThat(fileSystem.sizeMeasuredAt()).isNotNull();
        assertThat(wire.items(Parts.MOUNT_TARGETS))
                .isNotEmpty()
                .allMatch(m -> m.fileSystemId().equals(fileSystem.id()))
                .allMatch(m -> !m.securityGroupIds().isEmpty());
    }

    @Test
    void dns() {
        var zone = wire.items(Parts.HOSTED_ZONES).getFirst();
        assertThat(zone.name()).isEqualTo("checkop.co");
        assertThat(zone.recordCount()).isEqualTo(8);
        assertThat(wire.items(Parts.RECORD_SETS))
                .hasSize(8)
                .allMatch(r -> r.hostedZoneId().equals(zone.id()))
                .noneMatch(r -> r.name().endsWith("."))
                .anyMatch(r -> r.alias() != null);
        assertThat(wire.items(Parts.HEALTH_CHECKS))
                .isNotEmpty()
                .allMatch(c -> c.checkers().size() > 1)
                .allMatch(c -> c.checkers().stream().allMatch(CheckerResult::healthy));
    }

    @Test
    void alarmsAndMetrics() {
        assertThat(wire.items(Parts.ALARMS)).isNotEmpty().allMatch(a -> !a.state()
                .isEmpty());
        assertThat(wire.items(Parts.METRICS))
                .extracting(s -> s.id().metric())
                .contains(
                        "RequestCount",
                        "TargetResponseTime",
                        "HealthyHostCount",
                        "CPUUtilization",
                        "DatabaseConnections",
                        "ReadLatency");
        var requests = series("RequestCount").getFirst();
        assertThat(requests.points()).hasSizeBetween(55, 60);
        assertThat(requests.points()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(requests.periodSeconds()).isEqualTo(60);
        assertThat(requests.partial()).isFalse();
    }

    private List<MetricSeries> series(String metric) {
        return wire.items(Parts.METRICS).stream()
                .filter(s -> s.id().metric().equals(metric))
                .toList();
    }
}
