package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.atalaya.deployment.Problem;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class ClientFactoryTest {
    @Test
    void allClientsShareTheThreadsThatEndSlowCallsAndLeaveNone() throws InterruptedException {
        var before = Set.copyOf(timing());
        var during = new HashSet<Thread>();
        try (var sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
                var clients = new TestClients(sandbox.endpoint(), InstantSource.system())) {
            var factory = clients.factory;
            for (int i = 0; i < 6; i++) {
                // refused for want of the sandbox's key: a call as good as any for what it starts
                List.<Runnable>of(
                                () -> factory.ec2().describeVpcs(),
                                () -> factory.rds().describeDBInstances(),
                                () -> factory.sts().getCallerIdentity(),
                                () -> factory.efs().describeFileSystems())
                        .forEach(ClientFactoryTest::answered);
            }
            during.addAll(timing());
            during.removeAll(before);
            assertThat(during).hasSizeBetween(1, 2);
        }
        for (var thread : during) {
            thread.join(5_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void whatStillWaitedWhenTheConnectionWasClosedWasCancelled() {
        try (var sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
                var clients = new TestClients(sandbox.endpoint(), InstantSource.system())) {
            var ec2 = clients.factory.ec2();
            clients.factory.close();
            var thrown = catchThrowable(ec2::describeVpcs);
            var problem = new AwsProblems(InstantSource.system(), false).problem("ec2:DescribeVpcs", thrown);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CANCELLED);
            assertThat(problem.message()).isEqualTo("this connection is closed");
        }
    }

    private static void answered(Runnable call) {
        try {
            call.run();
        } catch (AwsServiceException refused) {
            assertThat(refused.statusCode()).isBetween(400, 499);
        }
    }

    /** Threads that wait for a time-out, the SDK's own and ours. */
    private static List<Thread> timing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sdk-ScheduledExecutor")
                        || thread.getName().startsWith("aws-timeouts-"))
                .toList();
    }
}
