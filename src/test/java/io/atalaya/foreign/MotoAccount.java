package io.atalaya.foreign;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A small deployment at an endpoint, made and looked at by plain clients that are none of the console's. */
public final class MotoAccount implements AutoCloseable {
    public static final String REGION = "us-east-1";
    public static final String KEY = "testing";
    public static final String DATABASE = "orders";
    public static final String SNAPSHOT = "orders-before";
    public static final String GROUP = "web";
    public static final String ALARM = "orders slow";
    public static final String LOGS = "/shop/web";
    public static final String NAME = "www.shop.example";

    public final Ec2Client ec2;
    public final AutoScalingClient scaling;
    public final ElasticLoadBalancingV2Client balancing;
    public final RdsClient rds;
    public final EfsClient files;
    public final Route53Client names;
    public final CloudWatchClient metrics;
    public final CloudWatchLogsClient logs;

    private String image = "";
    private String network = "";
    private List<String> subnets = List.of();
    private String ruleArn = "";
    private List<String> groups = List.of();
    private String zone = "";
    private String check = "";
    private String fileSystem = "";
    private String instance = "";
    private String address = "";

    public MotoAccount(URI endpoint) {
        ec2 = at(endpoint, Ec2Client.builder());
        scaling = at(endpoint, AutoScalingClient.builder());
        balancing = at(endpoint, ElasticLoadBalancingV2Client.builder());
        rds = at(endpoint, RdsClient.builder());
        files = at(endpoint, EfsClient.builder());
        names = at(endpoint, Route53Client.builder());
        metrics = at(endpoint, CloudWatchClient.builder());
        logs = at(endpoint, CloudWatchLogsClient.builder());
    }

    private static <B extends AwsClientBuilder<B, C>, C> C at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
                .build();
    }

    /** Makes everything. */
    public MotoAccount populate() {
        network();
        instances();
        var balancer = balancers();
        scalingGroup();
        database();
        sharedFiles();
        names(balancer);
        metrics.putMetricAlarm(it -> it.alarmName(ALARM)
                .namespace("AWS/RDS")
                .metricName("ReadLatency")
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .actionsEnabled(true));
        logs.createLogGroup(it -> it.logGroupName(LOGS));
        return this;
    }

    private void network() {
        network = ec2.createVpc(it -> it.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        subnets = List.of(subnet("10.9.1.0/24", "us-east-1a"), subnet("10.9.2.0/24", "us-east-1b"));
    }

    private String subnet(String cidr, String zone) {
        return ec2.createSubnet(it -> it.vpcId(network).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private void instances() {
        image = ec2.describeImages(it -> it.owners("amazon"))
                .images()
                .getFirst()
                .imageId();
        instance = ec2.runInstances(it -> it.imageId(image)
                        .minCount(1)
                        .maxCount(1)
                        .instanceType(InstanceType.T3_MEDIUM)
                        .subnetId(subnets.getFirst())
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.INSTANCE)
                                .tags(Tag.builder().key("Name").value("batch").build())
                                .build()))
                .instances()
                .getFirst()
                .instanceId();
        address = ec2.allocateAddress(it -> it.domain(DomainType.VPC)).allocationId();
        ec2.associateAddress(it -> it.allocationId(address).instanceId(instance));
    }

    private LoadBalancer balancers() {
        groups = List.of(targets("web-blue"), targets("web-green"));
        var balancer = balancing
                .createLoadBalancer(it ->
                        it.name("shop").type(LoadBalancerTypeEnum.APPLICATION).subnets(subnets))
                .loadBalancers()
                .getFirst();
        var listener = balancing
                .createListener(it -> it.loadBalancerArn(balancer.loadBalancerArn())
                        .protocol(ProtocolEnum.HTTP)
                        .port(80)
                        .defaultActions(forward()))
                .listeners()
                .getFirst()
                .listenerArn();
        ruleArn = balancing
                .createRule(it -> it.listenerArn(listener)
                        .priority(10)
                        .conditions(condition -> condition.field("path-pattern").values("/api/*"))
                        .actions(forward()))
                .rules()
                .getFirst()
                .ruleArn();
        return balancer;
    }

    private Action forward() {
        var shares = groups.stream()
                .map(arn ->
                        TargetGroupTuple.builder().targetGroupArn(arn).weight(1).build())
                .toList();
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .forwardConfig(
                        ForwardActionConfig.builder().targetGroups(shares).build())
                .build();
    }

    private String targets(String name) {
        return balancing
                .createTargetGroup(it -> it.name(name)
                        .protocol(ProtocolEnum.HTTP)
                        .port(8080)
                        .vpcId(network)
                        .targetType(TargetTypeEnum.INSTANCE)
                        .healthCheckPath("/health"))
                .targetGroups()
                .getFirst()
                .targetGroupArn();
    }

    private void scalingGroup() {
        ec2.createLaunchTemplate(it -> it.launchTemplateName("web")
                .launchTemplateData(data -> data.imageId(image).instanceType(InstanceType.T3_MEDIUM)));
        scaling.createAutoScalingGroup(it -> it.autoScalingGroupName(GROUP)
                .launchTemplate(template -> template.launchTemplateName("web").version("$Latest"))
                .minSize(1)
                .desiredCapacity(2)
                .maxSize(4)
                .targetGroupARNs(groups.getFirst())
                .vpcZoneIdentifier(String.join(",", subnets)));
    }

    private void database() {
        rds.createDBSubnetGroup(it -> it.dbSubnetGroupName("data")
                .dbSubnetGroupDescription("of the data")
                .subnetIds(subnets));
        rds.createDBInstance(it -> it.dbInstanceIdentifier(DATABASE)
                .engine("mysql")
                .engineVersion("8.0.35")
                .dbInstanceClass("db.m5.large")
                .allocatedStorage(100)
                .masterUsername("admin")
                .masterUserPassword("not-a-secret")
                .dbSubnetGroupName("data")
                .backupRetentionPeriod(7));
        rds.createDBSnapshot(it -> it.dbInstanceIdentifier(DATABASE).dbSnapshotIdentifier(SNAPSHOT));
    }

    private void sharedFiles() {
        fileSystem = files.createFileSystem(it ->
                        it.creationToken("shop").tags(tag -> tag.key("Name").value("shop-files")))
                .fileSystemId();
        files.createMountTarget(it -> it.fileSystemId(fileSystem).subnetId(subnets.getFirst()));
    }

    private void names(LoadBalancer balancer) {
        zone = names.createHostedZone(it -> it.name("shop.example").callerReference("1"))
                .hostedZone()
                .id()
                .replace("/hostedzone/", "");
        upsert(ResourceRecordSet.builder()
                .name(NAME)
                .type(RRType.A)
                .aliasTarget(AliasTarget.builder()
                        .dnsName(balancer.dnsName())
                        .hostedZoneId(balancer.canonicalHostedZoneId())
                        .evaluateTargetHealth(true)
                        .build())
                .build());
        upsert(ResourceRecordSet.builder()
                .name("mail.shop.example")
                .type(RRType.A)
                .ttl(300L)
                .resourceRecords(ResourceRecord.builder().value("192.0.2.5").build())
                .build());
        check = names.createHealthCheck(
                        it -> it.callerReference("1").healthCheckConfig(config -> config.type(HealthCheckType.HTTP)
                                .ipAddress("192.0.2.5")
                                .port(80)
                                .resourcePath("/health")
                                .requestInterval(30)
                                .failureThreshold(3)))
                .healthCheck()
                .id();
    }

    private void upsert(ResourceRecordSet record) {
        names.changeResourceRecordSets(it -> it.hostedZoneId(zone)
                .changeBatch(batch -> batch.changes(Change.builder()
                        .action(ChangeAction.UPSERT)
                        .resourceRecordSet(record)
                        .build())));
    }

    public String ruleArn() {
        return ruleArn;
    }

    /** ARNs of the target groups; the scaling group registers with the first. */
    public List<String> groups() {
        return groups;
    }

    public String zone() {
        return zone;
    }

    public String check() {
        return check;
    }

    public String fileSystem() {
        return fileSystem;
    }

    /** The one that belongs to no group. */
    public String instance() {
        return instance;
    }

    /** The allocation of the instance's Elastic IP. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        List.<SdkClient>of(ec2, scaling, balancing, rds, files, names, metrics, logs)
                .forEach(SdkClient::close);
    }
}
