package io.atalaya.ui.acting;

import io.atalaya.operate.act.Operation;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.preflight.Preflights;
import io.atalaya.operate.run.ActRefusedException;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.Refusal;
import io.atalaya.ui.common.Preparation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An act on its way to being confirmed: what was filled in, what it would do, whether the button may be pressed. What takes longer
 * than a frame to judge is judged beside the screen: until the answer for the very text in the fields is there, nothing can be
 * confirmed. On the screen's thread.
 */
final class ConfirmModel {
    /**
     * Where acts are judged that take longer than a frame.
     *
     * @param background may refuse when its connection has been closed
     * @param screen the JavaFX thread
     */
    record Threads(Executor background, Executor screen) {}

    /** To be judged: what stood in the fields. */
    private record Wish(ActValues values, Drafted drafted, Operation operation) {}

    /** What came of it. */
    private record Judged(Wish wish, Preflight preflight, String nameToType) {}

    /**
     * @param drafted of what stands in the fields
     * @param preflight null while a rule is broken, and until that text was judged
     * @param nameToType empty where nothing must be typed
     */
    record Shown(Drafted drafted, @Nullable Preflight preflight, String nameToType) {
        /** Whether what it would do is being looked for. */
        boolean looking() {
            return drafted.operation() != null && preflight == null;
        }

        /** Whether a person who has typed this may press the button, arming aside. */
        boolean ready(String typed) {
            return preflight != null && preflight.allowed() && nameToType.equals(typed);
        }
    }

    private final ActOffer offer;
    private final ActOffer.Draft draft;
    private final OperationRunner runner;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final Threads threads;
    private final Preparation<Wish, Judged> judging;
    private ActValues values;
    /** What the last preflight could not know: what was asked for already is not asked for at each key and each snapshot. */
    private Set<String> unknown = Set.of();
    /** Whether it became worse since the person began to read, and nobody said so yet. */
    private boolean worse;

    private boolean pressing;
    private volatile boolean left;

    ConfirmModel(ActOffer offer, OperationRunner runner, Threads threads) {
        this.offer = offer;
        this.draft = offer.draft().get();
        this.runner = runner;
        this.threads = threads;
        this.values = ActValues.initial(draft.fields());
        this.shown = new ReadOnlyObjectWrapper<>(this, "shown", new Shown(Drafted.of(draft, values), null, ""));
        this.judging = new Preparation<>(
                threads.background(),
                threads.screen(),
                this::judge,
                this::show,
                wish -> !Preflights.followsPaths(wish.operation()));
        want();
    }

    /** What was never read, because nobody looked at it, or is past its time, is read while the person reads. */
    private void askForUnknown() {
        var preflight = shown.get().preflight();
        if (preflight != null) {
            var before = unknown;
            unknown = Set.copyOf(preflight.unknown());
            if (!before.containsAll(unknown)) {
                runner.askFor(preflight);
            }
        }
    }

    ActOffer offer() {
        return offer;
    }

    List<ActField> fields() {
        return draft.fields();
    }

    ActValues values() {
        return values;
    }

    /** What is to be seen now. */
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Something else stands in the fields. */
    void fill(ActValues filled) {
        values = filled;
        shown.set(new Shown(Drafted.of(draft, values), null, ""));
        want();
        worse = false;
    }

    /** The deployment may have changed. What is shown stays until the newer is known. */
    void look() {
        want();
    }

    /** A second has passed. */
    void tick() {
        judging.tick();
    }

    private void want() {
        var drafted = Drafted.of(draft, values);
        var operation = drafted.operation();
        if (operation == null) {
            shown.set(new Shown(drafted, null, ""));
        } else {
            judging.want(new Wish(values, drafted, operation));
        }
    }

    private Judged judge(Wish wish) {
        var preflight = runner.preflight(wish.operation());
        var name = preflight.confirmation() == Confirmation.TYPE_NAME ? runner.nameToType(wish.operation()) : "";
        return new Judged(wish, preflight, name);
    }

    private void show(Judged judged) {
        if (!judged.wish().values().equals(values)) {
            return; // somebody typed meanwhile: that is judged next
        }
        var before = shown.get().preflight();
        shown.set(new Shown(judged.wish().drafted(), judged.preflight(), judged.nameToType()));
        askForUnknown();
        worse |= before != null && !before.covers(judged.preflight());
    }

    /** The operation as it stands; null while a rule is broken. */
    @Nullable
    Operation operation() {
        return shown.get().drafted().operation();
    }

    /** The person has closed the sheet: what is still being looked at is not begun. */
    void leave() {
        left = true;
    }

    /** Whether a confirmed act is being looked at a last time. */
    boolean pressing() {
        return pressing;
    }

    /**
     * Begins the act, after a last look at what it would do.
     *
     * @param sentences what was on screen, for the journal
     * @param told why it was not begun; nothing when it was. Before this returns, unless the last look takes longer than a frame
     */
    void press(String typed, Function<Preflight, List<String>> sentences, Consumer<Optional<Refusal>> told) {
        if (worse) { // a sentence that came a moment before the click was not read
            worse = false;
            told.accept(Optional.of(Refusal.CHANGED));
            return;
        }
        var seen = shown.get();
        var preflight = Objects.requireNonNull(seen.preflight(), "the button cannot be pressed while a rule is broken");
        var operation = Objects.requireNonNull(seen.drafted().operation());
        var name = seen.nameToType().isEmpty() ? null : typed;
        var texts = sentences.apply(preflight);
        if (!Preflights.followsPaths(operation)) {
            pressed(run(operation, preflight, texts, name), told);
            return;
        }
        pressing = true;
        try {
            threads.background().execute(() -> {
                Optional<Refusal> refusal;
                try {
                    refusal = run(operation, preflight, texts, name);
                } catch (RuntimeException fault) {
                    threads.screen().execute(() -> {
                        pressed(Optional.of(Refusal.CHANGED), told);
                        throw fault; // to the one handler of program faults
                    });
                    return;
                }
                threads.screen().execute(() -> pressed(refusal, told));
            });
        } catch (RejectedExecutionException closed) {
            pressed(Optional.of(Refusal.CLOSED), told);
        }
    }

    private Optional<Refusal> run(Operation operation, Preflight preflight, List<String> texts, @Nullable String name) {
        try {
            runner.run(operation, preflight, texts, name, () -> !left);
            return Optional.empty();
        } catch (ActRefusedException e) {
            return Optional.of(e.refusal());
        }
    }

    private void pressed(Optional<Refusal> refusal, Consumer<Optional<Refusal>> told) {
        pressing = false;
        if (left) {
            return; // another sheet may be open by now
        }
        if (refusal.isPresent()) {
            look();
        }
        told.accept(refusal);
    }
}
