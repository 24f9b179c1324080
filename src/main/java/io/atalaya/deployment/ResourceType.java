package io.atalaya.deployment;

/** What a resource is, in CloudFormation's words. */
public enum ResourceType {
    INSTANCE("AWS::EC2::Instance"),
    IMAGE("AWS::EC2::Image"),
    VOLUME("AWS::EC2::Volume"),
    ELASTIC_IP("AWS::EC2::EIP"),
    VPC("AWS::EC2::VPC"),
    SUBNET("AWS::EC2::Subnet"),
    SECURITY_GROUP("AWS::EC2::SecurityGroup"),
    NETWORK_ACL("AWS::EC2::NetworkAcl"),
    VPN_CONNECTION("AWS::EC2::VPNConnection"),
    VPN_GATEWAY("AWS::EC2::VPNGateway"),
    ROUTE_TABLE("AWS::EC2::RouteTable"),
    INTERNET_GATEWAY("AWS::EC2::InternetGateway"),
    NAT_GATEWAY("AWS::EC2::NatGateway"),
    TRANSIT_GATEWAY("AWS::EC2::TransitGateway"),
    TRANSIT_GATEWAY_ATTACHMENT("AWS::EC2::TransitGatewayAttachment"),
    TRANSIT_GATEWAY_ROUTE_TABLE("AWS::EC2::TransitGatewayRouteTable"),
    PEERING_CONNECTION("AWS::EC2::VPCPeeringConnection"),
    VPC_ENDPOINT("AWS::EC2::VPCEndpoint"),
    PREFIX_LIST("AWS::EC2::PrefixList"),
    NETWORK_INTERFACE("AWS::EC2::NetworkInterface"),
    FLOW_LOG("AWS::EC2::FlowLog"),
    LAUNCH_TEMPLATE("AWS::EC2::LaunchTemplate"),
    SCALING_GROUP("AWS::AutoScaling::AutoScalingGroup"),
    LOAD_BALANCER("AWS::ElasticLoadBalancingV2::LoadBalancer"),
    LISTENER("AWS::ElasticLoadBalancingV2::Listener"),
    LISTENER_RULE("AWS::ElasticLoadBalancingV2::ListenerRule"),
    TARGET_GROUP("AWS::ElasticLoadBalancingV2::TargetGroup"),
    DATABASE("AWS::RDS::DBInstance"),
    DATABASE_SNAPSHOT("AWS::RDS::DBSnapshot"),
    DATABASE_CLUSTER("AWS::RDS::DBCluster"),
    FILE_SYSTEM("AWS::EFS::FileSystem"),
    MOUNT_TARGET("AWS::EFS::MountTarget"),
    HOSTED_ZONE("AWS::Route53::HostedZone"),
    RECORD_SET("AWS::Route53::RecordSet"),
    HEALTH_CHECK("AWS::Route53::HealthCheck"),
    ALARM("AWS::CloudWatch::Alarm"),
    LOG_GROUP("AWS::Logs::LogGroup");

    private final String awsName;

    ResourceType(String awsName) {
        this.awsName = awsName;
    }

    /** {@code AWS::EC2::Instance}. */
    public String awsName() {
        return awsName;
    }
}
