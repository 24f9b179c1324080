package io.atalaya.ui.evidence;

import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The capsule that is being made over a connection, one at a time, and what came of it. On the screen's thread. */
public final class CaptureModel {
    /** Makes a capsule; blocks. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @throws EvidenceException when there is none, and why
         * @throws CancellationException when the steps said so
         */
        Captured make(CaptureAsk ask, CaptureSteps steps) throws IOException, InterruptedException;
    }

    /** How far it is. */
    public sealed interface Standing {
        /** Nothing was wanted, or what came of it was put away. */
        record Idle() implements Standing {}

        record Running(CaptureAsk ask, CaptureSteps.Step step, int done, int of, boolean stopping)
                implements Standing {}

        record Made(CaptureAsk ask, Captured captured) implements Standing {}

        /** There is no capsule. */
        record Failed(CaptureAsk ask, Exception why) implements Standing {
            /** Whether somebody must type what opens the key. */
            boolean locked() {
                return why instanceof EvidenceException known
                        && (known.reason() == Reason.PASSPHRASE_NEEDED || known.reason() == Reason.PASSPHRASE_WRONG);
            }
        }

        /** A person thought better of it. */
        record CalledOff(CaptureAsk ask) implements Standing {}
    }

    private final Maker maker;
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", new Standing.Idle());
    private @Nullable AtomicBoolean stop;

    public CaptureModel(Maker maker, Executor background, Executor screen) {
        this.maker = maker;
        this.background = background;
        this.screen = screen;
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public Standing standing() {
        return standing.get();
    }

    /** Begins; false when another one is under way. */
    public boolean begin(CaptureAsk ask) {
        if (standing.get() instanceof Standing.Running) {
            return false;
        }
        var stopped = new AtomicBoolean();
        stop = stopped;
        standing.set(new Standing.Running(
                ask, CaptureSteps.Step.READING, 0, ask.recipe().lists().size(), false));
        try {
            background.execute(() -> make(ask, stopped));
        } catch (RejectedExecutionException closing) {
            standing.set(new Standing.CalledOff(ask));
        }
        return true;
    }

    private void make(CaptureAsk ask, AtomicBoolean stopped) {
        Standing end;
        try {
            end = new Standing.Made(ask, maker.make(ask, (step, done, of) -> at(ask, stopped, step, done, of)));
        } catch (CancellationException wanted) {
            end = new Standing.CalledOff(ask);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            end = new Standing.CalledOff(ask);
        } catch (IOException | RuntimeException why) {
            end = new Standing.Failed(ask, why);
        }
        var came = end;
        screen.execute(() -> standing.set(came));
    }

    private void at(CaptureAsk ask, AtomicBoolean stopped, CaptureSteps.Step step, int done, int of) {
        if (stopped.get()) {
            throw new CancellationException();
        }
        screen.execute(() -> {
            if (standing.get() instanceof Standing.Running) {
                standing.set(new Standing.Running(ask, step, done, of, stopped.get()));
            }
        });
    }

    /** Ends what is under way, unless it is being sealed already. Leaves no file. */
    public void cancel() {
        if (stop != null && standing.get() instanceof Standing.Running it) {
            stop.set(true);
            standing.set(new Standing.Running(it.ask(), it.step(), it.done(), it.of(), true));
        }
    }

    /** Makes the one that failed for want of a passphrase. */
    void unlock(char[] passphrase) {
        if (standing.get() instanceof Standing.Failed it) {
            begin(it.ask().with(passphrase));
        }
    }

    /** Puts away what came of the last one. */
    void dismiss() {
        if (!(standing.get() instanceof Standing.Running)) {
            standing.set(new Standing.Idle());
        }
    }
}
