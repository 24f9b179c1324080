package io.atalaya.evidence.document.chapter;

import static io.atalaya.evidence.document.Column.mono;
import static io.atalaya.evidence.document.Column.number;
import static io.atalaya.evidence.document.Column.text;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Balancers with what they listen on, where they send requests, and how the targets are. */
final class BalancingChapter {
    private final TableMaker tables;

    BalancingChapter(TableMaker tables) {
        this.tables = tables;
    }

    Chapter chapter() {
        return new Chapter("balancing", List.of(balancers(), listeners(), rules(), groups(), targets()));
    }

    private Table balancers() {
        var rows = tables.deployment().items(Parts.LOAD_BALANCERS).stream()
                .map(BalancingChapter::balancer)
                .toList();
        return tables.table(
                "load-balancers",
                List.of(
                        text("name", 16),
                        mono("dnsName", 34),
                        text("state", 9).passing(),
                        mono("zones", 14),
                        text("type", 12),
                        text("scheme", 15)),
                rows,
                Parts.LOAD_BALANCERS);
    }

    private static Row balancer(LoadBalancer it) {
        return Row.of(
                it.arn(),
                Cell.text(it.name()),
                Cell.text(it.dnsName()),
                Cell.text(it.state()),
                Cell.texts(it.zones().stream().map(BalancerZone::zone).sorted().toList()),
                Cell.text(it.balancerType().name().toLowerCase(Locale.ROOT)),
                Cell.text(it.scheme()));
    }

    private Table listeners() {
        var rows = tables.deployment().items(Parts.LISTENERS).stream()
                .map(this::listener)
                .sorted(Rows.byCells())
                .toList();
        return tables.belonging(
                "listeners",
                List.of(
                        text("balancer", 18),
                        text("protocol", 10),
                        number("port", 8),
                        text("action", 30),
                        text("certificate", 18),
                        mono("sslPolicy", 16)),
                rows,
                Parts.LISTENERS,
                Parts.LOAD_BALANCERS,
                Parts.TARGET_GROUPS,
                Parts.CERTIFICATES);
    }

    private Row listener(Listener it) {
        var names = it.certificateArns().stream()
                .map(arn -> tables.deployment().items(Parts.CERTIFICATES).stream()
                        .filter(each -> each.arn().equals(arn))
                        .map(each -> each.domain())
                        .findFirst()
                        .orElse(arn))
                .toList();
        return Row.of(
                it.arn(),
                balancerName(it.balancerArn()),
                Cell.text(it.protocol()),
                Cell.number(it.port()),
                actions(it.defaultActions()),
                tables.read(Parts.CERTIFICATES) ? Cell.texts(names) : new Cell.Guess(String.join(", ", names)),
                Cell.text(it.sslPolicy()));
    }

    private Cell balancerName(String arn) {
        return tables.name(ResourceType.LOAD_BALANCER, arn);
    }

    private Table rules() {
        var rows = tables.deployment().items(Parts.LISTENER_RULES).stream()
                .filter(it -> !"default".equals(it.priority())) // stands with its listener
                .map(this::rule)
                .sorted(Rows.byCells())
                .toList();
        return tables.belonging(
                "listener-rules",
                List.of(
                        text("balancer", 18),
                        text("listener", 12).passing(),
                        number("priority", 9),
                        text("conditions", 33),
                        text("action", 28)),
                rows,
                Parts.LISTENER_RULES,
                Parts.LISTENERS,
                Parts.TARGET_GROUPS);
    }

    private Row rule(ListenerRule it) {
        var listener = tables.index().find(Listener.class, ResourceType.LISTENER, it.listenerArn());
        var conditions = it.conditions().stream()
                .map(each -> Cell.text(each.field() + " " + String.join(" | ", each.values())))
                .toList();
        return Row.of(
                it.arn(),
                listener.map(each -> balancerName(each.balancerArn())).orElse(Cell.UNREAD),
                listener.map(each -> Cell.text(each.name())).orElse(Cell.UNREAD),
                Rows.number(it.priority()),
                Cell.lines(conditions),
                actions(it.actions()));
    }

    private Cell actions(List<RuleAction> actions) {
        var all = new ArrayList<Cell>();
        actions.forEach(it -> all.add(action(it)));
        return Cell.lines(all);
    }

    private Cell action(RuleAction it) {
        if (!it.targetGroups().isEmpty()) {
            var several = it.targetGroups().size() > 1;
            var names = it.targetGroups().stream()
                    .map(each -> tables.nameOf(ResourceType.TARGET_GROUP, each.targetGroupArn())
                            + (several ? " (" + each.weight() + ")" : ""))
                    .toList();
            var to = String.join(", ", names);
            var arns = it.targetGroups().stream()
                    .map(each -> each.targetGroupArn())
                    .toList();
            if (!tables.known(ResourceType.TARGET_GROUP, arns)) {
                return new Cell.Guess(to);
            }
            return new Cell.Words("forward " + to, "action.forward", List.of(to));
        }
        var detail = it.detail() == null ? "" : it.detail();
        return switch (it.type()) {
            case "redirect" -> new Cell.Words("redirect " + detail, "action.redirect", List.of(detail));
            case "fixed-response" -> new Cell.Words("fixed-response " + detail, "action.fixed", List.of(detail));
            default -> Cell.text((it.type() + " " + detail).strip());
        };
    }

    private Table groups() {
        var rows = tables.deployment().items(Parts.TARGET_GROUPS).stream()
                .map(this::group)
                .toList();
        return tables.table(
                "target-groups",
                List.of(
                        text("name", 22),
                        text("protocol", 10),
                        number("port", 8),
                        text("targetType", 12),
                        text("balancer", 20),
                        mono("healthCheck", 28)),
                rows,
                Parts.TARGET_GROUPS,
                Parts.LOAD_BALANCERS);
    }

    private Row group(TargetGroup it) {
        var check = it.healthCheck();
        var words = check.enabled()
                ? Cell.text(check.protocol() + " " + check.port() + (check.path() == null ? "" : " " + check.path())
                        + ", " + check.intervalSeconds() + " s, " + check.healthyThreshold() + "/"
                        + check.unhealthyThreshold())
                : Cell.words("off");
        return Row.of(
                it.arn(),
                Cell.text(it.name()),
                Cell.text(it.protocol()),
                it.port() == null ? Cell.NONE : Cell.number(it.port()),
                Cell.text(it.targetType()),
                tables.names(ResourceType.LOAD_BALANCER, it.balancerArns()),
                words);
    }

    private Table targets() {
        var rows = tables.deployment().items(Parts.TARGETS).stream()
                .map(this::target)
                .toList();
        return tables.table(
                "targets",
                List.of(
                        text("name", 18),
                        text("group", 18),
                        number("port", 8),
                        mono("zone", 13).passing(),
                        text("health", 12).passing(),
                        text("reason", 20).passing(),
                        mono("id", 20).passing()),
                rows,
                Parts.TARGETS,
                Parts.TARGET_GROUPS,
                Parts.INSTANCES);
    }

    private Row target(Target it) {
        return Row.of(
                it.targetGroupArn() + " " + it.targetId() + " " + it.port(),
                tables.name(ResourceType.INSTANCE, it.targetId()),
                tables.name(ResourceType.TARGET_GROUP, it.targetGroupArn()),
                it.port() == null ? Cell.NONE : Cell.number(it.port()),
                Cell.text(it.zone()),
                Cell.text(it.state()),
                Cell.text(it.reason()),
                Cell.text(it.targetId()));
    }
}
