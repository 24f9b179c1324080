package io.atalaya.deployment.facts;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ScalingGroup;
import java.util.Optional;

/** The ARN of any resource: as AWS sent it, else built by the Service Authorization Reference. */
public final class Arns {
    private Arns() {}

    /** Empty where AWS defines none (record sets, mount targets) or the account is not known yet. */
    public static Optional<String> of(Resource resource, Deployment deployment) {
        return switch (resource) {
            case LoadBalancer it ->
                it.balancerType() == LoadBalancerType.CLASSIC
                        ? regional(deployment, "elasticloadbalancing", "loadbalancer/" + it.name())
                        : Optional.of(it.arn());
            case Database it -> Optional.of(it.arn());
            case DatabaseCluster it -> Optional.of(it.arn());
            case DatabaseSnapshot it -> Optional.of(it.arn());
            case FileSystem it -> Optional.of(it.arn());
            case ScalingGroup it -> Optional.of(it.arn());
            case Alarm it -> Optional.of(it.arn());
            default -> built(resource, deployment);
        };
    }

    private static Optional<String> built(Resource resource, Deployment deployment) {
        var id = resource.id();
        return switch (resource.type()) {
            case INSTANCE -> regional(deployment, "ec2", "instance/" + id);
            // Images belong to nobody in an ARN: the account field is empty.
            case IMAGE ->
                partition(deployment)
                        .map(partition -> "arn:" + partition + ":ec2:" + deployment.region() + "::image/" + id);
            case VOLUME -> regional(deployment, "ec2", "volume/" + id);
            case ELASTIC_IP -> regional(deployment, "ec2", "elastic-ip/" + id);
            case VPC -> regional(deployment, "ec2", "vpc/" + id);
            case SUBNET -> regional(deployment, "ec2", "subnet/" + id);
            case SECURITY_GROUP -> regional(deployment, "ec2", "security-group/" + id);
            case NETWORK_ACL -> regional(deployment, "ec2", "network-acl/" + id);
            case VPN_CONNECTION -> regional(deployment, "ec2", "vpn-connection/" + id);
            case VPN_GATEWAY -> regional(deployment, "ec2", "vpn-gateway/" + id);
            case ROUTE_TABLE -> regional(deployment, "ec2", "route-table/" + id);
            case INTERNET_GATEWAY ->
                regional(deployment, "ec2", (egressOnly(resource) ? "egress-only-" : "") + "internet-gateway/" + id);
            case NAT_GATEWAY -> regional(deployment, "ec2", "natgateway/" + id);
            case TRANSIT_GATEWAY -> regional(deployment, "ec2", "transit-gateway/" + id);
            case TRANSIT_GATEWAY_ATTACHMENT -> regional(deployment, "ec2", "transit-gateway-attachment/" + id);
            case TRANSIT_GATEWAY_ROUTE_TABLE -> regional(deployment, "ec2", "transit-gateway-route-table/" + id);
            case PEERING_CONNECTION -> regional(deployment, "ec2", "vpc-peering-connection/" + id);
            case VPC_ENDPOINT -> regional(deployment, "ec2", "vpc-endpoint/" + id);
            case NETWORK_INTERFACE -> regional(deployment, "ec2", "network-interface/" + id);
            case FLOW_LOG -> regional(deployment, "ec2", "vpc-flow-log/" + id);
            case LAUNCH_TEMPLATE -> regional(deployment, "ec2", "launch-template/" + id);
            case LISTENER, LISTENER_RULE, TARGET_GROUP -> Optional.of(id);
            case HOSTED_ZONE ->
                partition(deployment).map(partition -> "arn:" + partition + ":route53:::hostedzone/" + id);
            case HEALTH_CHECK ->
                partition(deployment).map(partition -> "arn:" + partition + ":route53:::healthcheck/" + id);
            default -> Optional.empty();
        };
    }

    private static boolean egressOnly(Resource resource) {
        return resource instanceof InternetGateway gateway && gateway.egressOnly();
    }

    private static Optional<String> partition(Deployment deployment) {
        return Optional.ofNullable(deployment.caller()).map(Caller::partition);
    }

    private static Optional<String> regional(Deployment deployment, String service, String tail) {
        return Optional.ofNullable(deployment.caller())
                .map(caller -> "arn:" + caller.partition() + ":" + service + ":" + deployment.region() + ":"
                        + caller.account() + ":" + tail);
    }
}
