package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.facts.ComplaintLook;
import io.atalaya.deployment.facts.LogsOf;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/**
 * What the logs of machines that fail their health checks complain of. Nothing is asked while all are well; else each machine's log
 * groups of the last quarter of an hour, the newest minutes first, and from then on only what came since. Which machines:
 * {@link ComplaintLook}.
 */
final class LogComplaintsReader implements Reader<LogComplaint> {
    private static final Duration LOOKS_BACK = Duration.ofMinutes(15);
    /** CloudWatch gives the oldest first: where not all of it can be read, it must not be the newest that is missing. */
    private static final List<Duration> NEWEST_FIRST = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    /** Lines arrive late. */
    private static final Duration LATE = Duration.ofMinutes(1);
    /** Of one log group and machine: pages may be empty and have a next. */
    private static final int MOST_PAGES = 10;

    private static final int PAGE = 1_000;
    /** Complaints that are kept of one log group and machine, the newest. */
    private static final int MOST_EVENTS = 50;

    private static final int LONGEST_TEXT = 240;
    private static final String PATTERN = Arrays.stream(LogComplaint.Kind.values())
            .flatMap(kind -> kind.words().stream())
            .map(word -> "?\"" + word + '"')
            .collect(Collectors.joining(" "));

    private final Clients clients;
    private final FanOut fanOut;
    private final InstantSource clock;
    /** Up to when each log was read. */
    private final Map<Question, Instant> readTo = new ConcurrentHashMap<>();

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

    private record Question(
            String instanceId, String logGroup, @Nullable String prefix) {
        boolean isOf(LogComplaint complaint) {
            return instanceId.equals(complaint.instanceId()) && logGroup.equals(complaint.logGroup());
        }
    }

    @Override
    public void read(Deployment known, Consumer<List<LogComplaint>> page) throws Exception {
        var now = clock.instant();
        var before = known.items(Parts.LOG_COMPLAINTS);
        var questions = ComplaintLook.of(known).looked().stream()
                .flatMap(machine -> LogsOf.of(machine, known).sources().stream()
                        .limit(ComplaintLook.MOST_GROUPS)
                        .map(source -> new Question(machine.id(), source.group().name(), source.prefix())))
                .toList();
        readTo.keySet().retainAll(questions);
        var gathered = new Gathered<Question, LogComplaint>(page);
        fanOut.ask(questions, question -> ask(question, now, before), gathered);
        gathered.finish(before, item -> questions.stream()
                .filter(each -> each.isOf(item))
                .findFirst()
                .orElse(null));
    }

    private List<LogComplaint> ask(Question question, Instant now, List<LogComplaint> before) {
        var earliest = now.minus(LOOKS_BACK);
        var last = readTo.get(question);
        var from = last == null || last.minus(LATE).isBefore(earliest) ? earliest : last.minus(LATE);
        var found = new LinkedHashSet<LogComplaint>();
        try {
            var pages = MOST_PAGES;
            for (var window : windows(from, now)) {
                if (pages > 0 && found.size() < MOST_EVENTS) {
                    pages = follow(question, window, pages, found);
                }
            }
        } catch (ResourceNotFoundException deletedMeanwhile) {
            readTo.remove(question);
            return List.of();
        }
        if (last != null) {
            before.stream()
                    .filter(each -> question.isOf(each) && !each.at().isBefore(earliest))
                    .forEach(found::add);
        }
        readTo.put(question, now);
        return found.stream()
                .sorted(Comparator.comparing(LogComplaint::at).reversed())
                .limit(MOST_EVENTS)
                .toList();
    }

    /** From one moment to another, in milliseconds; to the end of the log where there is no other. */
    private record Window(long from, @Nullable Long to) {}

    /** Newest first. */
    private static List<Window> windows(Instant from, Instant now) {
        var windows = new ArrayList<Window>();
        Long end = null;
        for (var back : NEWEST_FIRST) {
            var begin = now.minus(back);
            if (begin.isAfter(from)) {
                windows.add(new Window(begin.toEpochMilli(), end));
                end = begin.toEpochMilli() - 1;
            }
        }
        windows.add(new Window(from.toEpochMilli(), end));
        return windows;
    }

    /** @return how many pages may still be read */
    private int follow(Question question, Window window, int pages, Set<LogComplaint> found) {
        var left = pages;
        String token = null;
        do {
            var answer = clients.logs()
                    .filterLogEvents(FilterLogEventsRequest.builder()
                            .logGroupName(question.logGroup())
                            .logStreamNamePrefix(question.prefix())
                            .filterPattern(PATTERN)
                            .startTime(window.from())
                            .endTime(window.to())
                            .limit(PAGE)
                            .nextToken(token)
                            .build());
            answer.events().stream()
                    .flatMap(event -> complaint(question, event).stream())
                    .forEach(found::add);
            token = answer.nextToken();
            left--;
        } while (token != null && !token.isEmpty() && left > 0);
        return left;
    }

    private static Optional<LogComplaint> complaint(Question question, FilteredLogEvent event) {
        var at = event.timestamp();
        var message = Absent.text(event.message());
        return at == null
                ? Optional.empty()
                : LogComplaint.Kind.of(message)
                        .map(kind -> new LogComplaint(
                                question.instanceId(),
                                kind,
                                question.logGroup(),
                                Absent.text(event.logStreamName()),
                                cut(message.strip()),
                                Instant.ofEpochMilli(at)));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
