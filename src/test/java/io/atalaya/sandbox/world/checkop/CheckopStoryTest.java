package io.atalaya.sandbox.world.checkop;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

/** The story: cause, effect and cure, at the moments the design's pictures show. */
class CheckopStoryTest {
    @Test
    void theRepeatingStoryIsInTheMiddleAtThePicturesMoment() {
        var aws = new Asker(Story.REPEATING, ManualClock.PICTURE);
        assertThat(healthOf1d(aws)).isEqualTo("unhealthy Target.Timeout");
        assertThat(filesAdmit1d(aws)).isFalse();
        assertThat(aws.world().targets().of(Ids.WEB).get(1).since()).isEqualTo("2026-11-24T18:59:12Z");
    }

    @Test
    void targetsFlapForSomeMinutesOfEveryTwenty() {
        var aws = new Asker(Story.REPEATING, Instant.parse("2026-11-24T19:12:00Z"));
        List<String> seen = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            seen.add(healthOf1d(aws));
            aws.clock().advance(Duration.ofMinutes(1));
        }
        assertThat(seen.stream().filter(s -> s.startsWith("unhealthy")).count()).isBetween(5L, 9L);
        assertThat(seen).first().isEqualTo("healthy null");
    }

    @Test
    void thePinnedIncidentLasts() {
        var aws = new Asker(Story.INCIDENT, Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(healthOf1d(aws)).startsWith("unhealthy");
        aws.clock().advance(Duration.ofHours(3));
        assertThat(healthOf1d(aws)).startsWith("unhealthy");
    }

    @Test
    void theCalmOneStaysCalm() {
        var aws = Asker.calm();
        aws.clock().advance(Duration.ofHours(3));
        assertThat(healthOf1d(aws)).isEqualTo("healthy null");
        assertThat(filesAdmit1d(aws)).isTrue();
    }

    @Test
    void puttingTheRuleBackHeals() {
        var aws = new Asker(Story.INCIDENT, ManualClock.PICTURE);
        aws.ask(
                AuthorizeSecurityGroupIngressRequest.builder()
                        .groupId(Ids.SG_EFS)
                        .ipPermissions(CheckopPerimeter.FILES_FROM_1D)
                        .build(),
                AuthorizeSecurityGroupIngressResponse.class);
        assertThat(healthOf1d(aws)).startsWith("unhealthy");
        aws.clock().advance(Duration.ofSeconds(60));
        assertThat(healthOf1d(aws)).isEqualTo("healthy null");
    }

    private static String healthOf1d(Asker aws) {
        return aws
                .ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(Ids.WEB)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .stream()
                .filter(d -> d.target().id().equals(Ids.APP_1D))
                .map(d -> d.targetHealth().stateAsString()
                        + ' '
                        + d.targetHealth().reasonAsString())
                .findFirst()
                .orElseThrow();
    }

    private static boolean filesAdmit1d(Asker aws) {
        return aws
                .ask(
                        DescribeSecurityGroupsRequest.builder()
                                .groupIds(Ids.SG_EFS)
                                .build(),
                        DescribeSecurityGroupsResponse.class)
                .securityGroups()
                .getFirst()
                .ipPermissions()
                .stream()
                .flatMap(p -> p.ipRanges().stream())
                .anyMatch(r -> r.cidrIp().equals("10.20.1.0/24"));
    }
}
