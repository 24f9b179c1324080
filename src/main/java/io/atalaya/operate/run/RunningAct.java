package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** An act that was confirmed, from then until its verdict and after. May be asked on any thread. */
public final class RunningAct {
    private final String id;
    private final Operation operation;
    private final Instant startedAt;
    private final Deployment before;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Standing standing = Standing.of(Standing.Phase.WRITING);

    RunningAct(String id, Operation operation, Instant startedAt, Deployment before) {
        this.id = id;
        this.operation = operation;
        this.startedAt = startedAt;
        this.before = before;
    }

    /** Of its lines in the journal. */
    public String id() {
        return id;
    }

    public Operation operation() {
        return operation;
    }

    /** When it was confirmed. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Where it stands now. */
    public Standing standing() {
        return standing;
    }

    public boolean ended() {
        return standing().phase() == Standing.Phase.ENDED;
    }

    /** What takes it back, once AWS has accepted it; empty where nothing does. */
    public Optional<Operation> undo() {
        var verdict = standing().verdict();
        return verdict == Verdict.DONE || verdict == Verdict.ACCEPTED ? operation.undo(before) : Optional.empty();
    }

    /** The deployment as it was when the act was confirmed. */
    Deployment before() {
        return before;
    }

    /** Goes on; a verdict is the end, whoever has seen something meanwhile. */
    void advance(UnaryOperator<Standing> step) {
        turn.lock();
        try {
            if (!ended()) {
                standing = step.apply(standing);
            }
        } finally {
            turn.unlock();
        }
    }
}
