package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.evidence.document.Block;
import io.atalaya.evidence.document.Block.Paragraph;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import io.atalaya.evidence.document.figure.Networks;
import java.util.ArrayList;
import java.util.List;

/** Networks, the doors of networks, and the rules of those who stand at them. */
final class PerimeterChapter {
    private final TableMaker tables;
    private final RuleWords rules;
    private final Networks networks;

    PerimeterChapter(TableMaker tables) {
        this.tables = tables;
        this.rules = new RuleWords(tables);
        this.networks = new Networks(tables.deployment());
    }

    Chapter chapter(Block figure) {
        return new Chapter(
                "perimeter",
                List.of(
                        figure,
                        vpcs(),
                        subnets(),
                        gateways(),
                        vpns(),
                        new Paragraph("perimeter.groups", List.of()),
                        groups(),
                        groupRules(),
                        new Paragraph("perimeter.acls", List.of()),
                        acls()));
    }

    private Table vpcs() {
        var rows = tables.deployment().items(Parts.VPCS).stream()
                .map(it -> Row.of(
                        it.id(),
                        Cell.text(it.name()),
                        Cell.text(it.id()),
                        Cell.texts(it.blocks()),
                        Cell.yesNo(it.isDefault())))
                .toList();
        return tables.table(
                "vpcs",
                List.of(text("name", 28), mono("id", 28), mono("blocks", 30), text("default", 14)),
                rows,
                Parts.VPCS);
    }

    private Table subnets() {
        var rows = tables.deployment().items(Parts.SUBNETS).stream()
                .map(this::subnet)
                .toList();
        return tables.table(
                "subnets",
                List.of(
                        text("name", 18),
                        mono("zone", 12),
                        mono("blocks", 18),
                        text("reach", 11),
                        text("acl", 19),
                        mono("id", 22)),
                rows,
                Parts.SUBNETS,
                Parts.ROUTE_TABLES,
                Parts.NETWORK_ACLS);
    }

    private Row subnet(Subnet it) {
        var reach = !tables.read(Parts.ROUTE_TABLES)
                ? Cell.UNREAD
                : Cell.words(networks.isPublic(it) ? "public" : "private");
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.text(it.zone()),
                Cell.texts(it.blocks()),
                reach,
                tables.where(
                        Parts.NETWORK_ACLS,
                        networks.acl(it).map(acl -> Cell.text(acl.name())).orElse(Cell.NONE)),
                Cell.text(it.id()));
    }

    private Table gateways() {
        var rows = new ArrayList<Row>();
        for (var it : tables.deployment().items(Parts.INTERNET_GATEWAYS)) {
            rows.add(Row.of(
                    it.id(),
                    Cell.text(it.name()),
                    Cell.words(it.egressOnly() ? "gateway.egress" : "gateway.internet"),
                    tables.name(ResourceType.VPC, it.vpcId()),
                    Cell.NONE,
                    Cell.text(it.id())));
        }
        for (var it : tables.deployment().items(Parts.NAT_GATEWAYS)) {
            rows.add(Row.of(
                    it.id(),
                    Cell.text(it.name()),
                    Cell.words("gateway.nat"),
                    tables.name(ResourceType.VPC, it.vpcId()),
                    Cell.text(it.publicIp() == null ? it.privateIp() : it.publicIp()),
                    Cell.text(it.id())));
        }
        for (var it : tables.deployment().items(Parts.VPC_ENDPOINTS)) {
            rows.add(Row.of(
                    it.id(),
                    Cell.text(it.name()),
                    Cell.words("gateway.endpoint"),
                    tables.name(ResourceType.VPC, it.vpcId()),
                    Cell.text(it.service()),
                    Cell.text(it.id())));
        }
        return tables.table(
                "gateways",
                List.of(text("name", 20), text("type", 18), text("vpc", 16), mono("detail", 24), mono("id", 22)),
                rows,
                List.of(Parts.INTERNET_GATEWAYS, Parts.NAT_GATEWAYS, Parts.VPC_ENDPOINTS),
                Parts.VPCS);
    }

    private Table vpns() {
        var rows = tables.deployment().items(Parts.VPN_CONNECTIONS).stream()
                .map(PerimeterChapter::vpn)
                .toList();
        return tables.table(
                "vpn-connections",
                List.of(
                        text("name", 20),
                        text("customer", 20),
                        mono("address", 15),
                        mono("tunnels", 23).passing(),
                        mono("id", 22)),
                rows,
                Parts.VPN_CONNECTIONS);
    }

    private static Row vpn(VpnConnection it) {
        return Row.of(
                it.id(),
                Cell.text(it.name()),
                Cell.text(it.customerName()),
                Cell.text(it.customerAddress()),
                Cell.texts(it.tunnels().stream()
                        .map(each -> each.outsideIp() + " " + each.status())
                        .toList()),
                Cell.text(it.id()));
    }

    private Table groups() {
        var rows = tables.deployment().items(Parts.SECURITY_GROUPS).stream()
                .map(it -> Row.of(
                        it.id(),
                        Cell.text(it.name()),
                        Cell.text(it.description()),
                        tables.name(ResourceType.VPC, it.vpcId()),
                        Cell.text(it.id())))
                .toList();
        return tables.table(
                "security-groups",
                List.of(text("name", 24), text("description", 36), text("vpc", 16), mono("id", 24)),
                rows,
                Parts.SECURITY_GROUPS,
                Parts.VPCS);
    }

    private Table groupRules() {
        var rows = new ArrayList<Row>();
        for (var group : tables.deployment().items(Parts.SECURITY_GROUPS)) {
            rows.addAll(rulesOf(group));
        }
        rows.sort(Rows.byCells());
        return tables.belonging(
                "security-rules",
                List.of(
                        text("group", 20),
                        text("direction", 10),
                        text("rule", 48),
                        text("description", 22).passing()),
                rows,
                Parts.SECURITY_GROUPS,
                Parts.PREFIX_LISTS);
    }

    private List<Row> rulesOf(SecurityGroup group) {
        var rows = new ArrayList<Row>();
        for (var direction : List.of(true, false)) {
            var some = group.rules().stream()
                    .filter(it -> it.ingress() == direction)
                    .toList();
            for (var rule : some) {
                var words = rules.of(rule);
                rows.add(Row.of(
                        group.id() + (direction ? " in " : " out ") + words.plain(),
                        Cell.text(group.name()),
                        Cell.words(direction ? "in" : "out"),
                        words,
                        Cell.text(rule.description())));
            }
            if (some.isEmpty()) {
                rows.add(Row.of(
                        group.id() + (direction ? " in" : " out"),
                        Cell.text(group.name()),
                        Cell.words(direction ? "in" : "out"),
                        Cell.words(direction ? "rule.noneIn" : "rule.noneOut"),
                        Cell.NONE));
            }
        }
        return rows;
    }

    private Table acls() {
        var rows = new ArrayList<Row>();
        for (var acl : tables.deployment().items(Parts.NETWORK_ACLS)) {
            rows.addAll(entriesOf(acl));
        }
        rows.sort(Rows.byCells());
        return tables.belonging(
                "network-acls",
                List.of(text("acl", 20), text("direction", 10), number("number", 9), text("rule", 61)),
                rows,
                Parts.NETWORK_ACLS,
                Parts.VPCS);
    }

    private List<Row> entriesOf(NetworkAcl acl) {
        return acl.entries().stream()
                .map(it -> Row.of(
                        acl.id() + (it.egress() ? " out " : " in ") + it.number() + " " + it.cidr(),
                        Cell.text(acl.name()),
                        Cell.words(it.egress() ? "out" : "in"),
                        Cell.number(it.number()),
                        rules.of(it)))
                .toList();
    }
}
