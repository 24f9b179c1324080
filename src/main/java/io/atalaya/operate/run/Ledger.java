package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.act.Operations;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes this connection's lines into the journal, and finds the ones that a crash left open. */
final class Ledger {
    private final Actor actor;
    private final Journal journal;
    private final String process;

    Ledger(Actor actor, Journal journal, String process) {
        this.actor = actor;
        this.journal = journal;
        this.process = process;
    }

    String file() {
        return journal.file().toString();
    }

    /**
     * Puts the intent on disk.
     *
     * @return what was written
     * @throws IOException when it is not on disk: then nothing may be sent
     */
    JournalEntry intent(RunningAct act, List<String> preflight, Instant at) throws IOException {
        var operation = act.operation();
        var request = operation.request();
        var entry = new JournalEntry(
                at,
                JournalEntry.Kind.INTENT,
                act.id(),
                operation.act(),
                request.iamAction(),
                actor.account(),
                actor.region(),
                actor.endpoint(),
                actor.caller(),
                operation.on().id(),
                CliCommand.of(request, actor.region(), actor.endpoint()),
                preflight,
                null,
                "",
                List.of(),
                null,
                Operations.write(operation),
                process);
        journal.append(entry);
        return entry;
    }

    /**
     * Puts on disk what somebody decided here, in one line.
     *
     * @throws IOException when it is not on disk
     */
    void noted(Decision decision, String id, Instant at) throws IOException {
        journal.append(new JournalEntry(
                at,
                JournalEntry.Kind.NOTED,
                id,
                decision.act(),
                "",
                actor.account(),
                actor.region(),
                actor.endpoint(),
                actor.caller(),
                decision.resource(),
                "",
                decision.said(),
                JournalEntry.Verdict.DONE,
                decision.detail(),
                List.of(),
                null,
                "",
                process));
    }

    /**
     * Puts the end of an act on disk; tries twice, because an interrupt closes the file under the writer.
     *
     * @throws IOException when it is not: the next start finds the intent open and looks
     */
    void close(JournalEntry end) throws IOException {
        try {
            journal.append(end);
        } catch (IOException first) {
            journal.append(end);
        }
    }

    /** Intents of this deployment that nothing closed, and whose console does not run any more. */
    List<JournalEntry> abandoned() throws IOException {
        if (Files.notExists(journal.file())) {
            return List.of();
        }
        return JournalCheck.of(journal.file()).open().stream()
                .filter(this::ours)
                .filter(intent -> !ConsoleProcess.runs(intent.process()))
                .toList();
    }

    private boolean ours(JournalEntry entry) {
        return entry.account().equals(actor.account())
                && entry.region().equals(actor.region())
                && Objects.equals(entry.endpoint(), actor.endpoint());
    }

    /** The deployment of which nothing is known. */
    Deployment nothing() {
        return Deployment.empty(actor.region(), null);
    }
}
