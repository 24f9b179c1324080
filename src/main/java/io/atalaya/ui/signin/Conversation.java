package io.atalaya.ui.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.SignInDialogue;
import io.atalaya.connect.SignInStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A sign-in's questions as state that a screen shows: the steps, which of them runs, what is asked. The sign-in's thread
 * waits in {@link #mfaCode}; the screen answers with {@link #answer}.
 */
public final class Conversation implements SignInDialogue {
    /** Nobody leaves a question on screen longer than this and still has a session behind it. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Executor screen;
    private final ObservableList<SignInStep> steps = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(this, "current", -1);
    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(this, "phase", new Phase.Idle());
    private final BlockingQueue<Optional<String>> answers = new ArrayBlockingQueue<>(1);

    public Conversation(Executor screen) {
        this.screen = screen;
    }

    /** Begins anew, on the screen's thread. */
    void reset() {
        answers.clear();
        steps.clear();
        current.set(-1);
        phase.set(new Phase.Working());
    }

    @Override
    public void planned(List<SignInStep> plan) {
        screen.execute(() -> steps.setAll(plan));
    }

    @Override
    public void began(int index) {
        screen.execute(() -> {
            current.set(index);
            if (phase.get().running()) {
                phase.set(new Phase.Working());
            }
        });
    }

    @Override
    public Optional<String> mfaCode(MfaQuestion question) throws InterruptedException {
        answers.clear();
        screen.execute(() -> phase.set(new Phase.Code(question)));
        var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        screen.execute(() -> {
            if (phase.get() instanceof Phase.Code) {
                phase.set(new Phase.Working());
            }
        });
        return answer == null ? Optional.empty() : answer;
    }

    @Override
    public void approveInBrowser(DeviceApproval approval) {
        screen.execute(() -> phase.set(new Phase.Browser(approval)));
    }

    /** The code a person typed. */
    public void answer(String code) {
        if (!answers.offer(Optional.of(code))) {
            throw new IllegalStateException("answered twice");
        }
        phase.set(new Phase.Working());
    }

    public ObservableList<SignInStep> steps() {
        return steps;
    }

    /** Index of the step that runs; -1 before the first. */
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase;
    }

    void setPhase(Phase wanted) {
        phase.set(wanted);
    }
}
