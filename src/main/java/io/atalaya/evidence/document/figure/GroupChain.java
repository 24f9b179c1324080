package io.atalaya.evidence.document.figure;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Vpc;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Drawing.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The groups of a network from left to right: each names who may come to it, which is mostly the group at its left. */
final class GroupChain {
    private static final int MOST = 24;
    private static final int MOST_LINES = 5;
    private static final double WIDE = 200;
    private static final double GAP = 34;
    private static final double HEAD = 26;
    private static final double LINE = 15;

    private final Deployment deployment;
    private final Sheet sheet;
    private final Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, double[]> places = new HashMap<>();

    GroupChain(Deployment deployment, Sheet sheet) {
        this.deployment = deployment;
        this.sheet = sheet;
    }

    PerimeterFigure.Extent draw(Vpc vpc, double left, double top) {
        var all = deployment.items(Parts.SECURITY_GROUPS).stream()
                .filter(it -> vpc.id().equals(it.vpcId()))
                .filter(it -> !it.name().equals("default"))
                .sorted(Comparator.comparing(SecurityGroup::name).thenComparing(SecurityGroup::id))
                .toList();
        all.stream().limit(MOST).forEach(it -> groups.put(it.id(), it));
        if (groups.isEmpty()) {
            return new PerimeterFigure.Extent(0, top);
        }
        groups.keySet().forEach(it -> level(it, new LinkedHashSet<>()));
        sheet.strong(left, top + 4, 12, Cell.words("figure.groups"), 400);
        var bottom = place(left, top + 16);
        arrows();
        groups.values().forEach(this::box);
        if (all.size() > MOST) {
            sheet.plain(left, bottom + 14, 11, Ink.MUTED, new Cell.Words("", "more", List.of(all.size() - MOST)), 400);
            bottom += 20;
        }
        var columns = levels.values().stream().mapToInt(it -> it).max().orElse(0) + 1;
        return new PerimeterFigure.Extent(columns * (WIDE + GAP) - GAP, bottom);
    }

    /** One more than that of whoever may come to it; a circle ends where it began. */
    private int level(String id, Set<String> above) {
        var known = levels.get(id);
        if (known != null) {
            return known;
        }
        if (!above.add(id)) {
            return 0;
        }
        var level = 0;
        for (var peer : peers(id)) {
            level = Math.max(level, level(peer, above) + 1);
        }
        above.remove(id);
        levels.put(id, Math.min(level, 4));
        return levels.get(id);
    }

    private List<String> peers(String id) {
        var group = groups.get(id);
        return group == null
                ? List.of()
                : group.rules().stream()
                        .filter(SecurityRule::ingress)
                        .map(SecurityRule::groupId)
                        .filter(it -> it != null && !it.equals(id) && groups.containsKey(it))
                        .distinct()
                        .toList();
    }

    private double place(double left, double top) {
        var columns = new TreeMap<Integer, List<SecurityGroup>>();
        groups.values()
                .forEach(it -> columns.computeIfAbsent(levels.getOrDefault(it.id(), 0), unused -> new ArrayList<>())
                        .add(it));
        var bottom = top;
        var x = left;
        for (var column : columns.values()) {
            var y = top;
            for (var it : column) {
                places.put(it.id(), new double[] {x, y});
                y += height(it) + 12;
            }
            bottom = Math.max(bottom, y - 12);
            x += WIDE + GAP;
        }
        return bottom;
    }

    private double height(SecurityGroup group) {
        return HEAD + lines(group).size() * LINE + 6;
    }

    private void arrows() {
        for (var to : groups.keySet()) {
            for (var from : peers(to)) {
                var a = places.get(from);
                var b = places.get(to);
                if (a != null
                        && b != null
                        && a[0] < b[0]
                        && b[0] - a[0] < 2 * WIDE) { // the boxes say all; lines the next
                    var middle = b[0] - GAP / 2;
                    sheet.line(
                            Ink.ACCENT,
                            false,
                            true,
                            a[0] + WIDE,
                            a[1] + 13,
                            middle,
                            a[1] + 13,
                            middle,
                            b[1] + 13,
                            b[0],
                            b[1] + 13);
                }
            }
        }
    }

    private void box(SecurityGroup group) {
        var at = places.get(group.id());
        if (at == null) {
            return;
        }
        var open = group.rules().stream().anyMatch(GroupChain::toAnyone);
        sheet.box(at[0], at[1], WIDE, height(group), Ink.PAPER, open ? Ink.ACCENT : Ink.LINE);
        sheet.strong(at[0] + 8, at[1] + 17, 12, Cell.text(group.name()), WIDE - 16);
        var y = at[1] + HEAD + 9;
        for (var line : lines(group)) {
            sheet.mono(at[0] + 8, y, 10, Ink.TEXT, line.get(0), 64);
            sheet.plain(at[0] + 76, y, 10, Ink.MUTED, line.get(1), WIDE - 84);
            y += LINE;
        }
    }

    private static boolean toAnyone(SecurityRule rule) {
        return rule.ingress() && ("0.0.0.0/0".equals(rule.cidr()) || "::/0".equals(rule.cidr()));
    }

    /** What may come in, and from whom. */
    private List<List<Cell>> lines(SecurityGroup group) {
        var all = new ArrayList<List<Cell>>();
        var rules = group.rules().stream().filter(SecurityRule::ingress).toList();
        for (var rule : rules.subList(0, Math.min(rules.size(), MOST_LINES))) {
            all.add(List.of(Cell.text(traffic(rule)), peer(rule)));
        }
        if (rules.size() > MOST_LINES) {
            all.add(List.of(Cell.text("…"), new Cell.Words("", "more", List.of(rules.size() - MOST_LINES))));
        }
        if (rules.isEmpty()) {
            all.add(List.of(Cell.text("–"), Cell.words("nobody")));
        }
        return all;
    }

    private Cell peer(SecurityRule rule) {
        if (toAnyone(rule)) {
            return Cell.words("internet");
        }
        if (rule.groupId() != null) {
            var known = groups.get(rule.groupId());
            return Cell.text(known == null ? rule.groupId() : known.name());
        }
        return Cell.text(rule.cidr() != null ? rule.cidr() : rule.prefixListId());
    }

    private static String traffic(SecurityRule rule) {
        if (rule.protocol().equals("-1")) {
            return "*";
        }
        var from = rule.fromPort();
        var to = rule.toPort();
        var ports = from == null || from < 0 ? "" : from.equals(to) || to == null ? " " + from : " " + from + "-" + to;
        return rule.protocol().toUpperCase(Locale.ROOT) + ports;
    }
}
