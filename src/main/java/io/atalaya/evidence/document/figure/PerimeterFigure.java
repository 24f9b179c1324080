package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Vpc;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Drawing;
import io.atalaya.evidence.document.Drawing.Ink;
import java.util.Comparator;
import java.util.List;

/** Networks from outside to inside: the internet, the doors, subnets by zone with what stands in them, and who may reach whom. */
public final class PerimeterFigure {
    private static final int MOST_NETWORKS = 6;
    private static final double OUTSIDE = 132;
    private static final double DOOR = 132;
    private static final double GAP = 28;

    private final Deployment deployment;
    private final Inhabitants inhabitants;
    private final Sheet sheet = new Sheet();

    private PerimeterFigure(Deployment deployment) {
        this.deployment = deployment;
        this.inhabitants = new Inhabitants(deployment);
    }

    public static Drawing of(Deployment deployment) {
        return new PerimeterFigure(deployment).draw();
    }

    private Drawing draw() {
        var all = deployment.items(Parts.VPCS).stream()
                .sorted(Comparator.comparing(Vpc::name).thenComparing(Vpc::id))
                .toList();
        var lived = all.stream().filter(inhabitants::livesIn).toList();
        var top = 0.0;
        for (var vpc :
                (lived.isEmpty() ? all : lived).stream().limit(MOST_NETWORKS).toList()) {
            top = network(vpc, top) + GAP;
        }
        return sheet.drawn(Cell.words("figure.empty"));
    }

    private double network(Vpc vpc, double top) {
        var left = OUTSIDE + DOOR / 2 + 24;
        var inside = new SubnetGrid(deployment, inhabitants, sheet).draw(vpc, left + DOOR / 2 + 16, top + 40);
        var chain = new GroupChain(deployment, sheet).draw(vpc, left + DOOR / 2 + 16, inside.bottom() + GAP);
        var width = Math.max(Math.max(inside.width(), chain.width()), 520);
        var bottom = Math.max(chain.bottom(), top + 230) + 14;
        sheet.box(left, top, DOOR / 2 + 32 + width, bottom - top, null, Ink.LINE);
        sheet.strong(left + DOOR / 2 + 16, top + 18, 13, Cell.text(vpc.name()), width / 2);
        sheet.mono(
                left + DOOR / 2 + 16,
                top + 32,
                10,
                Ink.MUTED,
                Cell.text(vpc.id() + " · " + String.join(", ", vpc.blocks())),
                width);
        doors(vpc, left, top + 56);
        return bottom;
    }

    /** Each door stands on the wall, and what is before it outside. */
    private void doors(Vpc vpc, double wall, double top) {
        var y = top;
        for (var gateway : deployment.items(Parts.INTERNET_GATEWAYS)) {
            if (vpc.id().equals(gateway.vpcId())) {
                internet(gateway, wall, y);
                y += 84;
            }
        }
        for (var vpn : deployment.items(Parts.VPN_CONNECTIONS)) {
            if (vpc.id().equals(vpn.vpcId())) {
                customer(vpn, wall, y);
                y += 84;
            }
        }
    }

    private void internet(InternetGateway gateway, double wall, double y) {
        sheet.box(0, y, OUTSIDE, 52, Ink.SUBTLE, Ink.LINE);
        sheet.strong(12, y + 22, 13, Cell.words("internet"), OUTSIDE - 20);
        sheet.plain(12, y + 39, 10, Ink.MUTED, Cell.words("internet.who"), OUTSIDE - 20);
        var key = gateway.egressOnly() ? "gateway.egress" : "gateway.internet";
        door(wall, y, Cell.words(key), gateway.name(), false);
    }

    private void customer(VpnConnection vpn, double wall, double y) {
        sheet.box(0, y, OUTSIDE, 52, Ink.SUBTLE, Ink.LINE);
        var name = vpn.customerName() == null ? vpn.customerGatewayId() : vpn.customerName();
        sheet.strong(12, y + 22, 12, Cell.text(name), OUTSIDE - 20);
        sheet.mono(12, y + 39, 10, Ink.MUTED, Cell.text(vpn.customerAddress()), OUTSIDE - 20);
        door(wall, y, Cell.words("gateway.vpn"), vpn.name(), vpn.up() == 0);
    }

    private void door(double wall, double y, Cell kind, String name, boolean shut) {
        var x = wall - DOOR / 2;
        sheet.line(shut ? Ink.BAD : Ink.ACCENT, shut, true, OUTSIDE, y + 26, x, y + 26);
        sheet.box(x, y, DOOR, 52, Ink.TINT, shut ? Ink.BAD : Ink.ACCENT);
        sheet.strong(x + 8, y + 22, 11, kind, DOOR - 16);
        sheet.mono(x + 8, y + 39, 10, Ink.MUTED, Cell.text(name), DOOR - 16);
    }

    /** What is drawn for one network. */
    record Extent(double width, double bottom) {}

    /** A resource in a subnet, with the groups in front of it. */
    record Inhabitant(Cell kind, String name, List<String> groupIds) {}
}
