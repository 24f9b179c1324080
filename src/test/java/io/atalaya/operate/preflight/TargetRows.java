package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.WeightedTargetGroup;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.ModifyHealthCheck;
import io.atalaya.operate.act.ModifyRuleWeights;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RegisterTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Situations of targets, their checks and the rules that lead to them. */
final class TargetRows {
    private TargetRows() {}

    static List<Row> all() {
        var check = new World().check;
        return List.of(
                Row.of("a new one", w -> {}, new RegisterTarget(World.WEB, World.LONE, null), PRESS, "N servesAfter"),
                Row.of(
                        "stopped",
                        w -> w.stateLone = "stopped",
                        new RegisterTarget(World.WEB, World.LONE, null),
                        CONSIDER,
                        "C targetNotRunning",
                        "N servesAfter"),
                Row.of(
                        "group without balancer",
                        w -> {},
                        new RegisterTarget(World.NEW, World.LONE, null),
                        CONSIDER,
                        "C groupUnused"),
                Row.of(
                        "zone that the balancer does not serve",
                        w -> w.zoneTwo = "us-east-1c",
                        new RegisterTarget(World.WEB, World.TWO, 8080),
                        CONSIDER,
                        "C zoneNotEnabled",
                        "N servesAfter"),
                Row.of(
                        "in another network",
                        w -> w.vpc = "vpc-2",
                        new RegisterTarget(World.WEB, World.LONE, null),
                        NONE,
                        "B otherVpc",
                        "N servesAfter"),
                Row.of("registered", w -> {}, new RegisterTarget(World.WEB, World.ONE, null), NONE, "B nothingToDo"),
                Row.of(
                        "member of a group",
                        w -> {},
                        new DeregisterTarget(World.WEB, World.ONE, 80),
                        CONSIDER,
                        "C memberDeregistered",
                        "C zoneEmpty",
                        "C oneHealthyLeft",
                        "N drainsFor",
                        "C deregisters"),
                Row.of(
                        "the last healthy one",
                        w -> {
                            w.grouped = false;
                            w.targetTwo = "unhealthy";
                        },
                        new DeregisterTarget(World.WEB, World.ONE, null),
                        CONSIDER,
                        "D lastHealthy",
                        "N drainsFor",
                        "C deregisters"),
                Row.of(
                        "delay never read",
                        w -> {
                            w.grouped = false;
                            w.zoneTwo = "us-east-1a";
                            w.unread(Parts.TARGET_GROUP_ATTRIBUTES);
                        },
                        new DeregisterTarget(World.WEB, World.ONE, null),
                        CONSIDER,
                        "C oneHealthyLeft",
                        "N drainsUnknown",
                        "C deregisters",
                        "? target-group-attributes"),
                Row.of(
                        "draining already",
                        w -> w.targetOne = "draining",
                        new DeregisterTarget(World.WEB, World.ONE, null),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "on another port",
                        w -> {},
                        new DeregisterTarget(World.WEB, World.ONE, 8080),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "another path",
                        w -> {},
                        health("HTTP", "/alive", 30, 2, true),
                        CONSIDER,
                        "D checkMayFail",
                        "C failedAreReplaced"),
                Row.of(
                        "another path, nobody is healthy",
                        w -> {
                            w.targetOne = "unhealthy";
                            w.targetTwo = "unhealthy";
                        },
                        health("HTTP", "/alive", 30, 2, true),
                        CONSIDER,
                        "C checkAsks",
                        "C failedAreReplaced"),
                Row.of(
                        "a port that nobody opened",
                        w -> {
                            w.grouped = false;
                            w.openPort = 80;
                        },
                        port(9000),
                        CONSIDER,
                        "D checkPortClosed",
                        "D checkMayFail"),
                Row.of(
                        "a port that is open",
                        w -> {
                            w.grouped = false;
                            w.openPort = 9000;
                        },
                        port(9000),
                        CONSIDER,
                        "D checkMayFail"),
                Row.of(
                        "a port, security groups never read",
                        w -> {
                            w.grouped = false;
                            w.unread(Parts.SECURITY_GROUPS);
                        },
                        port(9000),
                        CONSIDER,
                        "D checkMayFail",
                        "? security-groups"),
                Row.of(
                        "more patient",
                        w -> w.grouped = false,
                        health("HTTP", "/health", 30, 5, true),
                        CONSIDER,
                        "C noticedLater"),
                Row.of(
                        "less patient",
                        w -> w.grouped = false,
                        health("HTTP", "/health", 10, 2, true),
                        PRESS,
                        "N noticedSooner"),
                Row.of("TCP for HTTP", w -> {}, health("TCP", null, 30, 2, true), NONE, "B checkProtocol"),
                Row.of("UDP", w -> {}, health("UDP", null, 30, 2, true), NONE, "B checkProtocolNever"),
                Row.of("none at all", w -> {}, health("HTTP", "/health", 30, 2, false), NONE, "B checkMustStay"),
                Row.of("as it is", w -> {}, new ModifyHealthCheck(World.WEB, check), NONE, "B nothingToDo"),
                Row.of("all zero", w -> {}, weights(0, 0), CONSIDER, "D weightsZero"),
                Row.of("to nobody healthy", w -> {}, weights(50, 50), CONSIDER, "D weightToNobody", "C weightChanges"),
                Row.of(
                        "everything to nobody healthy",
                        w -> {},
                        weights(0, 10),
                        CONSIDER,
                        "D weightToNobody",
                        "C weightGone"),
                Row.of(
                        "left out",
                        w -> w.actions = List.of(new RuleAction(
                                "forward",
                                List.of(new WeightedTargetGroup(World.WEB, 1), new WeightedTargetGroup(World.NEW, 1)),
                                null)),
                        new ModifyRuleWeights(World.RULE, List.of(new WeightedTargetGroup(World.WEB, 1)), null),
                        CONSIDER,
                        "C weightChanges",
                        "C weightGone"),
                Row.of(
                        "sticky",
                        w -> {},
                        new ModifyRuleWeights(World.RULE, List.of(new WeightedTargetGroup(World.WEB, 1)), 60),
                        PRESS,
                        "N sticky"),
                Row.of("default rule", w -> w.priority = "default", weights(1, 1), NONE, "B defaultRule"),
                Row.of(
                        "rule that signs in first",
                        w -> w.actions = List.of(
                                new RuleAction("authenticate-oidc", List.of(), null),
                                new RuleAction("forward", List.of(new WeightedTargetGroup(World.WEB, 1)), null)),
                        weights(1, 1),
                        NONE,
                        "B ruleDoesMore"));
    }

    private static Operation health(String protocol, @Nullable String path, int interval, int unhealthy, boolean on) {
        return new ModifyHealthCheck(
                World.WEB,
                new HealthCheckSettings(
                        on, protocol, "traffic-port", path, interval, 5, 5, unhealthy, path == null ? null : "200"));
    }

    private static Operation port(int port) {
        return new ModifyHealthCheck(
                World.WEB, new HealthCheckSettings(true, "HTTP", String.valueOf(port), "/health", 30, 5, 5, 2, "200"));
    }

    private static Operation weights(int web, int fresh) {
        return new ModifyRuleWeights(
                World.RULE,
                List.of(new WeightedTargetGroup(World.WEB, web), new WeightedTargetGroup(World.NEW, fresh)),
                null);
    }
}
