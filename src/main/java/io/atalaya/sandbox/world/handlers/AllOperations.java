package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.Cloud;

/** Everything the simulated account answers: the one place to read what the sandbox can do. */
public final class AllOperations {
    private AllOperations() {}

    /** Registers the operations of all services. */
    public static void register(OperationRegistry registry, Cloud cloud) {
        Ec2.register(registry, cloud);
        Elb.register(registry, cloud);
        Acm.register(registry, cloud);
        Rds.register(registry, cloud);
        Efs.register(registry, cloud);
        Route53.register(registry, cloud);
        AutoScaling.register(registry, cloud);
        CloudWatch.register(registry, cloud);
        CloudWatchLogs.register(registry, cloud);
        CloudTrail.register(registry, cloud);
        Sts.register(registry, cloud);
        Iam.register(registry, cloud);
        Sso.register(registry, cloud);
        SsoOidc.register(registry, cloud);
    }
}
