package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Resource;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.preflight.PathMemory;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.preflight.Preflights;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the acts of one connection: judges beforehand, writes the intent down, sends it once, watches until it settles and
 * writes the outcome down. The one way out: nobody else makes a {@link Permit}. May be used on any thread; nothing here waits for
 * the disk or for AWS but what runs on {@link Engine#blocking}.
 */
public final class OperationRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final Actor actor;
    private final Sender sender;
    private final Guard guard;
    private final Sight sight;
    private final Engine engine;
    private final Ledger ledger;
    private final Lookout lookout;
    private final Settlement settlement;
    private final ActList acts = new ActList();
    private final PathMemory paths = new PathMemory();
    private volatile boolean closed;

    /** @param journal may be shared with the runners of other connections */
    public OperationRunner(Actor actor, Sender sender, Journal journal, Guard guard, Sight sight, Engine engine) {
        this.actor = actor;
        this.sender = sender;
        this.guard = guard;
        this.sight = sight;
        this.engine = engine;
        this.ledger = new Ledger(actor, journal, ConsoleProcess.own());
        this.lookout = new Lookout(sight, engine.later());
        this.settlement = new Settlement(ledger, lookout, engine);
    }

    /**
     * What an act would do to the deployment as it is known now. Of an act that {@link Preflights#followsPaths} it may take
     * seconds: not for the screen's thread.
     */
    public Preflight preflight(Operation operation) {
        return preflight(operation, sight.current());
    }

    private Preflight preflight(Operation operation, Deployment now) {
        var tags = now.index().find(operation.on()).map(Resource::tags).orElse(Map.of());
        return Preflights.of(
                operation,
                now,
                engine.clock().instant(),
                actor.isAws(),
                guard.protection().get().covers(actor.profile(), tags),
                paths);
    }

    /** Wants what a preflight could not know to be read now; returns at once. The next snapshots make it known. */
    public void askFor(Preflight shown) {
        var parts = Parts.all().stream()
                .filter(part -> shown.unknown().contains(part.id()))
                .<Part<?>>map(part -> part)
                .collect(Collectors.toUnmodifiableSet());
        if (!parts.isEmpty() && !closed) {
            sight.askNow(parts);
        }
    }

    /** What must be typed where a preflight asks for the resource's name. */
    public String nameToType(Operation operation) {
        return TypedName.of(operation, sight.current());
    }

    /**
     * Begins an act that a person has confirmed; returns at once.
     *
     * @param asShown the preflight that the person saw
     * @param shownTexts its sentences, for the journal
     * @param typedName what the person typed; null where nothing was asked
     * @throws ActRefusedException when it was not begun
     */
    public RunningAct run(Operation operation, Preflight asShown, List<String> shownTexts, @Nullable String typedName)
            throws ActRefusedException {
        return run(operation, asShown, shownTexts, typedName, () -> true);
    }

    /**
     * The same for a last look that takes its time.
     *
     * @param wanted whether the person still wants it when everything was looked at
     */
    public RunningAct run(
            Operation operation,
            Preflight asShown,
            List<String> shownTexts,
            @Nullable String typedName,
            BooleanSupplier wanted)
            throws ActRefusedException {
        var before = sight.current();
        var turn = permit(operation, asShown, preflight(operation, before), typedName, before);
        if (!wanted.getAsBoolean()) {
            throw new ActRefusedException(Refusal.CLOSED);
        }
        var act = new RunningAct(
                UUID.randomUUID().toString(), operation, engine.clock().instant(), before);
        if (!acts.add(act)) {
            throw new ActRefusedException(Refusal.ALREADY_RUNNING);
        }
        try {
            engine.blocking().execute(() -> carryOut(act, turn, List.copyOf(shownTexts)));
        } catch (RejectedExecutionException ending) {
            acts.remove(act);
            throw new ActRefusedException(Refusal.CLOSED);
        }
        return act;
    }

    /** Returns the turn of arming under which it is confirmed. */
    private long permit(
            Operation operation, Preflight asShown, Preflight fresh, @Nullable String typedName, Deployment now)
            throws ActRefusedException {
        if (closed) {
            throw new ActRefusedException(Refusal.CLOSED);
        }
        var turn = guard.arming().turn();
        if (turn.isEmpty()) {
            throw new ActRefusedException(Refusal.NOT_ARMED);
        }
        if (!fresh.allowed() || !asShown.allowed()) {
            throw new ActRefusedException(Refusal.NOT_ALLOWED);
        }
        if (!asShown.covers(fresh)) {
            throw new ActRefusedException(Refusal.CHANGED);
        }
        if (fresh.confirmation() == Confirmation.TYPE_NAME
                && !TypedName.of(operation, now).equals(typedName)) {
            throw new ActRefusedException(Refusal.NAME_NOT_TYPED);
        }
        return turn.getAsLong();
    }

    private void carryOut(RunningAct act, long turn, List<String> shownTexts) {
        JournalEntry intent;
        try {
            intent = ledger.intent(act, shownTexts, engine.clock().instant());
        } catch (IOException | RuntimeException e) {
            LOG.warn("not sent, because the journal cannot be written: {}", e.toString());
            show(act, new Standing(Standing.Phase.ENDED, "", Verdict.NOT_SENT, notWritten(e), List.of(), null));
            return;
        }
        show(act, Standing.of(Standing.Phase.SENDING));
        var left = engine.clock().instant();
        // somebody may have disarmed while the journal was waited for
        var sent = maySend(turn) ? send(act, turn) : new Sender.Sent(List.of(), calledOff(act), false, false);
        var standing = new Standing(Standing.Phase.WATCHING, "", null, sent.problem(), sent.requestIds(), null);
        show(act, standing);
        if (sent.problem() != null && !sent.maybeDone()) {
            var verdict = sent.answered() ? Verdict.REFUSED : Verdict.NOT_SENT;
            end(act, intent, left, verdict, sent.problem().message());
        } else if (closed) {
            end(act, intent, left, sent.maybeDone() ? Verdict.UNKNOWN : Verdict.ACCEPTED, "");
        } else {
            watch(act, intent, left, sent.maybeDone());
        }
    }

    private boolean maySend(long turn) {
        return !closed && guard.arming().turn().equals(OptionalLong.of(turn));
    }

    private Problem calledOff(RunningAct act) {
        var why = closed ? Refusal.CLOSED : Refusal.NOT_ARMED;
        return CalledOff.problem(
                act.operation().request().iamAction(), why, engine.clock().instant());
    }

    private Sender.Sent send(RunningAct act, long turn) {
        var request = act.operation().request();
        try {
            var sent = sender.send(request, new Permit(act.id(), () -> maySend(turn)));
            return isHeldBack(sent) && !maySend(turn)
                    ? new Sender.Sent(sent.requestIds(), calledOff(act), false, false)
                    : sent;
        } catch (RuntimeException fault) { // nobody knows how far it came
            LOG.error("a fault while sending {}", request.iamAction(), fault);
            var problem = new Problem(
                    Problem.Kind.FAULT,
                    request.iamAction(),
                    fault.getClass().getSimpleName(),
                    String.valueOf(fault.getMessage()),
                    null,
                    null,
                    engine.clock().instant());
            return new Sender.Sent(List.of(), problem, true, false);
        }
    }

    /** Whether it was stopped on its way out, by the gate or because its clients are closed. */
    private static boolean isHeldBack(Sender.Sent sent) {
        var problem = sent.problem();
        return problem != null
                && !sent.maybeDone()
                && !sent.answered()
                && (problem.kind() == Problem.Kind.VETOED || problem.kind() == Problem.Kind.CANCELLED);
    }

    private void watch(RunningAct act, JournalEntry intent, Instant left, boolean maybeDone) {
        var settling = act.operation().settling();
        if (maybeDone && !Telling.byLooking(act.operation())) {
            end(act, intent, left, Verdict.UNKNOWN, "");
            return;
        }
        lookout.watch(
                settling,
                act.before(),
                engine.clock().instant(),
                seen -> show(act, was -> was.seen(seen)),
                ending -> later(act, () -> end(act, intent, left, verdict(ending.how(), maybeDone), ending.detail())));
        if (closed) {
            lookout.close();
        }
    }

    private static Verdict verdict(Watch.How how, boolean maybeDone) {
        return switch (how) {
            case DONE -> Verdict.DONE;
            case FAILED -> maybeDone ? Verdict.UNKNOWN : Verdict.FAILED;
            case OPEN -> maybeDone ? Verdict.UNKNOWN : Verdict.ACCEPTED;
        };
    }

    /**
     * Writes down what somebody decided here. Blocks until it is on disk.
     *
     * @throws IOException when it is not
     */
    public void note(Decision decision) throws IOException {
        ledger.noted(decision, UUID.randomUUID().toString(), engine.clock().instant());
    }

    /** Where writing may block, which this thread may not: it can be the screen's. */
    private void later(RunningAct act, Runnable writing) {
        try {
            engine.blocking().execute(writing);
        } catch (RejectedExecutionException programEnds) {
            LOG.info("the outcome of {} is settled at the next start", act.id());
        }
    }

    private void end(RunningAct act, JournalEntry intent, Instant left, Verdict verdict, String detail) {
        var now = engine.clock().instant();
        var took = Duration.between(left, now);
        var was = act.standing();
        var problem = was.problem();
        try {
            ledger.close(
                    intent.closed(JournalEntry.Kind.OUTCOME, now, verdict, detail, was.requestIds(), took.toMillis()));
        } catch (IOException e) {
            LOG.warn("the outcome {} of {} is not in the journal: {}", verdict, act.id(), e.toString());
            problem = problem == null ? notWritten(e) : problem;
        }
        show(act, new Standing(Standing.Phase.ENDED, detail, verdict, problem, was.requestIds(), took));
    }

    private Problem notWritten(Exception why) {
        return new Problem(
                Problem.Kind.VETOED,
                ledger.file(),
                why.getClass().getSimpleName(),
                String.valueOf(why.getMessage()),
                null,
                null,
                engine.clock().instant());
    }

    private void show(RunningAct act, Standing standing) {
        show(act, was -> standing);
    }

    private void show(RunningAct act, UnaryOperator<Standing> step) {
        act.advance(step);
        acts.changed();
    }

    /** Told every new snapshot, on any thread; returns at once. */
    public void observe(Deployment now) {
        lookout.observe(now);
    }

    /** The acts of this connection since it began, newest first. */
    public List<RunningAct> acts() {
        return acts.all();
    }

    /**
     * Tells a listener of changes.
     *
     * @param listener told after every change of {@link #acts}, on any thread; must be quick
     * @return run it to be told no more
     */
    public Runnable onChange(Runnable listener) {
        return acts.onChange(listener);
    }

    /** What a crash left open, and how it was settled. */
    public Settlement settlement() {
        return settlement;
    }

    /**
     * Begins nothing more and stops watching; what AWS had accepted is written down as accepted, by {@link Engine#blocking},
     * which must go on until that is done. Returns at once.
     */
    @Override
    public void close() {
        closed = true;
        settlement.close();
        lookout.close();
    }
}
