package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a request goes on to behind a balancer: its targets, and the data they use. */
final class Chain {
    /** Of a group so many targets are asked: the others are alike. */
    private static final int TARGETS = 6;

    private static final int DATA = 4;
    private static final int MACHINES = 8;
    private static final int NFS = 2049;

    private final Deployment deployment;
    private final EndBook ends;
    private final Answering reach;

    Chain(Deployment deployment, EndBook ends, Answering reach) {
        this.deployment = deployment;
        this.ends = ends;
        this.reach = reach;
    }

    /** The legs from the name to the data; none where no balancer is reached. */
    List<ChainLink> of(Asked asked, Answer answer) {
        var balancer = asked.to().resource();
        if (balancer == null || balancer.type() != ResourceType.LOAD_BALANCER) {
            return whoReaches(asked);
        }
        var links = new ArrayList<ChainLink>();
        names(balancer).forEach(name -> links.add(new ChainLink(name, asked.to().text(), "DNS", null, 0, 0, null)));
        links.add(new ChainLink(
                asked.from().text(),
                asked.to().text(),
                asked.traffic().text(),
                answer.verdict(),
                1,
                answer.verdict() == Verdict.YES ? 1 : 0,
                asked));
        var machines = new LinkedHashSet<ResourceRef>();
        for (var group : groups(balancer, asked)) {
            targets(asked.to(), group, machines).ifPresent(links::add);
        }
        data(machines).forEach(links::add);
        return links;
    }

    /** The same of the others that may want to reach it: the world, the balancers, one machine of each name. */
    private List<ChainLink> whoReaches(Asked asked) {
        if (asked.to().resource() == null) {
            return List.of();
        }
        var from = new ArrayList<EndChoice>();
        ends.parse("internet").ifPresent(from::add);
        if (!deployment.items(Parts.VPN_CONNECTIONS).isEmpty()) {
            ends.parse("on-premises").ifPresent(from::add);
        }
        deployment.items(Parts.LOAD_BALANCERS).stream()
                .limit(DATA)
                .flatMap(each -> ends.of(each.ref()).stream())
                .forEach(from::add);
        var names = new LinkedHashSet<String>();
        for (var instance : deployment.items(Parts.INSTANCES)) {
            if (names.size() < MACHINES && names.add(instance.name() + " " + instance.subnetId())) {
                ends.of(instance.ref()).ifPresent(from::add);
            }
        }
        return from.stream()
                .filter(each -> !each.equals(asked.to()))
                .flatMap(each ->
                        link(each.text(), asked.to().text(), List.of(new Asked(each, asked.to(), asked.traffic())))
                                .stream())
                .toList();
    }

    private List<String> names(ResourceRef balancer) {
        return deployment.items(Parts.RECORD_SETS).stream()
                .filter(record -> record.alias() != null)
                .filter(record -> deployment.index().lead(record).resources().contains(balancer))
                .map(record -> record.name())
                .distinct()
                .limit(2)
                .toList();
    }

    private List<TargetGroup> groups(ResourceRef balancer, Asked asked) {
        var index = deployment.index();
        return index.listeners(balancer.id()).stream()
                .filter(listener -> asked.traffic().ports().contains(listener.port()))
                .flatMap(listener -> Stream.concat(
                        listener.defaultActions().stream(),
                        index.rules(listener.arn()).stream().flatMap(rule -> rule.actions().stream())))
                .map(RuleAction::targetGroups)
                .flatMap(List::stream)
                .map(each -> each.targetGroupArn())
                .distinct()
                .map(arn -> index.find(TargetGroup.class, ResourceType.TARGET_GROUP, arn)
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<ChainLink> targets(EndChoice balancer, TargetGroup group, Set<ResourceRef> machines) {
        var targets = deployment.index().targets(group.arn());
        if (targets == null || targets.isEmpty()) {
            return Optional.empty();
        }
        var questions = new ArrayList<Asked>();
        Integer port = null;
        for (var target : targets.stream().limit(TARGETS).toList()) {
            port = target.port() == null ? group.port() : target.port();
            var end = end(target);
            if (end != null && port != null) {
                questions.add(new Asked(balancer, end, TrafficBook.tcp(port)));
                if (end.resource() != null) {
                    machines.add(end.resource());
                }
            }
        }
        return port == null ? Optional.empty() : link(balancer.text(), group.name(), questions);
    }

    private @Nullable EndChoice end(Target target) {
        return ends.of(new ResourceRef(ResourceType.INSTANCE, target.targetId()))
                .or(() -> target.targetId().startsWith("arn:") ? Optional.empty() : ends.parse(target.targetId()))
                .orElse(null);
    }

    private List<ChainLink> data(Set<ResourceRef> machines) {
        var from = machines.stream()
                .limit(TARGETS)
                .flatMap(each -> ends.of(each).stream())
                .toList();
        var links = new ArrayList<ChainLink>();
        if (from.isEmpty()) {
            return links;
        }
        var name = from.size() == 1 ? from.getFirst().text() : names(from);
        for (var database :
                deployment.items(Parts.DATABASES).stream().limit(DATA).toList()) {
            var port = database.port();
            if (port != null) {
                ends.of(database.ref())
                        .flatMap(to -> link(name, to.text(), questions(from, to, port)))
                        .ifPresent(links::add);
            }
        }
        for (var files :
                deployment.items(Parts.FILE_SYSTEMS).stream().limit(DATA).toList()) {
            ends.of(files.ref())
                    .flatMap(to -> link(name, to.text(), questions(from, to, NFS)))
                    .ifPresent(links::add);
        }
        return links;
    }

    /** What they have in common, where they have. */
    private static String names(List<EndChoice> from) {
        var first = from.getFirst().text().split(" ", 2)[0];
        return from.stream().allMatch(each -> each.text().startsWith(first))
                ? first + " × " + from.size()
                : from.getFirst().text() + " +" + (from.size() - 1);
    }

    private static List<Asked> questions(List<EndChoice> from, EndChoice to, int port) {
        return from.stream()
                .map(each -> new Asked(each, to, TrafficBook.tcp(port)))
                .toList();
    }

    private Optional<ChainLink> link(String from, String to, List<Asked> questions) {
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        var reached = 0;
        Asked worst = null;
        var unknown = false;
        var some = false;
        for (var each : questions) {
            var verdict = reach.answer(deployment, each.question()).verdict();
            if (verdict == Verdict.YES) {
                reached++;
            } else {
                worst = worst == null || verdict == Verdict.NO ? each : worst;
                unknown |= verdict == Verdict.CANNOT_TELL;
                some |= verdict == Verdict.PARTLY;
            }
        }
        var verdict = reached == questions.size()
                ? Verdict.YES
                : reached > 0 || some ? Verdict.PARTLY : unknown ? Verdict.CANNOT_TELL : Verdict.NO;
        return Optional.of(new ChainLink(
                from,
                to,
                questions.getFirst().traffic().text(),
                verdict,
                questions.size(),
                reached,
                worst == null ? questions.getFirst() : worst));
    }

    /** The question that shows most of a deployment: the internet to the first balancer that faces it. */
    static Optional<Asked> first(Deployment deployment, EndBook ends, TrafficBook traffic) {
        return deployment.items(Parts.LOAD_BALANCERS).stream()
                .filter(each -> each.scheme().equals("internet-facing"))
                .map(LoadBalancer::ref)
                .flatMap(each -> ends.of(each).stream())
                .flatMap(
                        to -> traffic.at(deployment, to).stream()
                                .max(Comparator.comparing(each -> each.ports().contains(443)))
                                .stream()
                                .flatMap(on -> ends.parse("internet").stream().map(from -> new Asked(from, to, on))))
                .findFirst();
    }
}
