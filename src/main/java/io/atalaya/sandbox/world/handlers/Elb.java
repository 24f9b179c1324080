package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.OperationRegistry;
import io.atalaya.sandbox.world.Cloud;

/** The operations of both generations of Elastic Load Balancing, which share a signing name. */
final class Elb {
    private Elb() {}

    static void register(OperationRegistry registry, Cloud cloud) {
        Operations elb = Operations.regional(registry, cloud, "elasticloadbalancing");
        ElbBalancers.register(elb);
        ElbListeners.register(elb);
        ElbTargets.register(elb);
        ElbChanges.register(elb);
        ElbClassic.register(elb);
    }
}
