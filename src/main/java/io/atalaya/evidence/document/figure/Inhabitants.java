package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.figure.PerimeterFigure.Inhabitant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in which subnet. */
final class Inhabitants {
    private final Deployment deployment;
    private final Map<String, List<Inhabitant>> bySubnet = new HashMap<>();

    Inhabitants(Deployment deployment) {
        this.deployment = deployment;
        for (var it : deployment.items(Parts.LOAD_BALANCERS)) {
            it.zones().forEach(zone -> add(zone.subnetId(), "balancer", it.name(), it.securityGroupIds()));
        }
        for (var it : deployment.items(Parts.NAT_GATEWAYS)) {
            add(it.subnetId(), "nat", it.name(), List.of());
        }
        for (var it : deployment.items(Parts.INSTANCES)) {
            add(it.subnetId(), "machine", it.name(), it.securityGroupIds());
        }
        deployment.items(Parts.DATABASES).forEach(this::database);
        for (var it : deployment.items(Parts.MOUNT_TARGETS)) {
            var files = deployment.items(Parts.FILE_SYSTEMS).stream()
                    .filter(each -> each.id().equals(it.fileSystemId()))
                    .map(each -> each.name())
                    .findFirst();
            add(it.subnetId(), "mount", files.orElse(it.fileSystemId()), it.securityGroupIds());
        }
    }

    /** RDS tells the zone and the subnets it may use: that of its zone is where it stands. */
    private void database(Database it) {
        deployment.items(Parts.SUBNETS).stream()
                .filter(subnet -> it.subnetIds().contains(subnet.id()))
                .filter(subnet -> subnet.zone().equals(it.zone())
                        || it.multiAz() && subnet.zone().equals(it.secondaryZone()))
                .forEach(subnet -> add(
                        subnet.id(),
                        subnet.zone().equals(it.zone()) ? "database" : "standby",
                        it.id(),
                        it.securityGroupIds()));
    }

    private void add(@Nullable String subnet, String kind, String name, List<String> groups) {
        if (subnet != null) {
            bySubnet.computeIfAbsent(subnet, unused -> new ArrayList<>())
                    .add(new Inhabitant(Cell.words("kind." + kind), name, groups));
        }
    }

    List<Inhabitant> of(Subnet subnet) {
        return bySubnet.getOrDefault(subnet.id(), List.of());
    }

    boolean livesIn(Vpc vpc) {
        return deployment.items(Parts.SUBNETS).stream()
                .anyMatch(it -> it.vpcId().equals(vpc.id()) && bySubnet.containsKey(it.id()));
    }
}
