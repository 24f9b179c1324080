package io.atalaya.aws.readers;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * What the logs of machines that fail their health checks complain of. Nothing is asked while all are well; else one call for each
 * machine and log group, of the last quarter of an hour. FilterLogEvents has a small quota, so of many that fail a few are asked.
 */
final class LogComplaintsReader implements Reader<LogComplaint> {
    private static final Duration LOOKS_BACK = Duration.ofMinutes(15);
    private static final int MOST_MACHINES = 8;
    private static final int MOST_GROUPS = 2;
    private static final int MOST_EVENTS = 50;
    private static final int LONGEST_TEXT = 240;
    private static final String PATTERN = Arrays.stream(LogComplaint.Kind.values())
            .flatMap(kind -> kind.words().stream())
            .map(word -> "?\"" + word + '"')
            .collect(Collectors.joining(" "));

    private final Clients clients;
    private final FanOut fanOut;
    private final InstantSource clock;

    LogComplaintsReader(Clients clients, FanOut fanOut, InstantSource clock) {
        this.clients = clients;
        this.fanOut = fanOut;
        this.clock = clock;
    }

    Source<LogComplaint> source() {
        return new Source<>(
                Parts.LOG_COMPLAINTS,
                Set.of("logs:FilterLogEvents"),
                Cadence.MINUTE,
                Set.of(Parts.TARGETS, Parts.INSTANCES, Parts.LOG_GROUPS),
                Set.of(),
                false,
                this);
    }

    private record Question(String instanceId, LogsOf.Source source) {}

    @Override
    public void read(Deployment known, Consumer<List<LogComplaint>> page) throws Exception {
        var from = clock.instant().minus(LOOKS_BACK);
        var questions = known.items(Parts.TARGETS).stream()
                .filter(target -> Conditions.of(target).state() == State.FAILED)
                .map(target -> target.targetId())
                .distinct()
                .flatMap(id -> known.index().find(Instance.class, ResourceType.INSTANCE, id).stream())
                .limit(MOST_MACHINES)
                .flatMap(machine -> LogsOf.of(machine, known).sources().stream()
                        .limit(MOST_GROUPS)
                        .map(source -> new Question(machine.id(), source)))
                .toList();
        var gathered = new Gathered<Question, LogComplaint>(page);
        fanOut.ask(questions, question -> ask(question, from), gathered);
        gathered.finish(known.items(Parts.LOG_COMPLAINTS), item -> questions.stream()
                .filter(each -> each.instanceId().equals(item.instanceId())
                        && each.source().group().name().equals(item.logGroup()))
                .findFirst()
                .orElse(null));
    }

    private List<LogComplaint> ask(Question question, Instant from) {
        var source = question.source();
        var request = FilterLogEventsRequest.builder()
                .logGroupName(source.group().name())
                .logStreamNamePrefix(source.prefix())
                .filterPattern(PATTERN)
                .startTime(from.toEpochMilli())
                .limit(MOST_EVENTS)
                .build();
        try {
            return clients.logs().filterLogEvents(request).events().stream()
                    .filter(event -> event.timestamp() != null)
                    .flatMap(event -> LogComplaint.Kind.of(Absent.text(event.message())).stream()
                            .map(kind -> new LogComplaint(
                                    question.instanceId(),
                                    kind,
                                    source.group().name(),
                                    Absent.text(event.logStreamName()),
                                    cut(Absent.text(event.message()).strip()),
                                    Instant.ofEpochMilli(event.timestamp()))))
                    .toList();
        } catch (ResourceNotFoundException deletedMeanwhile) {
            return List.of();
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
