package io.atalaya.deployment.facts;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Deep links into AWS's own console, for the partition of the caller. */
public final class ConsoleLinks {
    private ConsoleLinks() {}

    /** The page of the resource, or of the list it is in where it has none of its own. */
    public static URI of(Resource resource, Deployment deployment) {
        var id = escape(resource.id());
        return switch (resource.type()) {
            case INSTANCE -> ec2(deployment, "InstanceDetails:instanceId=" + id);
            case IMAGE -> ec2(deployment, "ImageDetails:imageId=" + id);
            case VOLUME -> ec2(deployment, "VolumeDetails:volumeId=" + id);
            case ELASTIC_IP -> ec2(deployment, "ElasticIpDetails:AllocationId=" + id);
            case SECURITY_GROUP -> ec2(deployment, "SecurityGroup:groupId=" + id);
            case LAUNCH_TEMPLATE -> ec2(deployment, "LaunchTemplateDetails:launchTemplateId=" + id);
            case SCALING_GROUP -> ec2(deployment, "AutoScalingGroupDetails:id=" + id + ";view=details");
            case LOAD_BALANCER ->
                resource instanceof LoadBalancer it && it.balancerType() == LoadBalancerType.CLASSIC
                        ? ec2(deployment, "LoadBalancers:search=" + escape(it.name()))
                        : ec2(deployment, "LoadBalancer:loadBalancerArn=" + id);
            case LISTENER -> ec2(deployment, "ELBListenerV2:listenerArn=" + id);
            case LISTENER_RULE -> ec2(deployment, "ListenerRuleDetails:ruleArn=" + id);
            case TARGET_GROUP -> ec2(deployment, "TargetGroup:targetGroupArn=" + id);
            case VPC -> regional(deployment, "vpcconsole", "VpcDetails:VpcId=" + id);
            case SUBNET -> regional(deployment, "vpcconsole", "SubnetDetails:subnetId=" + id);
            case NETWORK_ACL -> regional(deployment, "vpcconsole", "NetworkAclDetails:networkAclId=" + id);
            case VPN_CONNECTION -> regional(deployment, "vpcconsole", "VpnConnectionDetails:VpnConnectionId=" + id);
            case VPN_GATEWAY -> regional(deployment, "vpcconsole", "VpnGatewayDetails:VpnGatewayId=" + id);
            case ROUTE_TABLE -> regional(deployment, "vpcconsole", "RouteTableDetails:RouteTableId=" + id);
            case INTERNET_GATEWAY ->
                resource instanceof InternetGateway it && it.egressOnly()
                        ? regional(deployment, "vpcconsole", "EgressOnlyInternetGateways:search=" + id)
                        : regional(deployment, "vpcconsole", "InternetGateway:internetGatewayId=" + id);
            case NAT_GATEWAY -> regional(deployment, "vpcconsole", "NatGatewayDetails:natGatewayId=" + id);
            case TRANSIT_GATEWAY -> regional(deployment, "vpcconsole", "TransitGatewayDetails:transitGatewayId=" + id);
            case TRANSIT_GATEWAY_ATTACHMENT ->
                regional(deployment, "vpcconsole", "TransitGatewayAttachmentDetails:transitGatewayAttachmentId=" + id);
            case TRANSIT_GATEWAY_ROUTE_TABLE ->
                regional(deployment, "vpcconsole", "TransitGatewayRouteTableDetails:transitGatewayRouteTableId=" + id);
            case PEERING_CONNECTION ->
                regional(deployment, "vpcconsole", "PeeringConnectionDetails:VpcPeeringConnectionId=" + id);
            case VPC_ENDPOINT -> regional(deployment, "vpcconsole", "EndpointDetails:vpcEndpointId=" + id);
            case PREFIX_LIST -> regional(deployment, "vpcconsole", "ManagedPrefixListDetails:prefixListId=" + id);
            case NETWORK_INTERFACE -> ec2(deployment, "NetworkInterface:networkInterfaceId=" + id);
            // they have no page of their own
            case FLOW_LOG -> regional(deployment, "vpcconsole", "vpcs:");
            case DATABASE -> regional(deployment, "rds", "database:id=" + id + ";is-cluster=false");
            case DATABASE_CLUSTER -> regional(deployment, "rds", "database:id=" + id + ";is-cluster=true");
            case DATABASE_SNAPSHOT -> regional(deployment, "rds", "db-snapshot:id=" + id);
            case FILE_SYSTEM -> regional(deployment, "efs", "/file-systems/" + id);
            case MOUNT_TARGET ->
                regional(
                        deployment,
                        "efs",
                        "/file-systems/" + (resource instanceof MountTarget it ? escape(it.fileSystemId()) : ""));
            case HOSTED_ZONE -> dns(deployment, "ListRecordSets/" + id);
            case RECORD_SET ->
                dns(
                        deployment,
                        "ListRecordSets/" + (resource instanceof RecordSet it ? escape(it.hostedZoneId()) : ""));
            case HEALTH_CHECK ->
                URI.create("https://" + host(deployment) + "/route53/healthchecks/home#/details/" + id);
            case ALARM -> regional(deployment, "cloudwatch", "alarmsV2:alarm/" + escape(resource.name()));
            case LOG_GROUP ->
                // the console escapes a name twice, and writes $ for the second per cent sign
                regional(
                        deployment,
                        "cloudwatch",
                        "logsV2:log-groups/log-group/" + escape(id).replace("%", "$"));
        };
    }

    private static URI ec2(Deployment deployment, String page) {
        return regional(deployment, "ec2", page);
    }

    private static URI regional(Deployment deployment, String service, String page) {
        var region = escape(deployment.region());
        return URI.create(
                "https://" + region + "." + host(deployment) + "/" + service + "/home?region=" + region + "#" + page);
    }

    private static URI dns(Deployment deployment, String page) {
        return URI.create("https://" + host(deployment) + "/route53/v2/hostedzones#" + page);
    }

    private static String host(Deployment deployment) {
        var caller = deployment.caller();
        return switch (caller == null ? "aws" : caller.partition()) {
            case "aws-cn" -> "console.amazonaws.cn";
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            default -> "console.aws.amazon.com";
        };
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
