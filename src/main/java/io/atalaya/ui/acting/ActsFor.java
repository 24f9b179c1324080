package io.atalaya.ui.acting;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.Volume;
import io.atalaya.ui.Acts;
import java.util.List;
import java.util.stream.Stream;

/**
 * The acts that make sense on a resource as it is. What makes no sense in its state is left out; what is possible and unwise, or
 * what AWS would refuse, is there, and its preflight says so.
 */
final class ActsFor {
    private ActsFor() {}

    /** In the order of a menu; empty for what is not known or has no acts. */
    static List<ActOffer> of(ResourceRef ref, Deployment deployment) {
        return deployment
                .index()
                .find(ref)
                .map(it -> Stream.concat(own(it, deployment), TagActs.of(it)).toList())
                .orElse(List.of());
    }

    /** The same, with what is done to the line that was pointed at before the rest. */
    static List<ActOffer> of(ResourceRef ref, Acts.Line line, Deployment deployment) {
        var resource = deployment.index().find(ref).orElse(null);
        if (line instanceof Acts.Line.OfGroup it && resource instanceof SecurityGroup group) {
            return Stream.concat(PerimeterActs.of(group, it.rule()), TagActs.of(group))
                    .toList();
        }
        if (line instanceof Acts.Line.OfAcl it && resource instanceof NetworkAcl acl) {
            return Stream.concat(PerimeterActs.of(acl, it.entry()), TagActs.of(acl))
                    .toList();
        }
        return of(ref, deployment);
    }

    private static Stream<ActOffer> own(Resource resource, Deployment deployment) {
        return switch (resource) {
            case Instance it -> InstanceActs.of(it, deployment);
            case ElasticIp it -> AddressActs.of(it, deployment);
            case Volume it -> AddressActs.of(it);
            case SecurityGroup it -> PerimeterActs.of(it);
            case NetworkAcl it -> PerimeterActs.of(it);
            case ScalingGroup it -> ScalingActs.of(it, deployment);
            case LoadBalancer it -> BalancerActs.of(it, deployment);
            case TargetGroup it -> TargetActs.of(it, deployment);
            case ListenerRule it -> TargetActs.of(it, deployment);
            case Database it -> DatabaseActs.of(it);
            case DatabaseSnapshot it -> SnapshotActs.of(it, deployment);
            case FileSystem it -> FileActs.of(it, deployment);
            case LogGroup it -> FileActs.of(it);
            case RecordSet it -> DnsActs.of(it);
            case HostedZone it -> DnsActs.of(it);
            case HealthCheck it -> DnsActs.of(it);
            case Alarm it -> DnsActs.of(it);
            default -> Stream.empty();
        };
    }
}
