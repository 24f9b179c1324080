package io.atalaya.deployment.facts;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NatGateway;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.PeeringConnection;
import io.atalaya.deployment.PrefixList;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.TransitGateway;
import io.atalaya.deployment.TransitGatewayAttachment;
import io.atalaya.deployment.TransitGatewayRouteTable;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.VpcEndpoint;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnGateway;
import java.util.List;

/** Everything known of a resource, in the order in which an administrator asks for it. */
public final class Facts {
    private Facts() {}

    /** The facts of any resource, each with the part whose age it has; what AWS did not say is left out. */
    public static List<Fact> of(Resource resource, DeploymentIndex index) {
        return switch (resource) {
            case Instance it -> ComputeFacts.of(it, index);
            case Image it -> ComputeFacts.of(it, index);
            case Volume it -> ComputeFacts.of(it, index);
            case LaunchTemplate it -> ComputeFacts.of(it, index);
            case ScalingGroup it -> ComputeFacts.of(it, index);
            case ElasticIp it -> NetworkFacts.of(it, index);
            case Vpc it -> NetworkFacts.of(it, index);
            case Subnet it -> NetworkFacts.of(it, index);
            case SecurityGroup it -> NetworkFacts.of(it, index);
            case NetworkAcl it -> NetworkFacts.of(it, index);
            case VpnConnection it -> NetworkFacts.of(it, index);
            case VpnGateway it -> PerimeterFacts.of(it, index);
            case RouteTable it -> PerimeterFacts.of(it, index);
            case InternetGateway it -> PerimeterFacts.of(it, index);
            case NatGateway it -> PerimeterFacts.of(it, index);
            case TransitGateway it -> PerimeterFacts.of(it, index);
            case TransitGatewayAttachment it -> PerimeterFacts.of(it, index);
            case TransitGatewayRouteTable it -> PerimeterFacts.of(it, index);
            case PeeringConnection it -> PerimeterFacts.of(it, index);
            case VpcEndpoint it -> PerimeterFacts.of(it, index);
            case PrefixList it -> PerimeterFacts.of(it, index);
            case NetworkInterface it -> PerimeterFacts.of(it, index);
            case FlowLog it -> PerimeterFacts.of(it, index);
            case LoadBalancer it -> BalancerFacts.of(it, index);
            case Listener it -> BalancerFacts.of(it, index);
            case ListenerRule it -> BalancerFacts.of(it, index);
            case TargetGroup it -> BalancerFacts.of(it, index);
            case Database it -> DataFacts.of(it, index);
            case DatabaseCluster it -> ClusterFacts.of(it, index);
            case DatabaseSnapshot it -> DataFacts.of(it, index);
            case FileSystem it -> DataFacts.of(it, index);
            case MountTarget it -> DataFacts.of(it, index);
            case HostedZone it -> DnsFacts.of(it, index);
            case RecordSet it -> DnsFacts.of(it, index);
            case HealthCheck it -> DnsFacts.of(it, index);
            case Alarm it -> DnsFacts.of(it, index);
            case LogGroup it -> DnsFacts.of(it, index);
            default -> List.of();
        };
    }
}
