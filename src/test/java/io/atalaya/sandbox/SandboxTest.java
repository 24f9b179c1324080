package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.world.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.sts.StsClient;

/** The facade, over the wire, with the unmodified SDK. */
class SandboxTest {
    private final ManualClock clock = new ManualClock(ManualClock.PICTURE);

    @Test
    void answersTheSdkAsTheOperator() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.calm(clock));
                StsClient sts = StsClient.builder()
                        .endpointOverride(sandbox.endpoint())
                        .region(Region.of(sandbox.region()))
                        .credentialsProvider(credentials(sandbox))
                        .build();
                Ec2Client ec2 = ec2(sandbox)) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas");
            assertThat(ec2.describeInstances().reservations()).hasSize(3);
            assertThat(sandbox.requests().total()).isEqualTo(2);
            assertThat(sandbox.requests().mutating()).isZero();
        }
    }

    @Test
    void sessionsExpireAndAreRenewed() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.calm(clock).withSessionLife(Duration.ofHours(1)))) {
            try (Ec2Client ec2 = ec2(sandbox)) {
                clock.advance(Duration.ofMinutes(61));
                assertThatThrownBy(ec2::describeVpcs).isInstanceOfSatisfying(Ec2Exception.class, e -> assertThat(
                                e.awsErrorDetails().errorCode())
                        .isEqualTo("RequestExpired"));
            }
            sandbox.renew();
            try (Ec2Client ec2 = ec2(sandbox)) {
                assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
            }
        }
    }

    @Test
    void namesTheDeploymentsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withDeployment("chekop")))
                .withMessageContaining("chekop")
                .withMessageContaining("checkop");
    }

    private static Ec2Client ec2(Sandbox sandbox) {
        return Ec2Client.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.of(sandbox.region()))
                .credentialsProvider(credentials(sandbox))
                .build();
    }

    private static StaticCredentialsProvider credentials(Sandbox sandbox) {
        var key = sandbox.credentials();
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                key.accessKeyId(), key.secretAccessKey(), String.valueOf(key.sessionToken())));
    }
}
