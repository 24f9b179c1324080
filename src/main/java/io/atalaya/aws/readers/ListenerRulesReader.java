package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleCondition;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/** Rules of the listeners that have any: those of application balancers. One call for each listener. */
final class ListenerRulesReader implements Reader<ListenerRule> {
    private final Clients clients;
    private final PageSize pageSize;
    private final FanOut fanOut;

    ListenerRulesReader(Clients clients, PageSize pageSize, FanOut fanOut) {
        this.clients = clients;
        this.pageSize = pageSize;
        this.fanOut = fanOut;
    }

    Source<ListenerRule> source() {
        return new Source<>(
                Parts.LISTENER_RULES,
                Set.of("elasticloadbalancing:DescribeRules"),
                Cadence.MINUTE,
                Set.of(Parts.LISTENERS),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<ListenerRule>> page) throws Exception {
        var listeners = known.items(Parts.LISTENERS).stream()
                .filter(l -> l.protocol().startsWith("HTTP") && l.arn().startsWith("arn:"))
                .map(Listener::arn)
                .toList();
        var gathered = new Gathered<String, ListenerRule>(page);
        fanOut.ask(listeners, this::ofListener, gathered);
        gathered.finish(known.items(Parts.LISTENER_RULES), ListenerRule::listenerArn);
    }

    private List<ListenerRule> ofListener(String arn) {
        var rules = new ArrayList<ListenerRule>();
        try {
            clients.elbV2()
                    .describeRulesPaginator(r -> r.listenerArn(arn).pageSize(pageSize.within(1, 400)))
                    .forEach(answer -> answer.rules().forEach(rule -> rules.add(rule(arn, rule))));
        } catch (ListenerNotFoundException deletedMeanwhile) {
            return List.of();
        }
        return rules;
    }

    private static ListenerRule rule(String listenerArn, Rule rule) {
        return new ListenerRule(
                Absent.text(rule.ruleArn()),
                listenerArn,
                Absent.text(rule.priority(), Absent.yes(rule.isDefault()) ? "default" : ""),
                rule.conditions().stream().map(ListenerRulesReader::condition).toList(),
                RuleActions.of(rule.actions()));
    }

    /** Every kind of condition has its values in a place of its own. */
    private static RuleCondition condition(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition c) {
        var ofHost = c.hostHeaderConfig() == null ? Stream.<String>empty() : c.hostHeaderConfig().values().stream();
        var ofPath = c.pathPatternConfig() == null ? Stream.<String>empty() : c.pathPatternConfig().values().stream();
        var ofMethod = c.httpRequestMethodConfig() == null
                ? Stream.<String>empty()
                : c.httpRequestMethodConfig().values().stream();
        var ofSource = c.sourceIpConfig() == null ? Stream.<String>empty() : c.sourceIpConfig().values().stream();
        var header = c.httpHeaderConfig();
        var ofHeader = header == null
                ? Stream.<String>empty()
                : header.values().stream().map(v -> header.httpHeaderName() + ": " + v);
        var query = c.queryStringConfig();
        var ofQuery = query == null
                ? Stream.<String>empty()
                : query.values().stream().map(v -> v.key() == null ? v.value() : v.key() + "=" + v.value());
        var all = Stream.of(c.values().stream(), ofHost, ofPath, ofMethod, ofSource, ofHeader, ofQuery)
                .flatMap(values -> values);
        // host and path patterns are sent twice, in the old place and in the new one
        return new RuleCondition(
                Absent.text(c.field()), Absent.texts(all).stream().distinct().toList());
    }
}
