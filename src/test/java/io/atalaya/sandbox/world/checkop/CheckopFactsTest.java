package io.atalaya.sandbox.world.checkop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.sandbox.world.Asker;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsRequest;
import software.amazon.awssdk.services.efs.model.DescribeFileSystemsResponse;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsRequest;
import software.amazon.awssdk.services.efs.model.DescribeMountTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.route53.model.ListHostedZonesRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;

/** The tables of the CheckOP document, asked of the sandbox as the console asks them. */
class CheckopFactsTest {
    private final Asker aws = Asker.calm();

    @Test
    void theInstancesTable() {
        assertThat(instances())
                .extracting(
                        i -> i.tags().getFirst().value(),
                        Instance::instanceTypeAsString,
                        i -> i.placement().availabilityZone(),
                        i -> i.state().nameAsString())
                .containsExactlyInAnyOrder(
                        tuple("AUTOChOp", "t3.xlarge", "us-east-1d", "running"),
                        tuple("AUTOChOp", "t3.xlarge", "us-east-1a", "running"),
                        tuple("Base ChOp", "t3.xlarge", "us-east-1a", "running"));
        var type = aws.ask(
                        DescribeInstanceTypesRequest.builder()
                                .instanceTypesWithStrings("t3.xlarge")
                                .build(),
                        DescribeInstanceTypesResponse.class)
                .instanceTypes()
                .getFirst();
        assertThat(type.vCpuInfo().defaultVCpus()).isEqualTo(4);
        assertThat(type.memoryInfo().sizeInMiB()).isEqualTo(16 * 1024);
        assertThat(aws.ask(DescribeVolumesRequest.builder().build(), DescribeVolumesResponse.class)
                        .volumes())
                .hasSize(3)
                .extracting(Volume::size, Volume::volumeTypeAsString)
                .containsOnly(tuple(50, "gp3"));
    }

    @Test
    void everyInstanceRunsCentos7() {
        List<String> images = instances().stream().map(Instance::imageId).toList();
        assertThat(aws.ask(DescribeImagesRequest.builder().imageIds(images).build(), DescribeImagesResponse.class)
                        .images())
                .extracting(Image::description)
                .allMatch(d -> d.contains("CentOS") && d.contains("7"));
    }

    @Test
    void theBalancer() {
        LoadBalancer elb = aws.ask(DescribeLoadBalancersRequest.builder().build(), DescribeLoadBalancersResponse.class)
                .loadBalancers()
                .getFirst();
        assertThat(elb.loadBalancerName()).isEqualTo("Progresus-ELB");
        assertThat(elb.dnsName()).isEqualTo("Progresus-ELB-195469790.us-east-1.elb.amazonaws.com");
        assertThat(elb.typeAsString()).isEqualTo("application");
        assertThat(elb.state().codeAsString()).isEqualTo("active");
        assertThat(elb.availabilityZones()).extracting(z -> z.zoneName()).containsExactly("us-east-1a", "us-east-1d");
    }

    @Test
    void everyInstanceHasAnElasticIp() {
        assertThat(aws.ask(DescribeAddressesRequest.builder().build(), DescribeAddressesResponse.class)
                        .addresses())
                .extracting(a -> a.instanceId())
                .containsExactlyInAnyOrderElementsOf(
                        instances().stream().map(Instance::instanceId).toList());
    }

    @Test
    void aNewerImageIsNotInTheLaunchTemplate() {
        List<Image> own = aws.ask(DescribeImagesRequest.builder().owners("self").build(), DescribeImagesResponse.class)
                .images();
        assertThat(own)
                .extracting(Image::name)
                .containsExactly("ChOp-2026-08-19", "ChOp-2026-10-13", "ChOp-2026-11-23");
        assertThat(own).extracting(Image::sourceInstanceId).containsOnly(Ids.BASE);
        assertThat(instances()).extracting(Instance::imageId).doesNotContain(Ids.IMAGE_NEW);
    }

    @Test
    void theZoneHasEightRecordSets() {
        var zone = aws.ask(ListHostedZonesRequest.builder().build(), ListHostedZonesResponse.class)
                .hostedZones()
                .getFirst();
        assertThat(zone.name()).isEqualTo("checkop.co.");
        assertThat(zone.config().privateZone()).isFalse();
        assertThat(zone.resourceRecordSetCount()).isEqualTo(8);
        assertThat(aws.ask(
                                ListResourceRecordSetsRequest.builder()
                                        .hostedZoneId(zone.id())
                                        .build(),
                                ListResourceRecordSetsResponse.class)
                        .resourceRecordSets())
                .hasSize(8)
                .extracting(s -> s.typeAsString())
                .containsExactlyInAnyOrder("NS", "SOA", "A", "A", "A", "MX", "TXT", "CNAME");
    }

    @Test
    void theFileSystem() {
        var files = aws.ask(DescribeFileSystemsRequest.builder().build(), DescribeFileSystemsResponse.class)
                .fileSystems()
                .getFirst();
        assertThat(files.name()).isEqualTo("ChOp-Temp");
        assertThat(files.sizeInBytes().value() / 1e9).isBetween(195.0, 220.0);
        assertThat(files.sizeInBytes().timestamp()).isEqualTo("2026-11-24T18:11:00Z");
        assertThat(aws.ask(
                                DescribeMountTargetsRequest.builder()
                                        .fileSystemId(files.fileSystemId())
                                        .build(),
                                DescribeMountTargetsResponse.class)
                        .mountTargets())
                .extracting(m -> m.availabilityZoneName())
                .containsExactly("us-east-1a", "us-east-1d");
    }

    @Test
    void theDatabaseTable() {
        var db = aws.ask(DescribeDbInstancesRequest.builder().build(), DescribeDbInstancesResponse.class)
                .dbInstances()
                .getFirst();
        assertThat(db.dbInstanceIdentifier()).isEqualTo("dbprogressus");
        assertThat(db.engine()).isEqualTo("mysql");
        assertThat(db.dbInstanceClass()).isEqualTo("db.r5.xlarge");
        assertThat(db.availabilityZone()).isEqualTo("us-east-1a");
        assertThat(db.allocatedStorage()).isEqualTo(217);
        assertThat(db.maxAllocatedStorage()).isEqualTo(1000);
        assertThat(db.multiAZ()).isFalse();
        assertThat(db.endpoint().port()).isEqualTo(3306);
    }

    @Test
    void aSnapshotIsBeingMadeAndTenAreThere() {
        var snapshots = aws.ask(DescribeDbSnapshotsRequest.builder().build(), DescribeDbSnapshotsResponse.class)
                .dbSnapshots();
        assertThat(snapshots).hasSize(11);
        assertThat(snapshots)
                .filteredOn(s -> s.snapshotType().equals("automated"))
                .hasSize(7);
        assertThat(snapshots)
                .filteredOn(s -> s.status().equals("creating"))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.dbSnapshotIdentifier()).isEqualTo("dbprogressus-pre-2026-48");
                    assertThat(s.percentProgress()).isEqualTo(64);
                });
    }

    @Test
    void theScalingGroupKeepsTwoToFour() {
        var group = aws.ask(DescribeAutoScalingGroupsRequest.builder().build(), DescribeAutoScalingGroupsResponse.class)
                .autoScalingGroups()
                .getFirst();
        assertThat(List.of(group.minSize(), group.desiredCapacity(), group.maxSize()))
                .containsExactly(2, 2, 4);
        assertThat(group.instances()).hasSize(2);
        assertThat(group.healthCheckType()).isEqualTo("EC2");
    }

    @Test
    void otherRegionsAreEmpty() {
        aws.in("sa-east-1");
        assertThat(instances()).isEmpty();
        assertThat(aws.ask(DescribeLoadBalancersRequest.builder().build(), DescribeLoadBalancersResponse.class)
                        .loadBalancers())
                .isEmpty();
    }

    private List<Instance> instances() {
        return aws
                .ask(DescribeInstancesRequest.builder().build(), DescribeInstancesResponse.class)
                .reservations()
                .stream()
                .flatMap(r -> r.instances().stream())
                .toList();
    }
}
