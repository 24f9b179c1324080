package io.atalaya.deployment;

import java.util.List;

/** Every part a deployment has today. A new source adds its line here. */
public final class Parts {
    public static final Part<Instance> INSTANCES = new Part<>("instances", Instance.class);
    public static final Part<InstanceCheck> INSTANCE_CHECKS = new Part<>("instance-checks", InstanceCheck.class);
    public static final Part<InstanceType> INSTANCE_TYPES = new Part<>("instance-types", InstanceType.class);
    public static final Part<Image> IMAGES = new Part<>("images", Image.class);
    public static final Part<Volume> VOLUMES = new Part<>("volumes", Volume.class);
    public static final Part<VolumeSnapshot> VOLUME_SNAPSHOTS = new Part<>("volume-snapshots", VolumeSnapshot.class);
    public static final Part<ElasticIp> ELASTIC_IPS = new Part<>("elastic-ips", ElasticIp.class);
    public static final Part<Vpc> VPCS = new Part<>("vpcs", Vpc.class);
    public static final Part<Subnet> SUBNETS = new Part<>("subnets", Subnet.class);
    public static final Part<SecurityGroup> SECURITY_GROUPS = new Part<>("security-groups", SecurityGroup.class);
    /** Read apart from the groups, which have them where they were told. */
    public static final Part<SecurityRuleId> SECURITY_RULE_IDS = new Part<>("security-rule-ids", SecurityRuleId.class);

    public static final Part<NetworkAcl> NETWORK_ACLS = new Part<>("network-acls", NetworkAcl.class);
    public static final Part<VpnConnection> VPN_CONNECTIONS = new Part<>("vpn-connections", VpnConnection.class);
    public static final Part<VpnGateway> VPN_GATEWAYS = new Part<>("vpn-gateways", VpnGateway.class);
    public static final Part<RouteTable> ROUTE_TABLES = new Part<>("route-tables", RouteTable.class);
    public static final Part<InternetGateway> INTERNET_GATEWAYS =
            new Part<>("internet-gateways", InternetGateway.class);
    public static final Part<NatGateway> NAT_GATEWAYS = new Part<>("nat-gateways", NatGateway.class);
    public static final Part<TransitGateway> TRANSIT_GATEWAYS = new Part<>("transit-gateways", TransitGateway.class);
    public static final Part<TransitGatewayAttachment> TRANSIT_ATTACHMENTS =
            new Part<>("transit-attachments", TransitGatewayAttachment.class);
    public static final Part<TransitGatewayRouteTable> TRANSIT_ROUTES =
            new Part<>("transit-routes", TransitGatewayRouteTable.class);
    public static final Part<PeeringConnection> PEERINGS = new Part<>("peerings", PeeringConnection.class);
    public static final Part<VpcEndpoint> VPC_ENDPOINTS = new Part<>("vpc-endpoints", VpcEndpoint.class);
    public static final Part<PrefixList> PREFIX_LISTS = new Part<>("prefix-lists", PrefixList.class);
    public static final Part<NetworkInterface> NETWORK_INTERFACES =
            new Part<>("network-interfaces", NetworkInterface.class);
    public static final Part<FlowLog> FLOW_LOGS = new Part<>("flow-logs", FlowLog.class);
    public static final Part<AuditTrail> AUDIT_TRAILS = new Part<>("audit-trails", AuditTrail.class);
    public static final Part<LaunchTemplate> LAUNCH_TEMPLATES = new Part<>("launch-templates", LaunchTemplate.class);
    public static final Part<ScalingGroup> SCALING_GROUPS = new Part<>("scaling-groups", ScalingGroup.class);
    public static final Part<ScalingActivity> SCALING_ACTIVITIES =
            new Part<>("scaling-activities", ScalingActivity.class);
    public static final Part<InstanceRefresh> INSTANCE_REFRESHES =
            new Part<>("instance-refreshes", InstanceRefresh.class);
    public static final Part<LoadBalancer> LOAD_BALANCERS = new Part<>("load-balancers", LoadBalancer.class);
    public static final Part<Listener> LISTENERS = new Part<>("listeners", Listener.class);
    public static final Part<Certificate> CERTIFICATES = new Part<>("certificates", Certificate.class);
    public static final Part<ListenerRule> LISTENER_RULES = new Part<>("listener-rules", ListenerRule.class);
    public static final Part<TargetGroup> TARGET_GROUPS = new Part<>("target-groups", TargetGroup.class);
    public static final Part<TargetGroupAttributes> TARGET_GROUP_ATTRIBUTES =
            new Part<>("target-group-attributes", TargetGroupAttributes.class);
    public static final Part<Target> TARGETS = new Part<>("targets", Target.class);
    public static final Part<Database> DATABASES = new Part<>("databases", Database.class);
    public static final Part<DatabaseSnapshot> DATABASE_SNAPSHOTS =
            new Part<>("database-snapshots", DatabaseSnapshot.class);
    public static final Part<DatabaseEvent> DATABASE_EVENTS = new Part<>("database-events", DatabaseEvent.class);
    public static final Part<DatabaseCluster> DATABASE_CLUSTERS =
            new Part<>("database-clusters", DatabaseCluster.class);
    public static final Part<DatabaseSnapshot> CLUSTER_SNAPSHOTS =
            new Part<>("cluster-snapshots", DatabaseSnapshot.class);
    public static final Part<AutomatedBackup> DATABASE_BACKUPS = new Part<>("database-backups", AutomatedBackup.class);
    public static final Part<PendingMaintenance> DATABASE_MAINTENANCE =
            new Part<>("database-maintenance", PendingMaintenance.class);
    public static final Part<DatabaseParameter> DATABASE_PARAMETERS =
            new Part<>("database-parameters", DatabaseParameter.class);
    public static final Part<DatabaseAuthority> DATABASE_AUTHORITIES =
            new Part<>("database-authorities", DatabaseAuthority.class);
    public static final Part<MetricSeries> DATABASE_METRICS = new Part<>("database-metrics", MetricSeries.class);
    public static final Part<MetricSeries> DATABASE_STORAGE = new Part<>("database-storage", MetricSeries.class);
    public static final Part<FileSystem> FILE_SYSTEMS = new Part<>("file-systems", FileSystem.class);
    public static final Part<MountTarget> MOUNT_TARGETS = new Part<>("mount-targets", MountTarget.class);
    public static final Part<AccessPoint> ACCESS_POINTS = new Part<>("access-points", AccessPoint.class);
    public static final Part<FilePolicies> FILE_POLICIES = new Part<>("file-policies", FilePolicies.class);
    /** Sizes of file systems by storage class over weeks. */
    public static final Part<MetricSeries> FILE_SIZES = new Part<>("file-sizes", MetricSeries.class);

    public static final Part<HostedZone> HOSTED_ZONES = new Part<>("hosted-zones", HostedZone.class);
    public static final Part<RecordSet> RECORD_SETS = new Part<>("record-sets", RecordSet.class);
    public static final Part<HealthCheck> HEALTH_CHECKS = new Part<>("health-checks", HealthCheck.class);
    public static final Part<ZoneDelegation> ZONE_DELEGATIONS = new Part<>("zone-delegations", ZoneDelegation.class);
    public static final Part<DnsAnswer> DNS_ANSWERS = new Part<>("dns-answers", DnsAnswer.class);
    /** Not of AWS, and asked only while somebody looks: it is none of {@link #all()}. */
    public static final Part<NameSeen> NAMES_SEEN = new Part<>("names-seen", NameSeen.class);

    public static final Part<Alarm> ALARMS = new Part<>("alarms", Alarm.class);
    public static final Part<LogGroup> LOG_GROUPS = new Part<>("log-groups", LogGroup.class);
    public static final Part<MetricSeries> METRICS = new Part<>("metrics", MetricSeries.class);

    /** What the NOC watches is read where a catalogue says so: these four are none of {@link #all()}. */
    public static final Part<MetricName> METRIC_NAMES = new Part<>("metric-names", MetricName.class);

    public static final Part<MetricSeries> NOC_SERIES = new Part<>("noc-series", MetricSeries.class);
    public static final Part<LogValue> LOG_VALUES = new Part<>("log-values", LogValue.class);
    /** What the logs of failing machines say of it: nothing is asked while none fails, so it is none of {@link #all()}. */
    public static final Part<LogComplaint> LOG_COMPLAINTS = new Part<>("log-complaints", LogComplaint.class);
    /** Asked by this console itself, not of AWS. */
    public static final Part<ProbeResult> PROBES = new Part<>("probes", ProbeResult.class);

    private static final List<Part<?>> ALL = List.of(
            INSTANCES,
            INSTANCE_CHECKS,
            INSTANCE_TYPES,
            IMAGES,
            VOLUMES,
            VOLUME_SNAPSHOTS,
            ELASTIC_IPS,
            VPCS,
            SUBNETS,
            SECURITY_GROUPS,
            SECURITY_RULE_IDS,
            NETWORK_ACLS,
            VPN_CONNECTIONS,
            VPN_GATEWAYS,
            ROUTE_TABLES,
            INTERNET_GATEWAYS,
            NAT_GATEWAYS,
            TRANSIT_GATEWAYS,
            TRANSIT_ATTACHMENTS,
            TRANSIT_ROUTES,
            PEERINGS,
            VPC_ENDPOINTS,
            PREFIX_LISTS,
            NETWORK_INTERFACES,
            FLOW_LOGS,
            AUDIT_TRAILS,
            LAUNCH_TEMPLATES,
            SCALING_GROUPS,
            SCALING_ACTIVITIES,
            INSTANCE_REFRESHES,
            LOAD_BALANCERS,
            LISTENERS,
            CERTIFICATES,
            LISTENER_RULES,
            TARGET_GROUPS,
            TARGET_GROUP_ATTRIBUTES,
            TARGETS,
            DATABASES,
            DATABASE_SNAPSHOTS,
            DATABASE_EVENTS,
            DATABASE_CLUSTERS,
            CLUSTER_SNAPSHOTS,
            DATABASE_BACKUPS,
            DATABASE_MAINTENANCE,
            DATABASE_PARAMETERS,
            DATABASE_AUTHORITIES,
            DATABASE_METRICS,
            DATABASE_STORAGE,
            FILE_SYSTEMS,
            MOUNT_TARGETS,
            ACCESS_POINTS,
            FILE_POLICIES,
            FILE_SIZES,
            HOSTED_ZONES,
            RECORD_SETS,
            HEALTH_CHECKS,
            ZONE_DELEGATIONS,
            DNS_ANSWERS,
            ALARMS,
            LOG_GROUPS,
            METRICS);

    private Parts() {}

    /** All that AWS is asked for, in the order above. */
    public static List<Part<?>> all() {
        return ALL;
    }
}
