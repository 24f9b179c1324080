package io.atalaya.evidence.claim;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Addresses;
import io.atalaya.deployment.reach.Exposure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the internet reaches, through routes, network ACLs and groups, and of what that cannot be told. */
final class Reach {
    /** Everything it rests on. */
    static final List<Part<?>> PARTS = List.of(
            Parts.SECURITY_GROUPS,
            Parts.PREFIX_LISTS,
            Parts.NETWORK_INTERFACES,
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.ROUTE_TABLES,
            Parts.NETWORK_ACLS,
            Parts.INTERNET_GATEWAYS,
            Parts.NAT_GATEWAYS,
            Parts.TRANSIT_GATEWAYS,
            Parts.TRANSIT_ATTACHMENTS,
            Parts.TRANSIT_ROUTES,
            Parts.PEERINGS,
            Parts.VPN_GATEWAYS,
            Parts.VPN_CONNECTIONS,
            Parts.VPC_ENDPOINTS,
            Parts.INSTANCES,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.DATABASES,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS);

    /** Of no host of the internet (RFC 1918, 6598, 3927, 1122, 5771, 1112). */
    private static final Addresses NOBODY = Addresses.ofBlocks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "224.0.0.0/3",
            "fc00::/7",
            "fe80::/10"));

    /** More addresses than these are no office and no partner: as many as a block of 16 bits has. */
    private static final BigInteger FEW = BigInteger.ONE.shiftLeft(16);
    /** Of IPv6 a site has a block of 48 bits. */
    private static final BigInteger FEW_SIX = BigInteger.ONE.shiftLeft(80);

    private Reach() {}

    static List<Part<?>> with(Part<?>... more) {
        return Stream.concat(PARTS.stream(), Stream.of(more)).toList();
    }

    /** Whether these are more of the internet than somebody one knows. */
    static boolean world(Addresses from) {
        return count(from, false).compareTo(FEW) > 0 || count(from, true).compareTo(FEW_SIX) > 0;
    }

    private static BigInteger count(Addresses from, boolean six) {
        int bits = six ? 128 : 32;
        return from.family(six).minus(NOBODY).blocks().stream()
                .map(it -> BigInteger.ONE.shiftLeft(bits - it.bits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A point that nothing can be told of for each address in doubt. */
    static List<Point> doubts(Exposure exposure) {
        return exposure.unknown().stream()
                .map(it -> new Point(
                        it.resource().id(),
                        "what the internet reaches at " + it.address(),
                        it.doubts().stream()
                                .map(doubt -> doubt.kind().name())
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        null))
                .toList();
    }

    /** Neither by their own setting nor by way of anything that is open to the internet. */
    static List<Point> databases(Known known) {
        var deployment = known.deployment();
        var points = new ArrayList<>(Judging.each(
                deployment,
                Parts.DATABASES,
                it -> Point.of(it.id(), "PubliclyAccessible", it.publiclyAccessible(), !it.publiclyAccessible())));
        var exposure = Exposure.of(deployment);
        for (var opening : exposure.openings()) {
            if (opening.answers() == Exposure.Answers.DATABASE) {
                points.add(Point.of(
                        opening.resource().id(),
                        opening.protocol().awsName() + " ports that the internet reaches at " + opening.address(),
                        opening.ports(),
                        false));
            }
        }
        doubts(exposure).stream().filter(it -> ofDatabase(it, deployment)).forEach(points::add);
        return points;
    }

    private static boolean ofDatabase(Point point, Deployment deployment) {
        return deployment
                .index()
                .find(Database.class, ResourceType.DATABASE, point.resource())
                .isPresent();
    }
}
