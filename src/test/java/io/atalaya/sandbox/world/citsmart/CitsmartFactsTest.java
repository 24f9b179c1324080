package io.atalaya.sandbox.world.citsmart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Every statement of the CITSmart Cloud Platform document, asked of the sandbox with the SDK's own clients. */
class CitsmartFactsTest {
    private final Clients aws = new Clients(Story.CALM);

    @AfterEach
    void close() {
        aws.close();
    }

    /** 1. Route 53: "health check detecting unavailability ... connection redirection automatically". */
    @Test
    void route53FailsOverByHealthChecks() {
        var zone = aws.dns().listHostedZones().hostedZones().stream()
                .filter(z -> !z.config().privateZone())
                .findFirst()
                .orElseThrow();
        List<ResourceRecordSet> site =
                aws.dns().listResourceRecordSets(r -> r.hostedZoneId(zone.id())).resourceRecordSets().stream()
                        .filter(s -> s.failover() != null)
                        .toList();
        assertThat(site).extracting(ResourceRecordSet::name).containsOnly("itsm.citsmart.example.");
        assertThat(site)
                .extracting(
                        ResourceRecordSet::failoverAsString,
                        s -> s.aliasTarget().dnsName(),
                        s -> s.healthCheckId())
                .containsExactly(
                        tuple(
                                "PRIMARY",
                                "dualstack.citsmart-elb-1175740263.sa-east-1.elb.amazonaws.com.",
                                CitsmartIds.CHECK_HTTPS),
                        tuple("SECONDARY", "s3-website-sa-east-1.amazonaws.com.", CitsmartIds.CHECK_MAINTENANCE));
        assertThat(aws.dns().listHealthChecks().healthChecks())
                .extracting(c -> c.healthCheckConfig().typeAsString(), c -> c.healthCheckConfig()
                        .port())
                .containsExactlyInAnyOrder(tuple("HTTPS", 443), tuple("HTTP", 80), tuple("HTTP", 80));
        var seen = aws.dns()
                .getHealthCheckStatus(r -> r.healthCheckId(CitsmartIds.CHECK_HTTPS))
                .healthCheckObservations();
        assertThat(seen).extracting(o -> o.regionAsString()).contains("us-east-1", "eu-west-1", "sa-east-1");
        assertThat(seen).allMatch(o -> o.statusReport().status().startsWith("Success: HTTP Status Code 200"));
        assertThat(aws.dns()
                        .getHealthCheckStatus(r -> r.healthCheckId(CitsmartIds.CHECK_HTTP))
                        .healthCheckObservations())
                .allMatch(o -> o.statusReport().status().contains("301"));
    }

    /** 2. VPC: "does not have communication with other networks or VPCs except for the VPN ... with the on-premises network". */
    @Test
    void onlyTheVpnLeadsOut() {
        assertThat(aws.ec2().describeVpcs().vpcs()).hasSize(1);
        assertThat(aws.ec2().describeNatGateways().natGateways()).isEmpty();
        var tables = aws.ec2().describeRouteTables().routeTables();
        for (var tier : List.of(CitsmartIds.APP, CitsmartIds.DATA)) {
            var routes = tables.stream()
                    .filter(t -> t.associations().stream()
                            .anyMatch(a -> a.subnetId() != null && tier.contains(a.subnetId())))
                    .flatMap(t -> t.routes().stream())
                    .toList();
            assertThat(routes).extracting(Route::gatewayId).containsExactlyInAnyOrder("local", CitsmartIds.VGW);
        }
        assertThat(tables.stream()
                        .filter(t -> t.routes().stream().anyMatch(r -> CitsmartIds.IGW.equals(r.gatewayId())))
                        .flatMap(t -> t.associations().stream())
                        .map(a -> a.subnetId()))
                .as("the balancer's subnets let people in")
                .containsExactlyInAnyOrderElementsOf(CitsmartIds.PUBLIC);
        var gateway = aws.ec2().describeVpnGateways().vpnGateways().getFirst();
        assertThat(gateway.vpcAttachments()).extracting(a -> a.vpcId()).containsExactly(CitsmartIds.VPC);
        assertThat(aws.ec2().describeCustomerGateways().customerGateways())
                .extracting(g -> g.ipAddress())
                .containsExactly("203.0.113.9");
        var connection = aws.ec2()
                .describeVpnConnections(
                        r -> r.filters(f -> f.name("vpn-gateway-id").values(gateway.vpnGatewayId())))
                .vpnConnections()
                .getFirst();
        assertThat(connection.customerGatewayId()).isEqualTo(CitsmartIds.CGW);
        assertThat(connection.vgwTelemetry())
                .extracting(t -> t.statusAsString())
                .containsExactly("UP", "UP");
        assertThat(instances()).extracting(Instance::publicIpAddress).containsOnlyNulls();
    }

    /** 3. ELB: "works over both HTTP and HTTPS ... according to the content of the request". */
    @Test
    void theBalancerRoutesByContent() {
        var elb = aws.elb().describeLoadBalancers().loadBalancers().getFirst();
        assertThat(elb.typeAsString()).isEqualTo("application");
        assertThat(elb.availabilityZones()).hasSize(3);
        var listeners = aws.elb()
                .describeListeners(r -> r.loadBalancerArn(elb.loadBalancerArn()))
                .listeners();
        assertThat(listeners).extracting(l -> l.protocolAsString()).containsExactlyInAnyOrder("HTTP", "HTTPS");
        assertThat(listeners)
                .filteredOn(l -> l.port() == 80)
                .flatExtracting(l -> l.defaultActions())
                .singleElement()
                .satisfies(a -> assertThat(a.redirectConfig().protocol()).isEqualTo("HTTPS"));
        assertThat(listeners)
                .filteredOn(l -> l.port() == 443)
                .flatExtracting(l -> l.certificates())
                .hasSize(1);
        assertThat(aws.elb().describeRules(r -> r.listenerArn(CitsmartIds.HTTPS)).rules().stream()
                        .flatMap(r -> r.conditions().stream())
                        .filter(c -> c.field().equals("path-pattern"))
                        .flatMap(c -> c.pathPatternConfig().values().stream()))
                .containsExactly("/", "/citsmart/*", "/solr/*", "/tika*", "/admin/*");
        var groups = aws.elb().describeTargetGroups().targetGroups();
        assertThat(groups).extracting(g -> g.port()).containsExactlyInAnyOrder(8080, 9998, 8983, 8161);
        for (var group : groups) {
            assertThat(health(group.targetGroupArn()))
                    .hasSize(3)
                    .allMatch(h -> h.targetHealth().stateAsString().equals("healthy"));
        }
    }

    /** 3. ELB: "in case of auto-escalation, the ELB will detect the new server and add it as a member of the balancer". */
    @Test
    void whatIsScaledOutBecomesAMember() {
        aws.scaling().setDesiredCapacity(r -> r.autoScalingGroupName(CitsmartIds.SCALING_GROUP)
                .desiredCapacity(4));
        aws.clock().advance(Duration.ofMinutes(5));
        assertThat(health(CitsmartIds.WEB))
                .hasSize(4)
                .allMatch(h -> h.targetHealth().stateAsString().equals("healthy"));
        String added = aws.scaling().describeAutoScalingGroups().autoScalingGroups().getFirst().instances().stream()
                .map(i -> i.instanceId())
                .filter(Predicate.not(List.of(CitsmartIds.APP_1A, CitsmartIds.APP_1B, CitsmartIds.APP_1C)::contains))
                .findFirst()
                .orElseThrow();
        assertThat(aws.logs()
                        .filterLogEvents(r -> r.logGroupName("/citsmart/citSMART")
                                .logStreamNames(added)
                                .startTime(
                                        aws.clock().instant().minusSeconds(120).toEpochMilli()))
                        .events())
                .isNotEmpty();
    }

    /** 4. AMI: "a custom AMI Linux image ... Amazon Linux is in version 2 ... Kernel 4.9". */
    @Test
    void everyHostRunsTheCustomAmazonLinux2() {
        List<Image> images = aws.ec2()
                .describeImages(r -> r.imageIds(
                        instances().stream().map(Instance::imageId).distinct().toList()))
                .images();
        assertThat(images)
                .hasSize(2)
                .allMatch(i -> i.ownerId().equals(CitsmartIds.ACCOUNT))
                .allMatch(i -> i.description().startsWith("Amazon Linux 2, kernel 4.9, Docker"))
                .allMatch(i -> i.sourceImageId().equals(CitsmartIds.IMAGE_AMAZON));
        assertThat(images).extracting(Image::description).anyMatch(d -> d.contains("JBoss 7.1, Java 7"));
        assertThat(images).extracting(Image::description).anyMatch(d -> d.contains("WildFly 12, Java 8"));
        assertThat(instances())
                .extracting(i -> i.placement().availabilityZone())
                .containsExactlyInAnyOrder(
                        "sa-east-1a", "sa-east-1b", "sa-east-1c", "sa-east-1a", "sa-east-1b", "sa-east-1c");
    }

    /** 8. Docker: the six containers. */
    @Test
    void theHostsRunTheSixContainers() {
        assertThat(instances().stream()
                        .flatMap(i -> i.tags().stream())
                        .filter(t -> t.key().equals("Docker"))
                        .map(Tag::value)
                        .flatMap(v -> List.of(v.split(" ")).stream())
                        .distinct())
                .containsExactlyInAnyOrder("citSMART", "citSOLR", "mongodb", "citACTIVEMQ", "citGUACD", "citTIKA");
    }

    /** 5. RDS: "synchronous replication to another availability zone ... automatic snapshots". */
    @Test
    void theDatabaseIsMultiAzPostgres() {
        DBInstance db = database();
        assertThat(db.engine()).isEqualTo("postgres");
        assertThat(db.multiAZ()).isTrue();
        assertThat(db.availabilityZone()).isNotEqualTo(db.secondaryAvailabilityZone());
        assertThat(db.dbSubnetGroup().subnets()).hasSize(3);
        assertThat(aws.rds()
                        .describeDBSnapshots(r -> r.snapshotType("automated"))
                        .dbSnapshots())
                .hasSize(14)
                .allMatch(s -> s.status().equals("available"));
    }

    /** 5. RDS: "automatic node switching in case of unavailability". */
    @Test
    void failingOverSwapsTheZonesAndIsTold() {
        DBInstance before = database();
        aws.rds().rebootDBInstance(r -> r.dbInstanceIdentifier(CitsmartIds.DATABASE)
                .forceFailover(true));
        assertThat(database().dbInstanceStatus()).isEqualTo("rebooting");
        aws.clock().advance(Duration.ofMinutes(2));
        DBInstance after = database();
        assertThat(after.dbInstanceStatus()).isEqualTo("available");
        assertThat(after.availabilityZone()).isEqualTo(before.secondaryAvailabilityZone());
        assertThat(after.secondaryAvailabilityZone()).isEqualTo(before.availabilityZone());
        assertThat(aws.rds().describeEvents(r -> r.duration(10)).events())
                .extracting(e -> e.message())
                .containsExactly(
                        "Multi-AZ instance failover started.",
                        "DB instance restarted",
                        "Multi-AZ instance failover completed");
    }

    /** 5. "integrates with Route 53": hosts find the database by a name that outlives its nodes. */
    @Test
    void theDatabaseHasANameInside() {
        var zone = aws.dns().listHostedZones().hostedZones().stream()
                .filter(z -> z.config().privateZone())
                .findFirst()
                .orElseThrow();
        assertThat(aws.dns()
                        .listResourceRecordSets(r -> r.hostedZoneId(zone.id()))
                        .resourceRecordSets())
                .filteredOn(s -> s.name().startsWith("banco."))
                .flatExtracting(s -> s.resourceRecords())
                .extracting(r -> r.value())
                .containsExactly(database().endpoint().address() + '.');
    }

    /** "Data backup is automatically replicated in 2 availability zones (different regions)". */
    @Test
    void backupsAreCopiedToAnotherRegion() {
        List<String> originals = aws.rds().describeDBSnapshots(r -> r.snapshotType("automated")).dbSnapshots().stream()
                .map(DBSnapshot::dbSnapshotArn)
                .toList();
        List<DBSnapshot> copies =
                aws.rds(CitsmartIds.BACKUP_REGION).describeDBSnapshots().dbSnapshots();
        assertThat(copies).hasSize(7).allMatch(s -> s.sourceRegion().equals("sa-east-1"));
        assertThat(originals)
                .containsAll(copies.stream()
                        .map(DBSnapshot::sourceDBSnapshotIdentifier)
                        .toList());
    }

    private List<Instance> instances() {
        return aws.ec2().describeInstances().reservations().stream()
                .flatMap(r -> r.instances().stream())
                .toList();
    }

    private DBInstance database() {
        return aws.rds().describeDBInstances().dbInstances().getFirst();
    }

    private List<TargetHealthDescription> health(String targetGroup) {
        return aws.elb()
                .describeTargetHealth(r -> r.targetGroupArn(targetGroup))
                .targetHealthDescriptions();
    }
}
