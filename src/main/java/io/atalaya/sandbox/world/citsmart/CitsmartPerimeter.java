package io.atalaya.sandbox.world.citsmart;

import static io.atalaya.sandbox.world.kit.PerimeterMaker.ALL;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.TCP;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.entry;
import static io.atalaya.sandbox.world.kit.PerimeterMaker.from;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.PerimeterMaker;
import java.util.List;
import java.util.stream.Stream;

/** "We use Firewalls from AWS": the security groups, and the network ACL around the data. */
final class CitsmartPerimeter {
    private static final PerimeterMaker VPC =
            new PerimeterMaker(CitsmartIds.ACCOUNT, CitsmartIds.REGION, CitsmartIds.VPC, CitsmartTags.TAGGING);

    private CitsmartPerimeter() {}

    static void furnish(World world) {
        world.network()
                .securityGroups()
                .putAll(
                        VPC.group(
                                CitsmartIds.SG_ELB,
                                "citsmart-elb",
                                "Balanceador de carga, publico",
                                from(443, "0.0.0.0/0", "HTTPS para todos"),
                                from(80, "0.0.0.0/0", "HTTP, redirecionado para HTTPS")),
                        VPC.group(
                                CitsmartIds.SG_APP,
                                "citsmart-app",
                                "Hosts citSMART, citGUACD e citTIKA",
                                VPC.fromGroup(8080, CitsmartIds.SG_ELB, "balanceador para citSMART"),
                                VPC.fromGroup(9998, CitsmartIds.SG_ELB, "balanceador para citTIKA"),
                                from(22, CitsmartVpn.ON_PREMISES, "SSH da matriz, pela VPN")),
                        VPC.group(
                                CitsmartIds.SG_SERVICES,
                                "citsmart-servicos",
                                "Hosts citSOLR, mongodb e citACTIVEMQ",
                                VPC.fromGroup(8983, CitsmartIds.SG_ELB, "balanceador para citSOLR"),
                                VPC.fromGroup(8161, CitsmartIds.SG_ELB, "balanceador para o console do citACTIVEMQ"),
                                VPC.fromGroup(8983, CitsmartIds.SG_APP, "citSMART para citSOLR"),
                                VPC.fromGroup(27017, CitsmartIds.SG_APP, "citSMART para mongodb"),
                                VPC.fromGroup(61616, CitsmartIds.SG_APP, "citSMART para citACTIVEMQ"),
                                VPC.fromGroup(27017, CitsmartIds.SG_SERVICES, "replicas do mongodb"),
                                from(22, CitsmartVpn.ON_PREMISES, "SSH da matriz, pela VPN")),
                        VPC.group(
                                CitsmartIds.SG_DB,
                                "citsmart-db",
                                "PostgreSQL",
                                VPC.fromGroup(5432, CitsmartIds.SG_APP, "citSMART para PostgreSQL"),
                                from(5432, "172.20.8.0/24", "relatorios da matriz, pela VPN")),
                        VPC.group(
                                CitsmartIds.SG_DEFAULT,
                                "default",
                                "default VPC security group",
                                VPC.fromItself(CitsmartIds.SG_DEFAULT)));
        world.network()
                .acls()
                .putAll(
                        VPC.acl(
                                CitsmartIds.ACL_DATA,
                                "nacl-dados",
                                List.of(
                                        entry(100, false, TCP, CitsmartNetwork.CIDR, 5432, 5432),
                                        entry(110, false, TCP, "172.20.8.0/24", 5432, 5432),
                                        entry(100, true, TCP, CitsmartNetwork.CIDR, 1024, 65535),
                                        entry(110, true, TCP, "172.20.8.0/24", 1024, 65535)),
                                CitsmartIds.DATA),
                        VPC.acl(
                                CitsmartIds.ACL_DEFAULT,
                                "default",
                                List.of(
                                        entry(100, false, ALL, "0.0.0.0/0", null, null),
                                        entry(100, true, ALL, "0.0.0.0/0", null, null)),
                                Stream.of(CitsmartIds.PUBLIC, CitsmartIds.APP)
                                        .flatMap(List::stream)
                                        .toList()));
    }
}
