package io.atalaya.aws.readers;

import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** The clients of one connection. Asked for at each read, so that none is built before it is needed. */
public interface Clients {
    Ec2Client ec2();

    /** Certificates of balancers. */
    AcmClient acm();

    /** Classic balancers. */
    ElasticLoadBalancingClient elb();

    /** Application, network and gateway balancers. */
    ElasticLoadBalancingV2Client elbV2();

    AutoScalingClient autoScaling();

    RdsClient rds();

    EfsClient efs();

    Route53Client route53();

    CloudWatchClient cloudWatch();

    CloudWatchLogsClient logs();

    CloudTrailClient cloudTrail();
}
