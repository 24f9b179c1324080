package io.atalaya.sandbox.world.checkop;

import static io.atalaya.sandbox.world.kit.PerimeterMaker.ALL;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.TCP;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.entry;

import io.atalaya.sandbox.world.World;
import java.util.List;

/** The network ACLs: stateless, so replies need rules of their own. */
final class CheckopAcls {
    private CheckopAcls() {}

    static void furnish(World world) {
        world.network()
                .acls()
                .putAll(
                        CheckopPerimeter.VPC.acl(
                                Ids.ACL_PUBLIC,
                                "nacl-public",
                                List.of(
                                        entry(100, false, TCP, "0.0.0.0/0", 443, 443),
                                        entry(110, false, TCP, "0.0.0.0/0", 80, 80),
                                        entry(120, false, TCP, "0.0.0.0/0", 22, 22),
                                        entry(130, false, TCP, "10.20.0.0/16", 8080, 8081),
                                        entry(140, false, TCP, "10.20.0.0/16", 1024, 65535),
                                        entry(150, false, TCP, "0.0.0.0/0", 1024, 65535),
                                        entry(100, true, ALL, "0.0.0.0/0", null, null)),
                                List.of(Ids.PUBLIC_1A, Ids.PUBLIC_1D)),
                        CheckopPerimeter.VPC.acl(
                                Ids.ACL_DATA,
                                "nacl-data",
                                List.of(
                                        entry(100, false, TCP, "10.20.0.0/16", 2049, 2049),
                                        entry(110, false, TCP, "10.20.0.0/16", 3306, 3306),
                                        entry(110, true, TCP, "10.20.0.0/16", 1024, 65535)),
                                List.of(Ids.DATA_1A, Ids.DATA_1D)),
                        CheckopPerimeter.VPC.acl(
                                Ids.ACL_DEFAULT,
                                "default",
                                List.of(
                                        entry(100, false, ALL, "0.0.0.0/0", null, null),
                                        entry(100, true, ALL, "0.0.0.0/0", null, null)),
                                List.of()));
    }
}
