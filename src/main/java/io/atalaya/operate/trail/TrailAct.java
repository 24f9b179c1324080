package io.atalaya.operate.trail;

import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.Operations;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.trail.TrailDifference.What;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one act, as far as CloudTrail can say the same.
 *
 * @param operation the id of its entries in the journal
 * @param at when it was confirmed, by this computer's clock
 * @param source the service as CloudTrail names it
 * @param name the operation, which is the event's name
 * @param region where CloudTrail records it
 * @param caller the ARN that acted; empty where the journal does not know
 * @param requestIds AWS's; empty where no answer came
 * @param verdict how it ended; null where the journal has no outcome
 * @param parameters what was sent, by the names of AWS's API reference; null where this version of the program does not know the
 *     act any more
 * @param torn where the line shows something else than its act and arguments make; empty where this version does not know the act
 */
public record TrailAct(
        String operation,
        Instant at,
        String source,
        String name,
        String region,
        String caller,
        List<String> requestIds,
        @Nullable Verdict verdict,
        @Nullable Map<String, Object> parameters,
        List<TrailDifference> torn) {
    /** IAM's prefix, where CloudTrail's source begins with another word. */
    private static final Map<String, String> SOURCES = Map.of("cloudwatch", "monitoring");

    public TrailAct {
        requestIds = List.copyOf(requestIds);
        torn = List.copyOf(torn);
    }

    /**
     * Of the entries of one act.
     *
     * @param end its outcome, or how it was settled after a crash; null where there is neither
     */
    public static TrailAct of(JournalEntry intent, @Nullable JournalEntry end) {
        var colon = intent.action().indexOf(':');
        var prefix = intent.action().substring(0, Math.max(0, colon));
        var operation = Operations.read(intent.act(), intent.arguments());
        var request = operation.map(Operation::request);
        return new TrailAct(
                intent.operation(),
                intent.at(),
                SOURCES.getOrDefault(prefix, prefix) + ".amazonaws.com",
                intent.action().substring(colon + 1),
                prefix.equals("route53") ? home(intent.region()) : region(intent, request),
                intent.caller(),
                end == null ? intent.requestIds() : end.requestIds(),
                end == null ? null : end.verdict(),
                request.map(AwsRequest::parameters).orElse(null),
                operation.map(it -> torn(intent, it)).orElse(List.of()));
    }

    /** Whether this console says that nothing left it. */
    boolean notSent() {
        return verdict == Verdict.NOT_SENT;
    }

    /** A person reads act, resource and command; CloudTrail is asked for what the arguments make. They must be one thing. */
    private static List<TrailDifference> torn(JournalEntry intent, Operation operation) {
        var request = operation.request();
        var made = new LinkedHashMap<String, List<String>>();
        made.put("action", List.of(intent.action(), request.iamAction()));
        made.put("resource", List.of(intent.resource(), operation.on().id()));
        made.put("cli", List.of(intent.cli(), CliCommand.of(request, intent.region(), intent.endpoint())));
        return made.entrySet().stream()
                .filter(it -> !it.getValue().getFirst().equals(it.getValue().getLast()))
                .map(it -> new TrailDifference(
                        What.LINE,
                        it.getKey(),
                        it.getValue().getFirst(),
                        it.getValue().getLast()))
                .toList();
    }

    private static String region(JournalEntry intent, Optional<AwsRequest> request) {
        return request.map(AwsRequest::region).orElse(intent.region());
    }

    /** Services without regions are recorded in one region of their partition. */
    private static String home(String region) {
        if (region.startsWith("cn-")) {
            return "cn-northwest-1";
        }
        return region.startsWith("us-gov-") ? "us-gov-west-1" : "us-east-1";
    }
}
