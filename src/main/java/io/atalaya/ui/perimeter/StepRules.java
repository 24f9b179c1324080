package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.RouteVia;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.reach.Hop;
import io.atalaya.deployment.reach.Rule;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules among which a step of a path finds what decides. */
final class StepRules {
    /**
     * What is shown of a step.
     *
     * @param deciding keys of the rows that decide
     * @param none what is said where there are no rows
     * @param note what else is to know; may be empty
     */
    record Shown(String title, List<RuleRow> rows, List<String> deciding, String none, String note) {}

    private final Texts texts;
    private final RuleTexts rules;
    private final Supplier<RuleHistory> history;

    StepRules(Texts texts, Supplier<RuleHistory> history) {
        this.texts = texts;
        this.rules = new RuleTexts(texts);
        this.history = history;
    }

    Shown of(HopText step, Deployment deployment, PerimeterModel.@Nullable Prepared prepared) {
        var hop = step.hop();
        var ref = hop.resource();
        var index = deployment.index();
        if (ref != null && prepared != null) {
            switch (ref.type()) {
                case SECURITY_GROUP -> {
                    var group = index.find(SecurityGroup.class, ResourceType.SECURITY_GROUP, ref.id());
                    if (group.isPresent()) {
                        return ofGroup(step, group.get(), prepared);
                    }
                }
                case NETWORK_ACL -> {
                    var acl = index.find(NetworkAcl.class, ResourceType.NETWORK_ACL, ref.id());
                    if (acl.isPresent()) {
                        return ofAcl(step, acl.get(), prepared);
                    }
                }
                case ROUTE_TABLE -> {
                    var table = index.find(RouteTable.class, ResourceType.ROUTE_TABLE, ref.id());
                    if (table.isPresent()) {
                        return ofTable(step, table.get(), prepared);
                    }
                }
                default -> {}
            }
        }
        return new Shown(step.title(), List.of(), List.of(), String.join(" ", step.lines()), "");
    }

    private Shown ofGroup(HopText step, SecurityGroup group, PerimeterModel.Prepared prepared) {
        var inbound = step.hop().kind() == Hop.Kind.GROUPS_IN;
        var rows = rules.of(group, inbound, prepared.book(), history.get());
        return new Shown(
                texts.get(inbound ? "perimeter.step.groupIn" : "perimeter.step.groupOut", group.name()),
                rows,
                rows.stream()
                        .filter(row -> row.rule() != null && decides(step.hop(), row))
                        .map(RuleRow::key)
                        .toList(),
                texts.get(inbound ? "perimeter.rules.noneIn" : "perimeter.rules.noneOut"),
                step.hop().effect() == Hop.Effect.TRACKED
                        ? texts.get("perimeter.step.tracked")
                        : step.hop().why() == Hop.Why.NO_RULE ? String.join(" ", step.lines()) : "");
    }

    private Shown ofAcl(HopText step, NetworkAcl acl, PerimeterModel.Prepared prepared) {
        var inbound = step.hop().kind() == Hop.Kind.ACL_IN;
        var rows = rules.of(acl, inbound, prepared.book(), history.get());
        return new Shown(
                texts.get(inbound ? "perimeter.step.aclIn" : "perimeter.step.aclOut", acl.name()),
                rows,
                rows.stream()
                        .filter(row -> row.entry() != null && decides(step.hop(), row))
                        .map(RuleRow::key)
                        .toList(),
                texts.get("perimeter.rules.none"),
                texts.get("perimeter.step.acl"));
    }

    private static boolean decides(Hop hop, RuleRow row) {
        return hop.decisions().stream().anyMatch(decision -> switch (decision.rule()) {
            case Rule.OfGroup it -> it.rule().equals(row.rule());
            case Rule.OfAcl it -> it.entry().equals(row.entry());
            default -> false;
        });
    }

    private Shown ofTable(HopText step, RouteTable table, PerimeterModel.Prepared prepared) {
        var rows = new ArrayList<RuleRow>();
        var deciding = new ArrayList<String>();
        for (var route : table.routes()) {
            var block = route.cidr() != null ? route.cidr() : String.valueOf(route.prefixListId());
            var via = route.via() == RouteVia.LOCAL
                    ? "local"
                    : route.targetId() == null
                            ? route.via().name().toLowerCase(Locale.ROOT)
                            : name(prepared.deployment(), route.targetId());
            var key = block + " " + via;
            rows.add(new RuleRow(
                    key,
                    table.id() + " " + rows.size(),
                    "",
                    false,
                    texts.get(
                            route.blackhole() ? "perimeter.route.lost" : "perimeter.route",
                            prepared.book().block(block).whom(),
                            via),
                    prepared.book().block(block).name(),
                    block,
                    texts.get("perimeter.traffic.all"),
                    route.propagated() ? texts.get("perimeter.route.propagated") : "",
                    route.targetId() == null ? "" : route.targetId(),
                    route.blackhole() ? RuleRow.Standing.REFUSES : RuleRow.Standing.ALLOWS,
                    null,
                    null,
                    null));
            if (step.hop().decisions().stream()
                    .anyMatch(decision -> decision.rule() instanceof Rule.OfTable it
                            && it.route().equals(route))) {
                deciding.add(key);
            }
        }
        return new Shown(
                texts.get("perimeter.step.table", table.name()),
                rows,
                deciding,
                texts.get("perimeter.rules.none"),
                texts.get("perimeter.step.longest"));
    }

    private static String name(Deployment deployment, String id) {
        for (var type : List.of(
                ResourceType.INTERNET_GATEWAY,
                ResourceType.NAT_GATEWAY,
                ResourceType.VPN_GATEWAY,
                ResourceType.TRANSIT_GATEWAY,
                ResourceType.PEERING_CONNECTION,
                ResourceType.VPC_ENDPOINT)) {
            var found = deployment.index().find(new ResourceRef(type, id));
            if (found.isPresent()) {
                return found.get().name();
            }
        }
        return id;
    }
}
