package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Drawing.Anchor;
import io.atalaya.evidence.document.Drawing.Face;
import io.atalaya.evidence.document.Drawing.Ink;
import io.atalaya.evidence.document.Drawing.Label;
import io.atalaya.evidence.document.figure.PerimeterFigure.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The subnets of a network: a column for each zone, those that the internet can reach above. */
final class SubnetGrid {
    private static final int MOST = 6;
    private static final double WIDE = 250;
    private static final double GAP = 12;
    private static final double HEAD = 46;
    private static final double ITEM = 30;

    private final Deployment deployment;
    private final Networks networks;
    private final Inhabitants inhabitants;
    private final Sheet sheet;

    SubnetGrid(Deployment deployment, Inhabitants inhabitants, Sheet sheet) {
        this.deployment = deployment;
        this.networks = new Networks(deployment);
        this.inhabitants = inhabitants;
        this.sheet = sheet;
    }

    Extent draw(Vpc vpc, double left, double top) {
        var zones = new TreeMap<String, List<Subnet>>();
        deployment.items(Parts.SUBNETS).stream()
                .filter(it -> it.vpcId().equals(vpc.id()))
                .sorted(Comparator.comparing((Subnet it) -> !networks.isPublic(it))
                        .thenComparing(Subnet::name)
                        .thenComparing(Subnet::id))
                .forEach(it -> zones.computeIfAbsent(it.zone(), unused -> new ArrayList<>())
                        .add(it));
        var rows = zones.values().stream().mapToInt(List::size).max().orElse(0);
        var x = left;
        for (var zone : zones.keySet()) {
            sheet.plain(x + 8, top + 14, 11, Ink.MUTED, Cell.text(zone), WIDE);
            x += WIDE + GAP;
        }
        var y = top + 22;
        for (int row = 0; row < rows; row++) {
            int at = row;
            var height = zones.values().stream()
                    .filter(it -> it.size() > at)
                    .mapToDouble(it -> height(it.get(at)))
                    .max()
                    .orElse(0);
            x = left;
            for (var column : zones.values()) {
                if (column.size() > row) {
                    subnet(column.get(row), x, y, height);
                }
                x += WIDE + GAP;
            }
            y += height + GAP;
        }
        return new Extent(Math.max(0, zones.size() * (WIDE + GAP) - GAP), y - GAP);
    }

    private double height(Subnet subnet) {
        var count = inhabitants.of(subnet).size();
        return HEAD + Math.min(count, MOST) * ITEM + (count > MOST ? 18 : 0) + (count == 0 ? 0 : 6);
    }

    private void subnet(Subnet it, double x, double y, double height) {
        var open = networks.isPublic(it);
        sheet.dashed(x, y, WIDE, height, Ink.SUBTLE, open ? Ink.ACCENT : Ink.LINE);
        sheet.strong(x + 8, y + 17, 12, Cell.text(it.name()), WIDE - 96);
        sheet.label(new Label(
                x + WIDE - 8,
                y + 17,
                10,
                Face.PLAIN,
                Anchor.END,
                open ? Ink.ACCENT : Ink.MUTED,
                networks.routes(it).isEmpty() ? Cell.UNREAD : Cell.words(open ? "subnet.public" : "subnet.private"),
                80));
        var acl = networks.acl(it)
                .map(NetworkAcl::name)
                .map(name -> " · ACL " + name)
                .orElse("");
        sheet.mono(x + 8, y + 33, 10, Ink.MUTED, Cell.text(String.join(", ", it.blocks()) + acl), WIDE - 16);
        var base = y + HEAD;
        var all = inhabitants.of(it);
        for (var each : all.subList(0, Math.min(MOST, all.size()))) {
            sheet.box(x + 6, base - 2, WIDE - 12, ITEM - 4, Ink.PAPER, Ink.BORDER);
            sheet.plain(x + 12, base + 9, 10, Ink.MUTED, each.kind(), 84);
            sheet.strong(x + 98, base + 9, 11, Cell.text(each.name()), WIDE - 110);
            var groups = each.groupIds().stream().map(this::groupName).sorted().toList();
            sheet.mono(x + 98, base + 20, 9, Ink.MUTED, Cell.text(String.join(", ", groups)), WIDE - 110);
            base += ITEM;
        }
        if (all.size() > MOST) {
            sheet.plain(
                    x + 12,
                    base + 10,
                    10,
                    Ink.MUTED,
                    new Cell.Words("", "more", List.of(all.size() - MOST)),
                    WIDE - 20);
        }
    }

    private String groupName(String id) {
        return deployment.items(Parts.SECURITY_GROUPS).stream()
                .filter(it -> it.id().equals(id))
                .map(SecurityGroup::name)
                .findFirst()
                .orElse(id);
    }
}
