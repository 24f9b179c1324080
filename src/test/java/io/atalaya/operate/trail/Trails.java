package io.atalaya.operate.trail;

import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.Operations;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Kind;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries and events for tests. */
public final class Trails {
    public static final Instant AT = Instant.parse("2026-11-22T15:00:00Z");
    public static final String CALLER = "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas";
    public static final String ID = "0f7b1c3e-5f0f-4a7e-9d5e-0d1f6a1b2c3d";
    public static final String INSTANCE = "i-0123456789abcdef0";
    static final String STOPPED =
            "{\"instancesSet\":{\"items\":[{\"instanceId\":\"" + INSTANCE + "\"}]},\"force\":false}";

    private Trails() {}

    /** A stop with an answer of AWS. */
    static TrailAct stop(@Nullable Verdict verdict, String... requestIds) {
        return act(new StopInstance(INSTANCE), CALLER, verdict, requestIds);
    }

    static TrailAct act(Operation operation, String caller, @Nullable Verdict verdict, String... requestIds) {
        var intent = intent("op-" + String.join("-", requestIds), operation, caller, AT);
        var how = verdict == null ? Verdict.UNKNOWN : verdict;
        return TrailAct.of(
                intent, intent.closed(Kind.OUTCOME, AT.plusSeconds(40), how, "", List.of(requestIds), 40_000L));
    }

    /** The line that is written before an act is sent. */
    public static JournalEntry intent(String id, Operation operation, String caller, Instant at) {
        var request = operation.request();
        return new JournalEntry(
                at,
                Kind.INTENT,
                id,
                operation.act(),
                request.iamAction(),
                "111122223333",
                "us-east-1",
                null,
                caller,
                operation.on().id(),
                CliCommand.of(request, "us-east-1", null),
                List.of(),
                null,
                "",
                List.of(),
                null,
                Operations.write(operation),
                "1@1");
    }

    /** The event of a stop, so long after the confirmation. */
    static TrailEvent at(Duration after, String requestId) {
        return new TrailEvent(
                "event-" + requestId,
                AT.plus(after),
                "ec2.amazonaws.com",
                "StopInstances",
                "us-east-1",
                CALLER,
                requestId,
                STOPPED,
                null,
                "");
    }

    static TrailEvent event(String requestId, String caller, String parameters, @Nullable String error) {
        return new TrailEvent(
                "event-" + requestId,
                AT.plusSeconds(2),
                "ec2.amazonaws.com",
                "StopInstances",
                "us-east-1",
                caller,
                requestId,
                parameters,
                error,
                error == null ? "" : "because");
    }
}
