package io.atalaya.deployment.reach;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.NetworkAcl;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.Route;
import io.atalaya.deployment.RouteTable;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Makes changes in a snapshot, to see what would come of them. */
public final class Changes {
    private Changes() {}

    /**
     * The snapshot as it would be.
     *
     * @return the same snapshot for what is not changed by rules ({@link Change.Mend}) or is not there
     */
    public static Deployment apply(Deployment deployment, Change change) {
        return switch (change) {
            case Change.AddRule add -> rules(deployment, add.groupId(), rules -> plus(rules, add.rule()));
            case Change.RemoveRule remove ->
                rules(deployment, remove.groupId(), rules -> without(rules, remove.rule()));
            case Change.AddEntry add -> entries(deployment, add.aclId(), entries -> put(entries, add.entry()));
            case Change.ReplaceEntry replace ->
                entries(deployment, replace.aclId(), entries -> put(entries, replace.entry()));
            case Change.RemoveEntry remove ->
                entries(deployment, remove.aclId(), entries -> entries.stream()
                        .filter(each -> each.egress() != remove.egress() || each.number() != remove.number())
                        .toList());
            case Change.AddRoute add -> routes(deployment, add.routeTableId(), routes -> plus(routes, add.route()));
            case Change.ReplaceRoute replace ->
                routes(deployment, replace.routeTableId(), routes -> routed(routes, replace.route()));
            case Change.Mend mend -> deployment;
        };
    }

    public static Deployment apply(Deployment deployment, List<Change> changes) {
        var changed = deployment;
        for (var change : changes) {
            changed = apply(changed, change);
        }
        return changed;
    }

    private static Deployment rules(Deployment deployment, String id, UnaryOperator<List<SecurityRule>> change) {
        return items(
                deployment,
                Parts.SECURITY_GROUPS,
                id,
                group -> new SecurityGroup(
                        group.id(),
                        group.name(),
                        group.description(),
                        group.vpcId(),
                        change.apply(group.rules()),
                        group.tags()));
    }

    private static Deployment entries(Deployment deployment, String id, UnaryOperator<List<AclEntry>> change) {
        return items(
                deployment,
                Parts.NETWORK_ACLS,
                id,
                acl -> new NetworkAcl(
                        acl.id(),
                        acl.name(),
                        acl.vpcId(),
                        acl.isDefault(),
                        acl.subnetIds(),
                        change.apply(acl.entries()),
                        acl.tags()));
    }

    private static Deployment routes(Deployment deployment, String id, UnaryOperator<List<Route>> change) {
        return items(
                deployment,
                Parts.ROUTE_TABLES,
                id,
                table -> new RouteTable(
                        table.id(),
                        table.name(),
                        table.vpcId(),
                        table.main(),
                        table.subnetIds(),
                        table.gatewayIds(),
                        change.apply(table.routes()),
                        table.tags()));
    }

    private static <T extends Resource> Deployment items(
            Deployment deployment, Part<T> part, String id, UnaryOperator<T> change) {
        var was = deployment.observed(part);
        var listing = was.value();
        if (listing == null) {
            return deployment;
        }
        var items = listing.items().stream()
                .map(each -> each.id().equals(id) ? change.apply(each) : each)
                .toList();
        return deployment.with(
                part,
                new Observed<>(
                        new Listing<>(items, listing.pages(), listing.complete()),
                        was.askedAt(),
                        was.cadence(),
                        was.problem(),
                        was.attemptedAt()));
    }

    private static <T> List<T> plus(List<T> items, T more) {
        var all = new ArrayList<>(items);
        all.add(more);
        return all;
    }

    /** The first rule that says the same: ids and descriptions do not count. */
    private static List<SecurityRule> without(List<SecurityRule> rules, SecurityRule rule) {
        var all = new ArrayList<>(rules);
        for (var each : rules) {
            if (each.ingress() == rule.ingress()
                    && each.protocol().equals(rule.protocol())
                    && Objects.equals(each.fromPort(), rule.fromPort())
                    && Objects.equals(each.toPort(), rule.toPort())
                    && Objects.equals(each.cidr(), rule.cidr())
                    && Objects.equals(each.groupId(), rule.groupId())
                    && Objects.equals(each.prefixListId(), rule.prefixListId())) {
                all.remove(each);
                break;
            }
        }
        return all;
    }

    private static List<AclEntry> put(List<AclEntry> entries, AclEntry entry) {
        var all = new ArrayList<>(entries);
        all.removeIf(each -> each.egress() == entry.egress() && each.number() == entry.number());
        all.add(entry);
        all.sort(Comparator.comparingInt(AclEntry::number));
        return all;
    }

    private static List<Route> routed(List<Route> routes, Route route) {
        var all = new ArrayList<>(routes);
        all.removeIf(each ->
                Objects.equals(each.cidr(), route.cidr()) && Objects.equals(each.prefixListId(), route.prefixListId()));
        all.add(route);
        return all;
    }
}
