package io.atalaya.deployment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each finding, and that it is not made of what was not read. */
class AuditTest {
    private static Deployment network(List<SecurityGroup> groups, AclEntry... entries) {
        var deployment = Sample.with(
                Sample.empty(), Parts.VPCS, List.of(new Vpc("vpc-1", "v", List.of("10.0.0.0/16"), false, Map.of())));
        deployment = Sample.with(
                deployment,
                Parts.SUBNETS,
                List.of(new Subnet("s", "s", "vpc-1", "z", "10.0.0.0/24", 9, false, Map.of())));
        deployment = Sample.with(
                deployment,
                Parts.ROUTE_TABLES,
                List.of(new RouteTable(
                        "rtb",
                        "rtb",
                        "vpc-1",
                        true,
                        List.of(),
                        List.of(),
                        List.of(new Route("0.0.0.0/0", null, RouteVia.INTERNET_GATEWAY, "igw", false, false)),
                        Map.of())));
        deployment = Sample.with(
                deployment,
                Parts.INTERNET_GATEWAYS,
                List.of(new InternetGateway("igw", "igw", "vpc-1", false, Map.of())));
        deployment = Sample.with(
                deployment,
                Parts.NETWORK_ACLS,
                List.of(new NetworkAcl("acl", "acl", "vpc-1", true, List.of("s"), List.of(entries), Map.of())));
        deployment = Sample.with(deployment, Parts.SECURITY_GROUPS, groups);
        deployment = Sample.with(deployment, Parts.FLOW_LOGS, List.of());
        return Sample.with(
                deployment,
                Parts.NETWORK_INTERFACES,
                List.of(new NetworkInterface(
                        "eni",
                        "eni",
                        "vpc-1",
                        "s",
                        "z",
                        "interface",
                        "",
                        "in-use",
                        List.of("10.0.0.10"),
                        List.of(),
                        "198.51.100.10",
                        List.of("sg-used"),
                        null,
                        true,
                        null,
                        Map.of())));
    }

    private static AclEntry entry(int number, boolean allow, String protocol, String cidr) {
        return new AclEntry(false, number, protocol, allow, cidr, null, null);
    }

    private static AclEntry[] open() {
        return new AclEntry[] {
            entry(100, true, "-1", "0.0.0.0/0"), new AclEntry(true, 100, "-1", true, "0.0.0.0/0", null, null)
        };
    }

    private static SecurityGroup group(String id, String name, SecurityRule... rules) {
        return new SecurityGroup(id, name, "", "vpc-1", List.of(rules), Map.of());
    }

    private static List<Finding.Kind> kinds(Deployment deployment) {
        return Audit.of(deployment).findings().stream().map(Finding::kind).toList();
    }

    @Test
    void remoteControlOpenToTheWorldIsBad() {
        var audit = Audit.of(network(List.of(group("sg-used", "used", Sample.fromCidr(22, "0.0.0.0/0"))), open()));
        assertThat(audit.findings().getFirst()).satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Finding.Kind.OPEN_TO_WORLD);
            assertThat(each.severity()).isEqualTo(Finding.Severity.HIGH);
            assertThat(each.rules()).hasSize(1);
            assertThat(each.key()).isEqualTo("OPEN_TO_WORLD " + each.severity() + " NETWORK_INTERFACE eni tcp 22");
        });
    }

    @Test
    void groupsThatNothingHasOrThatSayTheSame() {
        var deployment = network(
                List.of(
                        group("sg-used", "used", Sample.fromCidr(22, "10.0.0.0/8")),
                        group("sg-twin", "twin", Sample.fromCidr(22, "10.0.0.0/8")),
                        group("sg-d", "default")),
                open());
        assertThat(kinds(deployment))
                .contains(Finding.Kind.UNUSED_GROUP, Finding.Kind.DUPLICATE_GROUP)
                .doesNotContain(Finding.Kind.DEFAULT_GROUP_USED, Finding.Kind.OPEN_TO_WORLD);
        assertThat(kinds(network(List.of(group("sg-used", "default")), open())))
                .contains(Finding.Kind.DEFAULT_GROUP_USED);
    }

    @Test
    void anEntryBehindOnesThatDecideAllOfItIsShadowed() {
        var audit = Audit.of(network(
                List.of(),
                entry(100, true, "-1", "0.0.0.0/1"),
                entry(110, true, "-1", "128.0.0.0/1"),
                entry(120, false, "6", "203.0.113.0/24"),
                entry(130, false, "-1", "::/0")));
        assertThat(audit.findings())
                .filteredOn(each -> each.kind() == Finding.Kind.SHADOWED_ENTRY)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.severity()).isEqualTo(Finding.Severity.HIGH);
                    assertThat(each.key()).endsWith(" in 120");
                });
    }

    @Test
    void aVpcThatNothingRecords() {
        var deployment = network(List.of(group("sg-used", "used")), open());
        assertThat(kinds(deployment)).contains(Finding.Kind.NO_FLOW_LOG);
        var log = new FlowLog("fl", "fl", "vpc-1", "ALL", "ACTIVE", "SUCCESS", "logs", Map.of());
        assertThat(kinds(Sample.with(deployment, Parts.FLOW_LOGS, List.of(log))))
                .doesNotContain(Finding.Kind.NO_FLOW_LOG);
    }

    @Test
    void whatWasNotReadMakesNoFinding() {
        var audit = Audit.of(Sample.with(Sample.empty(), Parts.SECURITY_GROUPS, List.of(group("sg", "g"))));
        assertThat(audit.findings()).isEmpty();
        var parts =
                audit.doubts().stream().map(each -> String.valueOf(each.part())).toList();
        assertThat(parts)
                .contains(
                        Parts.NETWORK_INTERFACES.toString(), Parts.NETWORK_ACLS.toString(), Parts.FLOW_LOGS.toString());
    }
}
