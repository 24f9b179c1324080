package io.atalaya.logs.insights;

import java.util.List;

/**
 * Queries for a deployment of balancers, web servers, Java servers, a database and a file system, to begin with.
 *
 * @param key names it in messages: {@code insights.sample.KEY}
 * @param text the query
 */
public record Samples(String key, String text) {
    private static final String STATUS = "parse @message /\" (?<status>\\d{3}) /\n";

    /** In the order in which they are offered. */
    public static List<Samples> all() {
        return List.of(
                new Samples("errors", """
                        filter @message like /(?i)\\b(error|severe|fatal|exception)\\b/
                        | stats count(*) as errors by bin(5m)"""),
                new Samples("latestErrors", """
                        fields @timestamp, @logStream, @message
                        | filter @message like /(?i)\\b(error|severe|fatal|exception)\\b/
                        | sort @timestamp desc
                        | limit 200"""),
                new Samples("statusClasses", STATUS + """
                        | filter ispresent(status)
                        | stats sum(status >= 500) as server, sum(status >= 400 and status < 500) as client, count(*) as all by bin(5m)"""),
                new Samples("slowest", """
                        parse @message /(?<seconds>\\d+\\.\\d{3})$/
                        | filter ispresent(seconds)
                        | sort seconds desc
                        | display @timestamp, @logStream, seconds, @message
                        | limit 50"""),
                new Samples("latency", """
                        parse @message /(?<seconds>\\d+\\.\\d{3})$/
                        | filter ispresent(seconds)
                        | stats pct(seconds, 50) as median, pct(seconds, 99) as p99 by bin(5m)"""),
                new Samples("talkers", """
                        parse @message /^(?<client>\\d+\\.\\d+\\.\\d+\\.\\d+) /
                        | filter ispresent(client)
                        | stats count(*) as requests by client
                        | sort requests desc
                        | limit 25"""),
                new Samples("nfs", """
                        fields @timestamp, @logStream, @message
                        | filter @message like /nfs: server .* (not responding|OK)|blocked for more than/
                        | sort @timestamp desc
                        | limit 200"""),
                new Samples("database", """
                        fields @timestamp, @logStream, @message
                        | filter @message like /\\[ERROR\\]|\\[Warning\\]|ERROR:|FATAL:|PANIC:|Too many connections|deadlock/
                        | sort @timestamp desc
                        | limit 200"""),
                new Samples("exceptions", """
                        parse @message /(?<exception>[\\w.$]+(Exception|Error))[:\\s]/
                        | filter ispresent(exception)
                        | stats count(*) as times, latest(@timestamp) as last by exception
                        | sort times desc
                        | limit 50"""),
                new Samples("volume", """
                        stats count(*) as events, sum(strlen(@message)) as characters by @logStream
                        | sort characters desc
                        | limit 50"""));
    }
}
