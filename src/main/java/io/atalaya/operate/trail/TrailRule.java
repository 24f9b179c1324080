package io.atalaya.operate.trail;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When an act of the journal and an event of CloudTrail are the same. The key is AWS's request id, which both have; what stands
 * beside it must not contradict. Nothing is said that was not looked at.
 */
public final class TrailRule {
    /** AWS: events are there about five minutes after the call, at times fifteen. */
    public static final Duration DELAY = Duration.ofMinutes(15);

    /** AWS: the event history has ninety days. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** AWS refuses requests whose time is further than this from its own. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** From the confirmation to the answer, at most; with it, how far the clocks may differ. */
    static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    /** A session that this program named itself, another one whenever credentials are renewed. */
    private static final Pattern OWN_SESSION = Pattern.compile("(.*:assumed-role/[^/]+)/atalaya-\\d+");

    /** AWS's common codes of 5xx answers, and those of the services that are acted on. EC2's begin with {@code Server.}. */
    private static final Set<String> SERVICE_FAILED = Set.of(
            "InternalError",
            "InternalErrorException",
            "InternalFailure",
            "InternalFailureException",
            "InternalServerError",
            "InternalServerErrorException",
            "InternalServerException",
            "InternalServiceError",
            "InternalServiceException",
            "InternalServiceFault",
            "ServiceFailure",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "Unavailable");

    private TrailRule() {}

    /**
     * What can be said of an act without asking anybody.
     *
     * @return empty when CloudTrail must be asked
     */
    public static Optional<TrailMatch> beforehand(JournalEntry intent, Instant now) {
        if (intent.kind() == JournalEntry.Kind.NOTED) {
            return Optional.of(TrailMatch.unasked(TrailMatch.Verdict.DECIDED_HERE));
        }
        return intent.at().isBefore(now.minus(KEPT))
                ? Optional.of(TrailMatch.unasked(TrailMatch.Verdict.TOO_OLD))
                : Optional.empty();
    }

    /**
     * What the events of their time say of acts.
     *
     * @param events of their region; at least all of their name, where {@code complete}
     * @param complete whether none of them was left out
     * @param known request ids of the journal, and ids of events that were found for other acts: none of these events belongs to
     *     an act that has no request id
     * @param askedAt when CloudTrail was asked
     * @return by the acts' operations, in their order
     */
    static Map<String, TrailMatch> judge(
            List<TrailAct> acts, List<TrailEvent> events, boolean complete, Set<String> known, Instant askedAt) {
        var byTime = TrailClaims.of(acts, events, known);
        var matches = new LinkedHashMap<String, TrailMatch>();
        for (var act : acts) {
            var event = events.stream()
                    .filter(it -> act.requestIds().contains(it.requestId()))
                    .findFirst()
                    .or(() -> Optional.ofNullable(byTime.get(act.operation())));
            matches.put(
                    act.operation(),
                    event.map(it -> compared(act, it, askedAt)).orElseGet(() -> nothing(act, complete, askedAt)));
        }
        return matches;
    }

    private static TrailMatch nothing(TrailAct act, boolean complete, Instant askedAt) {
        if (act.requestIds().isEmpty() && act.parameters() == null) {
            return TrailMatch.without(TrailMatch.Verdict.UNREADABLE, askedAt);
        }
        if (askedAt.isBefore(act.at().plus(DELAY))) {
            return TrailMatch.without(TrailMatch.Verdict.NOT_YET, askedAt);
        }
        if (!complete) {
            return TrailMatch.without(TrailMatch.Verdict.UNREAD, askedAt);
        }
        if (!act.notSent()) {
            return TrailMatch.without(TrailMatch.Verdict.MISSING, askedAt);
        }
        return act.torn().isEmpty()
                ? TrailMatch.without(TrailMatch.Verdict.NOTHING_SENT, askedAt)
                : new TrailMatch(TrailMatch.Verdict.ALTERED, null, act.torn(), List.of(), 0, 0, null, askedAt);
    }

    /** The same name, caller, time and parameters; at least one parameter must stand there, or it could be any. */
    static boolean couldBe(TrailAct act, TrailEvent event) {
        var parameters = act.parameters();
        if (parameters == null
                || !isInTime(act, event)
                || !isCalled(act, event)
                || !isCaller(act.caller(), event.caller())) {
            return false;
        }
        var comparison = RecordedParameters.compare(parameters, event.parameters());
        return comparison.compared() > 0 && comparison.differences().isEmpty() && !comparison.unlike();
    }

    private static boolean isInTime(TrailAct act, TrailEvent event) {
        return !event.at().isBefore(act.at().minus(CLOCKS_DIFFER))
                && !event.at().isAfter(act.at().plus(ANSWERED_WITHIN));
    }

    private static TrailMatch compared(TrailAct act, TrailEvent event, Instant askedAt) {
        var differences = new ArrayList<>(act.torn());
        if (!isCalled(act, event)) {
            differences.add(new TrailDifference(
                    What.NAME, "", act.source() + " " + act.name(), event.source() + " " + event.name()));
        }
        if (!isCaller(act.caller(), event.caller())) {
            differences.add(new TrailDifference(What.CALLER, "", act.caller(), event.caller()));
        }
        outcome(act, event).ifPresent(differences::add);
        if (!isInTime(act, event)) {
            differences.add(new TrailDifference(
                    What.TIME, "", act.at().toString(), event.at().toString()));
        }
        var parameters = act.parameters();
        var comparison = parameters == null || !isCalled(act, event)
                ? RecordedParameters.Comparison.NONE
                : RecordedParameters.compare(parameters, event.parameters());
        differences.addAll(comparison.differences());
        return new TrailMatch(
                differences.isEmpty() ? found(act, comparison) : TrailMatch.Verdict.ALTERED,
                event,
                differences,
                comparison.also(),
                comparison.compared(),
                comparison.sent(),
                null,
                askedAt);
    }

    /** That it says the same is said only where something of what was sent stood there, and nothing in its stead. */
    private static TrailMatch.Verdict found(TrailAct act, RecordedParameters.Comparison comparison) {
        if (act.requestIds().isEmpty()) {
            return TrailMatch.Verdict.FOUND_BY_TIME;
        }
        var compared = act.parameters() != null
                && !comparison.unlike()
                && (comparison.compared() > 0 || comparison.sent() == 0);
        return compared ? TrailMatch.Verdict.FOUND : TrailMatch.Verdict.IN_PART;
    }

    private static boolean isCalled(TrailAct act, TrailEvent event) {
        return act.name().equals(event.name()) && act.source().equals(event.source());
    }

    /** A caller that one side does not know is no difference. */
    private static boolean isCaller(String journal, String trail) {
        return journal.isEmpty()
                || trail.isEmpty()
                || withoutOwnSession(journal).equals(withoutOwnSession(trail));
    }

    private static String withoutOwnSession(String arn) {
        var own = OWN_SESSION.matcher(arn);
        return own.matches() ? own.group(1) : arn;
    }

    /** Only where AWS's answer is known to the journal: of an unknown outcome CloudTrail tells, and contradicts nothing. */
    private static Optional<TrailDifference> outcome(TrailAct act, TrailEvent event) {
        var error = event.errorCode();
        return switch (act.verdict()) {
            case DONE, ACCEPTED, FAILED ->
                error == null || isUncertain(error)
                        ? Optional.empty()
                        : Optional.of(new TrailDifference(What.OUTCOME, "", "ACCEPTED", error));
            case REFUSED ->
                error == null ? Optional.of(new TrailDifference(What.OUTCOME, "", "REFUSED", "")) : Optional.empty();
            case NOT_SENT ->
                Optional.of(new TrailDifference(
                        What.SENT, "", "NOT_SENT", event.at().toString()));
            case UNKNOWN -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** AWS failed, which does not say that nothing was done: the journal may have seen afterwards that it was. */
    private static boolean isUncertain(String error) {
        return error.startsWith("Server.") || SERVICE_FAILED.contains(error);
    }
}
