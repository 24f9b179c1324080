package io.atalaya.sandbox.world.fleet;

import io.atalaya.sandbox.world.World;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups: the balancers, databases and file systems of each site, and one for each service. */
final class FleetPerimeter {
    private static final IpPermission ANYWHERE = IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(r -> r.cidrIp("0.0.0.0/0"))
            .build();

    private final World world;
    private final Names names;

    FleetPerimeter(World world, Names names) {
        this.world = world;
        this.names = names;
    }

    void furnish(Company company) {
        for (Site site : company.sites()) {
            group(
                    site,
                    names.group(site, "elb"),
                    site.name() + "-elb",
                    "Balancers",
                    from(443, "0.0.0.0/0"),
                    from(80, "0.0.0.0/0"));
            group(
                    site,
                    names.group(site, "db"),
                    site.name() + "-db",
                    "Databases",
                    from(3306, site.cidr()),
                    from(5432, site.cidr()));
            group(site, names.group(site, "efs"), site.name() + "-efs", "Mount targets", from(2049, site.cidr()));
        }
        for (Service service : company.services()) {
            Site site = service.network();
            IpPermission from = service.isWeb()
                    ? IpPermission.builder()
                            .ipProtocol("tcp")
                            .fromPort(service.role().port())
                            .toPort(service.role().port())
                            .userIdGroupPairs(p -> p.groupId(names.group(site, "elb"))
                                    .userId(world.account().id())
                                    .description("from the balancer"))
                            .build()
                    : from(Math.max(22, service.role().port()), site.cidr());
            group(site, names.group(service), service.name(), "Instances of " + service.name(), from);
        }
    }

    private void group(Site site, String id, String name, String description, IpPermission... in) {
        world.network()
                .securityGroups()
                .put(SecurityGroup.builder()
                        .groupId(id)
                        .groupName(name)
                        .description(description)
                        .vpcId(site.vpcId())
                        .ownerId(world.account().id())
                        .securityGroupArn(world.account().arn("ec2", "security-group/" + id))
                        .ipPermissions(List.of(in))
                        .ipPermissionsEgress(ANYWHERE)
                        .tags(FleetTags.of(name, site.environment()))
                        .build());
    }

    private static IpPermission from(int port, String cidr) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .ipRanges(r -> r.cidrIp(cidr))
                .build();
    }
}
