package io.atalaya.operate.journal;

import java.time.Instant;
import java.util.List;

/** Entries for tests. */
final class Entries {
    private static final Instant AT = Instant.parse("2026-11-18T15:00:00Z");

    private Entries() {}

    static JournalEntry intent(String operation) {
        return entry(operation, JournalEntry.Kind.INTENT, "");
    }

    static JournalEntry outcome(String operation) {
        return entry(operation, JournalEntry.Kind.OUTCOME, "stopped");
    }

    static JournalEntry entry(String operation, JournalEntry.Kind kind, String detail) {
        var over = kind != JournalEntry.Kind.INTENT;
        return new JournalEntry(
                AT,
                kind,
                operation,
                "StopInstances",
                "ec2:StopInstances",
                "111122223333",
                "us-east-1",
                null,
                "arn:aws:sts::111122223333:assumed-role/Operator/maria",
                "i-0f3d8a66b1e2c904",
                "aws ec2 stop-instances --instance-ids i-0f3d8a66b1e2c904 --region us-east-1",
                List.of("1 of 2 targets of ChOp-web stay healthy"),
                over ? JournalEntry.Verdict.DONE : null,
                detail,
                over ? List.of("a1b2") : List.of(),
                over ? Long.valueOf(1200) : null,
                "{\"instanceId\":\"i-0f3d8a66b1e2c904\"}",
                "4711@1763478000");
    }
}
