package io.atalaya.sandbox.world.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.checkop.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityResponse;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

/** Filters, pages, ids that are not there, and states that take their time. */
class Ec2Test {
    private final Asker aws = Asker.calm();

    @Test
    void filtersAreAndedAndTheirValuesOred() {
        assertThat(ids(request().filters(f -> f.name("availability-zone").values("us-east-1a"))))
                .containsExactlyInAnyOrder(Ids.APP_1A, Ids.BASE);
        assertThat(ids(request()
                        .filters(
                                f -> f.name("availability-zone").values("us-east-1a", "us-east-1d"),
                                f -> f.name("tag:Name").values("AUTO*"))))
                .containsExactlyInAnyOrder(Ids.APP_1A, Ids.APP_1D);
        assertThat(ids(request().filters(f -> f.name("instance-state-name").values("stopped"))))
                .isEmpty();
        assertThat(codeOf(request().filters(f -> f.name("colour").values("red"))))
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void pagesFollowTheirTokens() {
        List<String> seen = new ArrayList<>();
        String token = null;
        int pages = 0;
        do {
            var page = aws.ask(
                    DescribeSubnetsRequest.builder()
                            .maxResults(3)
                            .nextToken(token)
                            .build(),
                    DescribeSubnetsResponse.class);
            page.subnets().forEach(s -> seen.add(s.subnetId()));
            token = page.nextToken();
            pages++;
        } while (token != null);
        assertThat(pages).isEqualTo(2);
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
        assertThat(codeOf(request().nextToken("bm9wZQ"))).isEqualTo("InvalidNextToken");
    }

    @Test
    void unknownIdsAreNamed() {
        assertThatThrownBy(() -> ids(request().instanceIds(Ids.BASE, "i-0123456789abcdef0")))
                .isInstanceOf(WireFault.class)
                .hasMessageContaining("i-0123456789abcdef0");
        assertThat(codeOf(request().instanceIds("i-0123456789abcdef0"))).isEqualTo("InvalidInstanceID.NotFound");
    }

    @Test
    void stoppingAndStartingPassThroughTheirPhases() {
        var stopped =
                aws.ask(StopInstancesRequest.builder().instanceIds(Ids.BASE).build(), StopInstancesResponse.class);
        assertThat(stopped.stoppingInstances().getFirst().currentState().nameAsString())
                .isEqualTo("stopping");
        assertThat(stateOf(Ids.BASE)).isEqualTo("stopping");
        aws.clock().advance(Duration.ofSeconds(26));
        assertThat(stateOf(Ids.BASE)).isEqualTo("stopped");
        aws.ask(StartInstancesRequest.builder().instanceIds(Ids.BASE).build(), StartInstancesResponse.class);
        assertThat(stateOf(Ids.BASE)).isEqualTo("pending");
        aws.clock().advance(Duration.ofSeconds(13));
        assertThat(stateOf(Ids.BASE)).isEqualTo("running");
    }

    @Test
    void aStoppedTargetIsUnusedAndTheScalingGroupReplacesIt() {
        aws.ask(StopInstancesRequest.builder().instanceIds(Ids.APP_1A).build(), StopInstancesResponse.class);
        assertThat(health()).contains(Ids.APP_1A + " unused Target.InvalidState");
        aws.clock().advance(Duration.ofMinutes(8));
        var group = aws.ask(DescribeAutoScalingGroupsRequest.builder().build(), DescribeAutoScalingGroupsResponse.class)
                .autoScalingGroups()
                .getFirst();
        assertThat(group.instances())
                .hasSize(2)
                .allMatch(i -> i.lifecycleStateAsString().equals("InService"))
                .noneMatch(i -> i.instanceId().equals(Ids.APP_1A));
        assertThat(health()).hasSize(2).allMatch(h -> h.contains(" healthy"));
    }

    @Test
    void scalingOutLaunchesAndRegisters() {
        aws.ask(
                SetDesiredCapacityRequest.builder()
                        .autoScalingGroupName(Ids.SCALING_GROUP)
                        .desiredCapacity(3)
                        .build(),
                SetDesiredCapacityResponse.class);
        assertThat(ids(request())).hasSize(4);
        aws.clock().advance(Duration.ofSeconds(58));
        assertThat(health()).hasSize(3).anyMatch(h -> h.contains(" initial "));
        aws.clock().advance(Duration.ofMinutes(3));
        assertThat(health()).hasSize(3).allMatch(h -> h.contains(" healthy"));
        assertThatThrownBy(() -> aws.ask(
                        SetDesiredCapacityRequest.builder()
                                .autoScalingGroupName(Ids.SCALING_GROUP)
                                .desiredCapacity(5)
                                .build(),
                        SetDesiredCapacityResponse.class))
                .hasMessageContaining("above max value 4");
    }

    @Test
    void aDeregisteredTargetDrainsFirst() {
        aws.ask(
                DeregisterTargetsRequest.builder()
                        .targetGroupArn(Ids.WEB)
                        .targets(t -> t.id(Ids.APP_1D).port(8080))
                        .build(),
                DeregisterTargetsResponse.class);
        assertThat(health()).contains(Ids.APP_1D + " draining Target.DeregistrationInProgress");
        aws.clock().advance(Duration.ofSeconds(301));
        assertThat(health()).hasSize(1);
    }

    @Test
    void tagsAreWritten() {
        aws.ask(
                CreateTagsRequest.builder()
                        .resources(Ids.BASE, Ids.VPC)
                        .tags(t -> t.key("Owner").value("d.parra"))
                        .build(),
                CreateTagsResponse.class);
        assertThat(ids(request().filters(f -> f.name("tag:Owner").values("d.parra"))))
                .containsExactly(Ids.BASE);
    }

    private static DescribeInstancesRequest.Builder request() {
        return DescribeInstancesRequest.builder();
    }

    private List<String> ids(DescribeInstancesRequest.Builder request) {
        return instances(request).stream().map(Instance::instanceId).toList();
    }

    private List<Instance> instances(DescribeInstancesRequest.Builder request) {
        return aws.ask(request.build(), DescribeInstancesResponse.class).reservations().stream()
                .flatMap(r -> r.instances().stream())
                .toList();
    }

    private String stateOf(String id) {
        return instances(request().instanceIds(id)).getFirst().state().nameAsString();
    }

    private List<String> health() {
        return aws
                .ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(Ids.WEB)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .stream()
                .map(d -> d.target().id()
                        + ' '
                        + d.targetHealth().stateAsString()
                        + ' '
                        + d.targetHealth().reasonAsString())
                .toList();
    }

    private String codeOf(DescribeInstancesRequest.Builder request) {
        String[] code = {""};
        assertThatThrownBy(() -> ids(request)).isInstanceOfSatisfying(WireFault.class, f -> code[0] = f.code());
        return code[0];
    }
}
