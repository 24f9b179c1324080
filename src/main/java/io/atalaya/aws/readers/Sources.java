package io.atalaya.aws.readers;

import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.InstantSource;
import java.util.List;

/** Where every part of a deployment comes from. A new part adds its reader here. */
public final class Sources {
    private Sources() {}

    /**
     * The sources of one connection, what the others wait for first.
     *
     * @param fanOut for the parts that take a call for each resource
     * @param clock for the span of metrics
     */
    public static List<Source<?>> of(Clients clients, FanOut fanOut, InstantSource clock, PageSize pageSize) {
        return List.of(
                new TargetGroupsReader(clients, pageSize).source(),
                new TargetsReader(clients, fanOut).source(),
                new TargetGroupAttributesReader(clients, fanOut).source(),
                new InstancesReader(clients, pageSize).source(),
                new LoadBalancersReader(clients, pageSize).source(),
                new ListenersReader(clients, pageSize, fanOut).source(),
                new ListenerRulesReader(clients, pageSize, fanOut).source(),
                new DatabasesReader(clients, pageSize).source(),
                new FileSystemsReader(clients, pageSize).source(),
                new MountTargetsReader(clients, pageSize, fanOut).source(),
                new AccessPointsReader(clients, pageSize).source(),
                new FilePoliciesReader(clients, fanOut).source(),
                new FileSizesReader(clients, clock).source(),
                new ScalingGroupsReader(clients, pageSize).source(),
                new AlarmsReader(clients, pageSize).source(),
                new HostedZonesReader(clients, pageSize).source(),
                new RecordSetsReader(clients, pageSize, fanOut).source(),
                new HealthChecksReader(clients, pageSize, fanOut).source(),
                new ZoneDelegationsReader(clients, fanOut).source(),
                new DnsAnswersReader(clients, fanOut).source(),
                new InstanceChecksReader(clients, pageSize).source(),
                new ScalingActivitiesReader(clients, pageSize).source(),
                new InstanceRefreshesReader(clients, pageSize, fanOut).source(),
                new CertificatesReader(clients, pageSize).source(),
                new DatabaseEventsReader(clients, pageSize).source(),
                new DatabaseSnapshotsReader(clients, pageSize).source(),
                new DatabaseClustersReader(clients, pageSize).source(),
                new ClusterSnapshotsReader(clients, pageSize).source(),
                new AutomatedBackupsReader(clients, pageSize).source(),
                new PendingMaintenanceReader(clients, pageSize).source(),
                new DatabaseParametersReader(clients, pageSize, fanOut).source(),
                new DatabaseAuthoritiesReader(clients, pageSize).source(),
                new DatabaseMetricsReader(clients, clock).source(),
                new DatabaseStorageReader(clients, clock).source(),
                new LaunchTemplatesReader(clients, pageSize).source(),
                new ImagesReader(clients, pageSize).source(),
                new InstanceTypesReader(clients, pageSize).source(),
                new VpcsReader(clients, pageSize).source(),
                new SubnetsReader(clients, pageSize).source(),
                new SecurityRuleIdsReader(clients, pageSize).source(),
                new SecurityGroupsReader(clients, pageSize).source(),
                new NetworkAclsReader(clients, pageSize).source(),
                new VpnConnectionsReader(clients).source(),
                new VpnGatewaysReader(clients).source(),
                new RouteTablesReader(clients, pageSize).source(),
                new InternetGatewaysReader(clients, pageSize).source(),
                new NatGatewaysReader(clients, pageSize).source(),
                new TransitGatewaysReader(clients, pageSize).source(),
                new TransitAttachmentsReader(clients, pageSize).source(),
                new TransitRoutesReader(clients, pageSize, fanOut).source(),
                new PeeringsReader(clients, pageSize).source(),
                new VpcEndpointsReader(clients, pageSize).source(),
                new PrefixListsReader(clients, pageSize, fanOut).source(),
                new NetworkInterfacesReader(clients, pageSize).source(),
                new FlowLogsReader(clients, pageSize).source(),
                new AuditTrailsReader(clients, fanOut).source(),
                new ElasticIpsReader(clients).source(),
                new VolumesReader(clients, pageSize).source(),
                new VolumeSnapshotsReader(clients, pageSize).source(),
                new LogGroupsReader(clients, pageSize).source(),
                new MetricsReader(clients, clock).source());
    }
}
