package io.atalaya.logs.insights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the event of a row stands in its log.
 *
 * @param group ARN or name, as the query named it
 * @param stream its name; empty where the row does not say
 */
public record RawPlace(String group, String stream, Instant at) {
    /**
     * Of a row that has {@code @timestamp}, and {@code @log} unless only one group was asked. {@code @log} is an account and a
     * group's name, {@code 123456789012:/app/server}.
     */
    public static Optional<RawPlace> of(ResultTable table, ResultTable.Row row, List<String> groups) {
        var at = table.value(row, "@timestamp").flatMap(TimeChart::time);
        var group = table.value(row, "@log")
                .flatMap(log -> named(log, groups))
                .or(() -> groups.size() == 1 ? Optional.of(groups.getFirst()) : Optional.empty());
        return at.isEmpty() || group.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RawPlace(group.get(), table.value(row, "@logStream").orElse(""), at.get()));
    }

    /** Of an event's own fields; times there are milliseconds since the epoch. */
    static Optional<RawPlace> of(Map<String, String> event, List<String> groups) {
        var at = event.getOrDefault("@timestamp", "");
        var moment =
                at.matches("\\d{1,15}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(at))) : TimeChart.time(at);
        var group = named(event.getOrDefault("@log", ""), groups)
                .or(() -> groups.size() == 1 ? Optional.of(groups.getFirst()) : Optional.empty());
        return moment.isEmpty() || group.isEmpty()
                ? Optional.empty()
                : Optional.of(new RawPlace(group.get(), event.getOrDefault("@logStream", ""), moment.get()));
    }

    private static Optional<String> named(String log, List<String> groups) {
        int colon = log.indexOf(':');
        var account = colon < 0 ? "" : log.substring(0, colon);
        var name = log.substring(colon + 1);
        return groups.stream()
                .filter(it -> it.equals(name)
                        || it.endsWith(":log-group:" + name) && (account.isEmpty() || it.contains(":" + account + ":")))
                .findFirst();
    }
}
