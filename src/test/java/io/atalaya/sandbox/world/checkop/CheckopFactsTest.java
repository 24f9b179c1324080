package io.atalaya.sandbox.world.checkop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.sandbox.world.Asker;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

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
