package io.atalaya.deployment.dns;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.address.Block;
import io.atalaya.deployment.address.Ip;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which addresses of a deployment belong to whom, as far as that was read. */
final class Addresses {
    private final Set<String> taken = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final List<Block> subnets;
    private final boolean known;
    private final boolean keptKnown;

    Addresses(Deployment deployment) {
        Stream.of(
                        deployment.items(Parts.INSTANCES).stream().map(Instance::privateIp),
                        deployment.items(Parts.MOUNT_TARGETS).stream().map(MountTarget::ip),
                        deployment.items(Parts.ELASTIC_IPS).stream().map(ElasticIp::privateIp),
                        deployment.items(Parts.TARGETS).stream().map(Target::targetId))
                .flatMap(each -> each)
                .forEach(taken::add);
        deployment.items(Parts.ELASTIC_IPS).forEach(each -> kept.add(each.publicIp()));
        subnets = deployment.items(Parts.SUBNETS).stream()
                .map(Subnet::cidr)
                .map(Block::parse)
                .flatMap(Optional::stream)
                .toList();
        known = Stream.of(Parts.INSTANCES, Parts.MOUNT_TARGETS, Parts.ELASTIC_IPS, Parts.TARGETS)
                .allMatch(part -> complete(deployment, part));
        keptKnown = complete(deployment, Parts.ELASTIC_IPS);
    }

    private static boolean complete(Deployment deployment, Part<?> part) {
        var listing = deployment.observed(part).value();
        return listing != null && listing.complete();
    }

    /** An address of one of the subnets that nothing known has: network interfaces of other services are not read. */
    boolean belongsToNobody(String address) {
        return known
                && !taken.contains(address)
                && Ip.parse(address)
                        .filter(bits -> subnets.stream().anyMatch(subnet -> subnet.contains(bits)))
                        .isPresent();
    }

    /** A public address that AWS lent for as long as the instance runs. */
    boolean isBorrowed(String publicIp) {
        return keptKnown && !kept.contains(publicIp);
    }
}
