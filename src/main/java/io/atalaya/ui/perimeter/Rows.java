package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of groups and ACLs of one snapshot. */
final class Rows {
    private final Texts texts;
    private final TrafficText traffic;
    private final RuleTexts rules;

    Rows(Texts texts) {
        this.texts = texts;
        this.traffic = new TrafficText(texts);
        this.rules = new RuleTexts(texts);
    }

    /** By name, then id. */
    List<GroupRow> groups(Deployment deployment, GroupUses uses, PeerBook book) {
        return deployment.items(Parts.SECURITY_GROUPS).stream()
                .sorted(Comparator.comparing(SecurityGroup::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(SecurityGroup::id))
                .map(group -> group(group, deployment, uses, book))
                .toList();
    }

    private GroupRow group(SecurityGroup group, Deployment deployment, GroupUses uses, PeerBook book) {
        var wearers = uses.of(group.id());
        var words = new ArrayList<String>(
                List.of(group.name(), group.id(), group.description(), vpc(deployment, group.vpcId())));
        wearers.forEach(each -> {
            words.add(each.name());
            words.add(each.id());
        });
        for (var inbound : List.of(true, false)) {
            rules.of(group, inbound, book, RuleHistory.NONE).forEach(row -> words.add(row.words()));
        }
        var use = use(wearers, uses);
        words.add(use);
        return new GroupRow(
                group,
                wearers,
                uses.namedBy(group.id()),
                uses.templates(group.id()),
                use,
                uses.isUnused(group),
                anyone(group),
                String.join("\n", words));
    }

    /** {@code 2 instances, 1 balancer}. */
    private String use(List<Resource> wearers, GroupUses uses) {
        if (wearers.isEmpty()) {
            return texts.get(uses.isComplete() ? "perimeter.use.none" : "perimeter.use.unknown");
        }
        var counts = new TreeMap<ResourceType, Integer>();
        wearers.forEach(each -> counts.merge(each.type(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> texts.get("perimeter.use." + each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String anyone(SecurityGroup group) {
        return group.rules().stream()
                .filter(rule -> rule.ingress() && ("0.0.0.0/0".equals(rule.cidr()) || "::/0".equals(rule.cidr())))
                .map(traffic::of)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** By VPC, the default last, then by name. */
    List<AclRow> acls(Deployment deployment, PeerBook book) {
        return deployment.items(Parts.NETWORK_ACLS).stream()
                .map(acl -> {
                    var subnets = acl.subnetIds().stream()
                            .map(id -> deployment
                                    .index()
                                    .find(Subnet.class, ResourceType.SUBNET, id)
                                    .orElse(null))
                            .filter(Objects::nonNull)
                            .toList();
                    var vpc = vpc(deployment, acl.vpcId());
                    var words = new ArrayList<String>(List.of(acl.name(), acl.id(), vpc));
                    subnets.forEach(each -> {
                        words.add(each.name());
                        words.add(each.id());
                        words.add(each.cidr());
                    });
                    for (var inbound : List.of(true, false)) {
                        rules.of(acl, inbound, book, RuleHistory.NONE).forEach(row -> words.add(row.words()));
                    }
                    return new AclRow(acl, subnets, vpc, String.join("\n", words));
                })
                .sorted(Comparator.comparing(AclRow::vpc)
                        .thenComparing(row -> row.acl().isDefault())
                        .thenComparing(row -> row.acl().name())
                        .thenComparing(row -> row.acl().id()))
                .toList();
    }

    private static String vpc(Deployment deployment, @Nullable String id) {
        return id == null
                ? ""
                : deployment
                        .index()
                        .find(Vpc.class, ResourceType.VPC, id)
                        .map(Vpc::name)
                        .orElse(id);
    }
}
