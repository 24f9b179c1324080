package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.LogValue;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.LogSource;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * Values that stand in logs. What was found once stays until the log says something else, so that each read asks for what was
 * written since the one before; the first looks back further and further until there is something. Few calls: FilterLogEvents
 * is slow and has a small quota.
 */
final class LogValuesReader implements Reader<LogValue> {
    private static final List<Duration> LOOKS_BACK =
            List.of(Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(24));
    private static final int MOST_GROUPS = 3;
    private static final int MOST_PAGES = 3;
    private static final int MOST_EVENTS = 200;
    private static final int LONGEST_VALUE = 80;
    /** A value that nobody has repeated for so long is forgotten with the host that said it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Clients clients;
    private final InstantSource clock;
    private final Catalogue catalogue;

    LogValuesReader(Clients clients, InstantSource clock, Catalogue catalogue) {
        this.clients = clients;
        this.clock = clock;
        this.catalogue = catalogue;
    }

    Source<LogValue> source() {
        return new Source<>(
                Parts.LOG_VALUES,
                Set.of("logs:FilterLogEvents"),
                Cadence.TEN_MINUTES,
                Set.of(Parts.LOG_GROUPS),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<LogValue>> page) {
        var now = clock.instant();
        for (var item : catalogue.items()) {
            for (var source : item.sources()) {
                if (source instanceof LogSource log) {
                    known.items(Parts.LOG_GROUPS).stream()
                            .filter(group -> log.logGroup().matches(group.name()))
                            .limit(MOST_GROUPS)
                            .forEach(group -> page.accept(values(item.id(), log, group, known, now)));
                }
            }
        }
    }

    private List<LogValue> values(String item, LogSource source, LogGroup group, Deployment known, Instant now) {
        var byStream = new HashMap<String, LogValue>();
        known.items(Parts.LOG_VALUES).stream()
                .filter(value -> value.item().equals(item) && value.logGroup().equals(group.name()))
                .filter(value -> value.at().isAfter(now.minus(KEPT)))
                .forEach(value -> byStream.put(value.stream(), value));
        var before = known.observed(Parts.LOG_VALUES).askedAt();
        var spans = byStream.isEmpty() || before == null
                ? LOOKS_BACK
                : List.of(Duration.between(before, now).plus(LOOKS_BACK.getFirst()));
        for (var span : spans) {
            if (look(item, source, group, now.minus(span), now, byStream)) {
                break;
            }
        }
        return List.copyOf(byStream.values());
    }

    private boolean look(
            String item, LogSource source, LogGroup group, Instant from, Instant to, Map<String, LogValue> byStream) {
        var found = new ArrayList<LogValue>();
        String token = null;
        for (int asked = 0; asked < MOST_PAGES; asked++) {
            var next = token;
            var answer = clients.logs().filterLogEvents(r -> r.logGroupName(group.name())
                    .filterPattern(source.filter())
                    .startTime(from.toEpochMilli())
                    .endTime(to.toEpochMilli())
                    .limit(MOST_EVENTS)
                    .nextToken(next));
            answer.events().forEach(event -> value(item, source, group, event, found));
            token = answer.nextToken();
            if (token == null) {
                break;
            }
        }
        found.forEach(value ->
                byStream.merge(value.stream(), value, (old, fresh) -> fresh.at().isBefore(old.at()) ? old : fresh));
        return !found.isEmpty();
    }

    private static void value(
            String item, LogSource source, LogGroup group, FilteredLogEvent event, List<LogValue> found) {
        var matcher = source.pattern().matcher(Absent.text(event.message()));
        if (matcher.find() && matcher.group(1) != null && event.timestamp() != null) {
            var text = matcher.group(1);
            found.add(new LogValue(
                    item,
                    group.name(),
                    Absent.text(event.logStreamName()),
                    text.substring(0, Math.min(text.length(), LONGEST_VALUE)),
                    Instant.ofEpochMilli(event.timestamp())));
        }
    }
}
