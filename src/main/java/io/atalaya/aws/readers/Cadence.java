package io.atalaya.aws.readers;

import java.time.Duration;

/** How often it is worth asking: how fast AWS can have something new, against what asking costs. */
final class Cadence {
    /** Target health: balancers check every 5 s at the fastest. */
    static final Duration TARGET_HEALTH = Duration.ofSeconds(5);
    /** Instances and scaling groups change state within seconds of somebody asking for it. */
    static final Duration MACHINES = Duration.ofSeconds(15);
    /** Databases and alarms: a failover takes a minute, an alarm is evaluated every 10 to 60 s. */
    static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    /** What people configure, what CloudWatch measures every minute. */
    static final Duration MINUTE = Duration.ofMinutes(1);
    /** What seldom changes, and what has little quota (Route 53: five calls a second for the whole account). */
    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    /** What takes days to move and that CloudWatch itself has four times an hour. */
    static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    /** What is looked for in logs: slow, and with little quota. */
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    /** Which metrics there are: a new one is listed within a quarter of an hour, and listing all takes tens of seconds. */
    static final Duration HOUR = Duration.ofHours(1);

    private Cadence() {}
}
