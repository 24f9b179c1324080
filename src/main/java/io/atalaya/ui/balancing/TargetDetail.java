package io.atalaya.ui.balancing;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.balancing.ReasonCode;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.deployment.diagnosis.Changed;
import io.atalaya.deployment.diagnosis.Explanation;
import io.atalaya.deployment.diagnosis.Observation;
import io.atalaya.deployment.diagnosis.Observations;
import io.atalaya.deployment.diagnosis.Remedy;
import io.atalaya.deployment.facts.ComplaintLook;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.deployment.reach.Reachability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of one target why it is as it is, what to do next, and what it is. */
final class TargetDetail {
    /** Explanations worth reading; the excluded ones among them say what need not be looked at. */
    private static final int MOST = 4;

    private final Routes routes;
    private final Reachability network;
    private final BalancingTexts texts;
    private final TargetChanges changes;
    private final Instant now;

    TargetDetail(Routes routes, Reachability network, BalancingTexts texts, TargetChanges changes, Instant now) {
        this.changes = changes;
        this.routes = routes;
        this.network = network;
        this.texts = texts;
        this.now = now;
    }

    Detail of(TargetRow row, List<Detail.Point> calledOut) {
        var facts = row.facts();
        var points = new ArrayList<Detail.Point>();
        reason(row, points);
        var explanations = Observations.explain(routes, network, facts, now, changes.of(facts.target(), now));
        for (int i = 0; i < Math.min(MOST, explanations.size()); i++) {
            points.add(explained(explanations.get(i), i, facts));
        }
        points.addAll(calledOut);
        if (points.isEmpty()) {
            points.add(Detail.Point.of(
                    State.HEALTHY, texts.get("balancing.well.title"), texts.get("balancing.well.target")));
        }
        var title = facts.name() + (facts.zone() == null ? "" : " " + facts.zone());
        return new Detail(title, facts.target().targetId(), row.seen(), points, facts(facts));
    }

    /** What AWS's reason means, and what to do next. */
    private void reason(TargetRow row, List<Detail.Point> points) {
        var target = row.facts().target();
        var code = ReasonCode.of(target.reason());
        if (code == null) {
            return;
        }
        var said = target.description() == null ? "" : " · " + target.description();
        var draining = row.draining();
        points.add(Detail.Point.of(
                row.seen().condition().state(),
                target.reason() + said,
                (draining == null ? "" : texts.left(draining, now) + ". ")
                        + texts.get("balancing.reason." + code + ".means") + " "
                        + texts.get("balancing.reason." + code + ".next")));
    }

    private Detail.Point explained(Explanation explanation, int place, TargetFacts facts) {
        return new Detail.Point(
                place == 0 && !explanation.excluded() ? State.FAILED : State.UNKNOWN,
                texts.get(
                        "balancing.cause." + explanation.cause(),
                        decider(explanation),
                        String.valueOf(facts.target().port()),
                        facts.zone() == null ? "-" : facts.zone()),
                changed(explanation, facts)
                        + explanation.seen().entrySet().stream()
                                .filter(each -> !saidAlready(each.getKey(), explanation.seen()))
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> texts.get(
                                        "balancing.sees." + each.getKey() + (each.getValue() ? ".yes" : ".no")))
                                .collect(Collectors.joining(" · ")),
                explanation.excluded()
                        ? texts.get("balancing.excluded")
                        : explanation.proven()
                                ? texts.get("balancing.proven")
                                : texts.get("balancing.fits", explanation.fits(), explanation.of()),
                leadsTo(explanation, facts),
                explanation.excluded() ? List.of() : Remedy.of(explanation, facts, routes),
                explanation.excluded() ? null : TargetWay.of(explanation, facts, routes));
    }

    /** Who changed what decides, where that was about when the target began to fail. */
    private String changed(Explanation explanation, TargetFacts facts) {
        var decider = explanation.decider();
        return changes.of(facts.target(), now).stream()
                .filter(each -> each.resource().equals(decider))
                .max(Comparator.comparing(Changed::at))
                .map(each -> texts.get(
                                "balancing.changed",
                                each.event(),
                                each.who().isEmpty() ? "AWS" : each.who(),
                                texts.since(each.at(), now))
                        + " · ")
                .orElse("");
    }

    /** Whether CloudTrail had a say in what is said above. */
    private String trail() {
        var problem = changes.problem();
        return problem != null
                ? texts.get("balancing.trail.notRead", problem.call())
                : texts.get(changes.told() ? "balancing.trail.read" : "balancing.trail.notYet");
    }

    /** What a person calls what proves it; empty where nothing else does. */
    private String decider(Explanation explanation) {
        return routes.index().find(explanation.decider()).map(Resource::name).orElse("");
    }

    /** What does not answer in time does not answer. */
    private static boolean saidAlready(Observation what, Map<Observation, Boolean> seen) {
        return what == Observation.ANSWERS && Boolean.TRUE.equals(seen.get(Observation.TIMES_OUT))
                || what == Observation.TIMES_OUT && Boolean.TRUE.equals(seen.get(Observation.ANSWERS));
    }

    private @Nullable ResourceRef leadsTo(Explanation explanation, TargetFacts facts) {
        if (explanation.decider() != null) {
            return explanation.decider();
        }
        return switch (explanation.cause()) {
            case WRONG_ANSWER, CHECK_WRONG, PATH_WRONG, CHECK_OFF, NOT_SERVED, LEAVING -> {
                var group = routes.group(facts.target().targetGroupArn());
                yield group == null ? null : group.ref();
            }
            default -> facts.instance() == null ? null : facts.instance().ref();
        };
    }

    private List<Detail.Fact> facts(TargetFacts facts) {
        var made = new ArrayList<Detail.Fact>();
        var target = facts.target();
        made.add(fact("group", facts.groupName() + (target.port() == null ? "" : " :" + target.port())));
        var group = routes.group(target.targetGroupArn());
        if (group != null) {
            made.add(fact("check", texts.check(group.healthCheck(), target.port())));
            if (group.healthCheck().enabled()) {
                made.add(fact("timing", texts.timing(group.healthCheck())));
                made.add(fact("matcher", group.healthCheck().matcher()));
            }
        }
        var instance = facts.instance();
        if (instance != null) {
            made.add(fact("instance", machine(instance)));
            made.add(fact("address", instance.privateIp()));
            made.add(fact(
                    "image",
                    facts.image() == null ? instance.imageId() : facts.image().name()));
            made.add(fact("launched", texts.since(instance.launchedAt(), now)));
        }
        if (facts.condition().state() == State.FAILED) {
            made.add(fact("trail", trail()));
        }
        if (instance != null && facts.condition().state() == State.FAILED) {
            made.add(fact("log", log(instance)));
        }
        var scaling = routes.index().scalingGroup(target.targetId());
        var member = facts.member();
        if (scaling != null && member != null) {
            made.add(fact(
                    "scaling",
                    scaling.name() + ", " + member.lifecycleState() + ", " + member.healthStatus() + ", "
                            + texts.get("balancing.fact.healthBy", scaling.healthCheckType())));
        }
        var attributes = routes.index().attributes(target.targetGroupArn());
        var delay = attributes == null ? null : attributes.deregistrationDelaySeconds();
        made.add(fact("delay", delay == null ? null : delay + " s"));
        return made.stream().filter(each -> !each.value().isEmpty()).toList();
    }

    /** Whether its log had a say in what is said above. */
    private String log(Instance instance) {
        var deployment = routes.index().deployment();
        var look = ComplaintLook.of(deployment);
        var observed = deployment.observed(Parts.LOG_COMPLAINTS);
        var problem = observed.problem();
        if (observed.value() == null) {
            return problem == null
                    ? texts.get("balancing.log.notYet")
                    : texts.get("balancing.log.notRead", problem.call());
        }
        if (LogsOf.of(instance, deployment).sources().isEmpty()) {
            return texts.get("balancing.log.none");
        }
        var said = texts.get(
                look.at(instance.id()) ? "balancing.log.looked" : "balancing.log.notLooked",
                look.looked().size(),
                look.failing());
        return problem == null ? said : said + "; " + texts.get("balancing.log.notRead", problem.call());
    }

    private String machine(Instance instance) {
        var check = routes.index().check(instance.id());
        return instance.instanceType() + ", " + instance.state()
                + (check == null
                        ? ""
                        : ", " + texts.get("balancing.fact.checks", check.systemStatus(), check.instanceStatus()));
    }

    private Detail.Fact fact(String key, @Nullable String value) {
        return new Detail.Fact(texts.get("balancing.fact." + key), value == null ? "" : value);
    }
}
