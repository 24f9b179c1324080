package io.atalaya.ui.acting;

import io.atalaya.operate.act.Operation;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.run.ActRefusedException;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** An act on its way to being confirmed: what was filled in, what it would do, whether the button may be pressed. */
final class ConfirmModel {
    /**
     * @param drafted of what stands in the fields
     * @param preflight null while a rule is broken
     * @param nameToType empty where nothing must be typed
     */
    record Shown(Drafted drafted, @Nullable Preflight preflight, String nameToType) {
        /** Whether a person who has typed this may press the button, arming aside. */
        boolean ready(String typed) {
            return preflight != null && preflight.allowed() && nameToType.equals(typed);
        }
    }

    private final ActOffer offer;
    private final ActOffer.Draft draft;
    private final OperationRunner runner;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private ActValues values;
    /** What the last preflight could not know: what was asked for already is not asked for at each key and each snapshot. */
    private Set<String> unknown = Set.of();
    /** Whether it became worse since the person began to read, and nobody said so yet. */
    private boolean worse;

    ConfirmModel(ActOffer offer, OperationRunner runner) {
        this.offer = offer;
        this.draft = offer.draft().get();
        this.runner = runner;
        this.values = ActValues.initial(draft.fields());
        this.shown = new ReadOnlyObjectWrapper<>(this, "shown", make());
        askForUnknown();
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
        shown.set(make());
        askForUnknown();
        worse = false;
    }

    /** The deployment may have changed. */
    void look() {
        var before = shown.get().preflight();
        shown.set(make());
        askForUnknown();
        var now = shown.get().preflight();
        worse |= before != null && now != null && !before.covers(now);
    }

    private Shown make() {
        var drafted = Drafted.of(draft, values);
        var operation = drafted.operation();
        if (operation == null) {
            return new Shown(drafted, null, "");
        }
        var preflight = runner.preflight(operation);
        var name = preflight.confirmation() == Confirmation.TYPE_NAME ? runner.nameToType(operation) : "";
        return new Shown(drafted, preflight, name);
    }

    /** The operation as it stands; null while a rule is broken. */
    @Nullable
    Operation operation() {
        return shown.get().drafted().operation();
    }

    /**
     * Begins the act.
     *
     * @param sentences what was on screen, for the journal
     * @return why it was not begun; null when it was
     */
    @Nullable
    Refusal press(String typed, Function<Preflight, List<String>> sentences) {
        if (worse) { // a sentence that came a moment before the click was not read
            worse = false;
            return Refusal.CHANGED;
        }
        var seen = shown.get();
        var preflight = Objects.requireNonNull(seen.preflight(), "the button cannot be pressed while a rule is broken");
        try {
            runner.run(
                    Objects.requireNonNull(seen.drafted().operation()),
                    preflight,
                    sentences.apply(preflight),
                    seen.nameToType().isEmpty() ? null : typed);
            return null;
        } catch (ActRefusedException e) {
            look();
            return e.refusal();
        }
    }
}
