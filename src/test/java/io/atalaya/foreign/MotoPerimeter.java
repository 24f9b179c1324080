package io.atalaya.foreign;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * A network with two instances and a balancer, made by plain clients.
 *
 * @param open the instance with a public address: tcp 443 from everybody
 * @param closed the one without, in a subnet whose ACL refuses tcp 9090: tcp 8080 and 9090 from the other's group
 * @param balancer its ARN: tcp 80 from everybody, listens on 80, hands on to the open instance on 443
 * @param untold the same, made without a scheme, which AWS would take to be of the internet: the endpoint may tell none
 */
public record MotoPerimeter(String open, String closed, String balancer, String untold) {
    private static final String EVERYBODY = "0.0.0.0/0";

    public static MotoPerimeter make(MotoAccount account) {
        var ec2 = account.ec2;
        var vpc = ec2.createVpc(it -> it.cidrBlock("10.7.0.0/16")).vpc().vpcId();
        var first = subnet(ec2, vpc, "10.7.1.0/24", "us-east-1a");
        var second = subnet(ec2, vpc, "10.7.2.0/24", "us-east-1b");
        var inner = subnet(ec2, vpc, "10.7.3.0/24", "us-east-1a");
        waysOut(ec2, vpc, List.of(first, second));
        refuse(ec2, vpc, inner);

        var web = group(ec2, vpc, "web");
        var data = group(ec2, vpc, "data");
        var shop = group(ec2, vpc, "shop");
        letIn(ec2, web, 443, rule -> rule.ipRanges(range -> range.cidrIp(EVERYBODY)));
        letIn(ec2, shop, 80, rule -> rule.ipRanges(range -> range.cidrIp(EVERYBODY)));
        letIn(ec2, data, 8080, rule -> rule.userIdGroupPairs(pair -> pair.groupId(web)));
        letIn(ec2, data, 9090, rule -> rule.userIdGroupPairs(pair -> pair.groupId(web)));

        var image = ec2.describeImages(it -> it.owners("amazon"))
                .images()
                .getFirst()
                .imageId();
        var open = instance(ec2, image, first, web, true);
        var closed = instance(ec2, image, inner, data, false);
        var targets = targets(account, vpc, open);
        var subnets = List.of(first, second);
        return new MotoPerimeter(
                open,
                closed,
                balancer(account, targets, it -> it.name("shop")
                        .subnets(subnets)
                        .securityGroups(shop)
                        .scheme(LoadBalancerSchemeEnum.INTERNET_FACING)),
                balancer(account, targets, it -> it.name("other")
                        .subnets(subnets)
                        .securityGroups(shop)));
    }

    private static String subnet(Ec2Client ec2, String vpc, String cidr, String zone) {
        return ec2.createSubnet(it -> it.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private static void waysOut(Ec2Client ec2, String vpc, List<String> subnets) {
        var gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(it -> it.vpcId(vpc).internetGatewayId(gateway));
        var table = ec2.createRouteTable(it -> it.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(
                it -> it.routeTableId(table).destinationCidrBlock(EVERYBODY).gatewayId(gateway));
        subnets.forEach(
                subnet -> ec2.associateRouteTable(it -> it.routeTableId(table).subnetId(subnet)));
    }

    private static void refuse(Ec2Client ec2, String vpc, String subnet) {
        var acl = ec2.createNetworkAcl(it -> it.vpcId(vpc)).networkAcl().networkAclId();
        entry(ec2, acl, 50, false, it -> it.protocol("6")
                .portRange(range -> range.from(9090).to(9090))
                .ruleAction(RuleAction.DENY));
        entry(ec2, acl, 100, false, it -> it.protocol("-1").ruleAction(RuleAction.ALLOW));
        entry(ec2, acl, 100, true, it -> it.protocol("-1").ruleAction(RuleAction.ALLOW));
        var before = ec2
                .describeNetworkAcls(it -> it.filters(Filter.builder()
                        .name("association.subnet-id")
                        .values(subnet)
                        .build()))
                .networkAcls()
                .getFirst()
                .associations()
                .stream()
                .filter(each -> each.subnetId().equals(subnet))
                .findFirst()
                .orElseThrow();
        ec2.replaceNetworkAclAssociation(it -> it.networkAclId(acl).associationId(before.networkAclAssociationId()));
    }

    private static void entry(
            Ec2Client ec2, String acl, int number, boolean out, Consumer<CreateNetworkAclEntryRequest.Builder> rest) {
        ec2.createNetworkAclEntry(it -> {
            it.networkAclId(acl).ruleNumber(number).egress(out).cidrBlock(EVERYBODY);
            rest.accept(it);
        });
    }

    private static String group(Ec2Client ec2, String vpc, String name) {
        return ec2.createSecurityGroup(it -> it.vpcId(vpc).groupName(name).description(name))
                .groupId();
    }

    private static void letIn(Ec2Client ec2, String group, int port, Consumer<IpPermission.Builder> from) {
        ec2.authorizeSecurityGroupIngress(it -> it.groupId(group).ipPermissions(rule -> {
            rule.ipProtocol("tcp").fromPort(port).toPort(port);
            from.accept(rule);
        }));
    }

    private static String instance(Ec2Client ec2, String image, String subnet, String group, boolean isPublic) {
        return ec2.runInstances(
                        it -> it.imageId(image).minCount(1).maxCount(1).networkInterfaces(card -> card.deviceIndex(0)
                                .subnetId(subnet)
                                .groups(group)
                                .associatePublicIpAddress(isPublic)))
                .instances()
                .getFirst()
                .instanceId();
    }

    private static String targets(MotoAccount account, String vpc, String instance) {
        var targets = account.balancing
                .createTargetGroup(it -> it.name("web")
                        .protocol(ProtocolEnum.HTTPS)
                        .port(443)
                        .vpcId(vpc)
                        .targetType(TargetTypeEnum.INSTANCE))
                .targetGroups()
                .getFirst()
                .targetGroupArn();
        account.balancing.registerTargets(it -> it.targetGroupArn(targets).targets(target -> target.id(instance)));
        return targets;
    }

    private static String balancer(
            MotoAccount account, String targets, Consumer<CreateLoadBalancerRequest.Builder> what) {
        var balancer = account.balancing
                .createLoadBalancer(it -> what.accept(it.type(LoadBalancerTypeEnum.APPLICATION)))
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
        account.balancing.createListener(it -> it.loadBalancerArn(balancer)
                .protocol(ProtocolEnum.HTTP)
                .port(80)
                .defaultActions(action -> action.type(ActionTypeEnum.FORWARD).targetGroupArn(targets)));
        return balancer;
    }
}
