package io.atalaya.operate.trail;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A CloudTrail of the perimeter for tests: its events are given. */
public final class Touches {
    public static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");

    private Touches() {}

    /** CloudTrail answers, and has no event. */
    public static PerimeterTrail none() {
        return of();
    }

    public static PerimeterTrail of(TrailEvent... events) {
        return new PerimeterTrail(
                query -> new Trail.Answer.Events(
                        Arrays.stream(events)
                                .filter(each -> each.name().equals(query.name()))
                                .toList(),
                        true,
                        NOW),
                "us-east-1",
                () -> NOW,
                Runnable::run);
    }

    /** The caller may not ask. */
    public static PerimeterTrail denied() {
        var problem = new Problem(
                Problem.Kind.DENIED,
                "cloudtrail:LookupEvents",
                "AccessDenied",
                "not authorized",
                null,
                "cloudtrail:LookupEvents",
                NOW);
        return new PerimeterTrail(
                query -> new Trail.Answer.Failed(problem, NOW), "us-east-1", () -> NOW, Runnable::run);
    }

    /** As EC2 records a rule that was taken away. */
    public static TrailEvent revoked(String groupId, int port, String cidr, Instant at) {
        return event("RevokeSecurityGroupIngress", at, """
                {"groupId":"%s","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":%d,"toPort":%d,"groups":{},\
                "ipRanges":{"items":[{"cidrIp":"%s"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}""".formatted(groupId, port, port, cidr));
    }

    public static TrailEvent event(String name, Instant at, String parameters) {
        return new TrailEvent(
                "event-" + name,
                at,
                "ec2.amazonaws.com",
                name,
                "us-east-1",
                "arn:aws:iam::111122223333:user/d.parra",
                "5f1c2d7e-88aa-4e0b-9c57-0b6f3f1e2a90",
                parameters,
                null,
                "");
    }

    static List<String> names(PerimeterTrail.Told told) {
        return told.touches().stream().map(each -> each.event().name()).toList();
    }
}
