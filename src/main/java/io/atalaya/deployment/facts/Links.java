package io.atalaya.deployment.facts;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a resource itself names. The other direction is found by asking everything what it names. */
final class Links {
    private final Consumer<ResourceRef> to;
    private final DeploymentIndex index;

    Links(DeploymentIndex index, Consumer<ResourceRef> to) {
        this.index = index;
        this.to = to;
    }

    void of(Resource resource) {
        switch (resource) {
            case Instance it -> instance(it);
            case Image it -> {
                one(ResourceType.IMAGE, it.sourceImageId());
                one(ResourceType.INSTANCE, it.sourceInstanceId());
            }
            case Volume it -> it.attachments().forEach(each -> one(ResourceType.INSTANCE, each.instanceId()));
            case ElasticIp it -> one(ResourceType.INSTANCE, it.instanceId());
            case Subnet it -> one(ResourceType.VPC, it.vpcId());
            case SecurityGroup it -> {
                one(ResourceType.VPC, it.vpcId());
                it.rules().forEach(rule -> one(ResourceType.SECURITY_GROUP, rule.groupId()));
            }
            case NetworkAcl it -> {
                one(ResourceType.VPC, it.vpcId());
                all(ResourceType.SUBNET, it.subnetIds());
            }
            case VpnConnection it -> {
                one(ResourceType.VPC, it.vpcId());
                one(ResourceType.VPN_GATEWAY, it.vpnGatewayId());
                one(ResourceType.TRANSIT_GATEWAY, it.transitGatewayId());
            }
            case VpnGateway it -> all(ResourceType.VPC, it.vpcIds());
            case RouteTable it -> {
                one(ResourceType.VPC, it.vpcId());
                all(ResourceType.SUBNET, it.subnetIds());
                it.routes().forEach(this::route);
            }
            case InternetGateway it -> one(ResourceType.VPC, it.vpcId());
            case NatGateway it -> {
                network(it.vpcId(), List.of(it.subnetId()), List.of());
                one(ResourceType.NETWORK_INTERFACE, it.networkInterfaceId());
            }
            case TransitGatewayAttachment it -> {
                one(ResourceType.TRANSIT_GATEWAY, it.transitGatewayId());
                one(ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE, it.routeTableId());
                one(ResourceType.VPC, it.resourceId());
                one(ResourceType.VPN_CONNECTION, it.resourceId());
            }
            case TransitGatewayRouteTable it -> {
                one(ResourceType.TRANSIT_GATEWAY, it.transitGatewayId());
                it.routes().forEach(each -> all(ResourceType.TRANSIT_GATEWAY_ATTACHMENT, each.attachmentIds()));
            }
            case PeeringConnection it -> {
                one(ResourceType.VPC, it.requester().vpcId());
                one(ResourceType.VPC, it.accepter().vpcId());
            }
            case VpcEndpoint it -> {
                network(it.vpcId(), it.subnetIds(), it.securityGroupIds());
                all(ResourceType.ROUTE_TABLE, it.routeTableIds());
                all(ResourceType.NETWORK_INTERFACE, it.networkInterfaceIds());
            }
            case NetworkInterface it -> {
                network(it.vpcId(), List.of(it.subnetId()), it.securityGroupIds());
                one(ResourceType.INSTANCE, it.instanceId());
            }
            case FlowLog it -> {
                one(ResourceType.VPC, it.resourceId());
                one(ResourceType.SUBNET, it.resourceId());
                one(ResourceType.NETWORK_INTERFACE, it.resourceId());
            }
            case LaunchTemplate it ->
                it.versions().forEach(version -> {
                    one(ResourceType.IMAGE, version.imageId());
                    all(ResourceType.SECURITY_GROUP, version.securityGroupIds());
                });
            case ScalingGroup it -> {
                it.members().forEach(member -> one(ResourceType.INSTANCE, member.instanceId()));
                one(ResourceType.LAUNCH_TEMPLATE, it.launchTemplateId());
                all(ResourceType.TARGET_GROUP, it.targetGroupArns());
                all(ResourceType.SUBNET, it.subnetIds());
            }
            case LoadBalancer it -> {
                network(it.vpcId(), List.of(), it.securityGroupIds());
                it.zones().forEach(zone -> one(ResourceType.SUBNET, zone.subnetId()));
                all(ResourceType.INSTANCE, it.classicInstanceIds());
            }
            case Listener it -> {
                one(ResourceType.LOAD_BALANCER, it.balancerArn());
                actions(it.defaultActions());
            }
            case ListenerRule it -> {
                one(ResourceType.LISTENER, it.listenerArn());
                actions(it.actions());
            }
            case TargetGroup it -> targetGroup(it);
            case Database it -> {
                network(it.vpcId(), it.subnetIds(), it.securityGroupIds());
                one(ResourceType.DATABASE, it.replicaOf());
                all(ResourceType.DATABASE, it.replicaIds());
                one(ResourceType.DATABASE_CLUSTER, it.clusterId());
            }
            case DatabaseCluster it -> {
                it.members().forEach(member -> one(ResourceType.DATABASE, member.databaseId()));
                all(ResourceType.SECURITY_GROUP, it.securityGroupIds());
            }
            case DatabaseSnapshot it ->
                one(it.ofCluster() ? ResourceType.DATABASE_CLUSTER : ResourceType.DATABASE, it.databaseId());
            case MountTarget it -> {
                one(ResourceType.FILE_SYSTEM, it.fileSystemId());
                network(it.vpcId(), List.of(it.subnetId()), it.securityGroupIds());
            }
            case RecordSet it -> {
                one(ResourceType.HOSTED_ZONE, it.hostedZoneId());
                one(ResourceType.HEALTH_CHECK, it.healthCheckId());
                index.lead(it).resources().forEach(to);
            }
            case Alarm it -> alarm(it);
            default -> {}
        }
    }

    private void instance(Instance it) {
        network(it.vpcId(), it.subnetId() == null ? List.of() : List.of(it.subnetId()), it.securityGroupIds());
        one(ResourceType.IMAGE, it.imageId());
        all(ResourceType.VOLUME, it.volumeIds());
    }

    private void route(Route route) {
        one(ResourceType.PREFIX_LIST, route.prefixListId());
        switch (route.via()) {
            case INTERNET_GATEWAY, EGRESS_ONLY_GATEWAY -> one(ResourceType.INTERNET_GATEWAY, route.targetId());
            case NAT_GATEWAY -> one(ResourceType.NAT_GATEWAY, route.targetId());
            case TRANSIT_GATEWAY -> one(ResourceType.TRANSIT_GATEWAY, route.targetId());
            case VPN_GATEWAY -> one(ResourceType.VPN_GATEWAY, route.targetId());
            case PEERING -> one(ResourceType.PEERING_CONNECTION, route.targetId());
            case GATEWAY_ENDPOINT -> one(ResourceType.VPC_ENDPOINT, route.targetId());
            case NETWORK_INTERFACE -> one(ResourceType.NETWORK_INTERFACE, route.targetId());
            case LOCAL, OTHER -> {}
        }
    }

    private void targetGroup(TargetGroup it) {
        one(ResourceType.VPC, it.vpcId());
        all(ResourceType.LOAD_BALANCER, it.balancerArns());
        var targets = index.targets(it.arn());
        if (targets != null) {
            // A target id may be an instance, or another balancer's ARN; an address or a function names no resource
            // here.
            targets.forEach(target -> {
                one(ResourceType.INSTANCE, target.targetId());
                one(ResourceType.LOAD_BALANCER, target.targetId());
            });
        }
    }

    private void alarm(Alarm alarm) {
        if (alarm.metric() == null) {
            return;
        }
        alarm.metric().dimensions().forEach((name, value) -> {
            switch (name) {
                case "InstanceId" -> one(ResourceType.INSTANCE, value);
                case "VolumeId" -> one(ResourceType.VOLUME, value);
                case "AutoScalingGroupName" -> one(ResourceType.SCALING_GROUP, value);
                case "DBInstanceIdentifier" -> one(ResourceType.DATABASE, value);
                case "DBClusterIdentifier" -> one(ResourceType.DATABASE_CLUSTER, value);
                case "FileSystemId" -> one(ResourceType.FILE_SYSTEM, value);
                case "HealthCheckId" -> one(ResourceType.HEALTH_CHECK, value);
                // ELB's dimensions are the tail of the ARN: app/NAME/ID and targetgroup/NAME/ID.
                case "LoadBalancer", "TargetGroup" -> index.byArnTail(value).ifPresent(to);
                case "LoadBalancerName" -> one(ResourceType.LOAD_BALANCER, value);
                default -> {}
            }
        });
    }

    private void actions(List<RuleAction> actions) {
        for (var action : actions) {
            action.targetGroups().forEach(each -> one(ResourceType.TARGET_GROUP, each.targetGroupArn()));
        }
    }

    private void network(@Nullable String vpc, Collection<String> subnets, Collection<String> securityGroups) {
        one(ResourceType.VPC, vpc);
        all(ResourceType.SUBNET, subnets);
        all(ResourceType.SECURITY_GROUP, securityGroups);
    }

    private void all(ResourceType type, Collection<String> ids) {
        ids.forEach(id -> one(type, id));
    }

    private void one(ResourceType type, @Nullable String id) {
        if (id != null) {
            to.accept(new ResourceRef(type, id));
        }
    }
}
