package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.operate.act.Settling;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one resource until its state settles or patience ends. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** How a watch ended. */
    enum How {
        DONE,
        FAILED,
        /** Patience or the connection ended first. */
        OPEN
    }

    /** @param detail what was seen last, in AWS's words */
    record Ending(How how, String detail) {}

    private final Settling settling;
    private final Deployment before;
    private final Instant since;
    private final Consumer<String> seen;
    private final Consumer<Ending> listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile String detail = "";
    private volatile Runnable cancelAsking = () -> {};
    private volatile Runnable cancelPatience = () -> {};

    Watch(Settling settling, Deployment before, Instant since, Consumer<String> seen, Consumer<Ending> listener) {
        this.settling = settling;
        this.before = before;
        this.since = since;
        this.seen = seen;
        this.listener = listener;
    }

    boolean over() {
        return over.get();
    }

    void begin(Sight sight, Later later) {
        if (settling.parts().isEmpty()) { // there is nothing to see: AWS's answer was the end
            observe(before);
            giveUp();
            return;
        }
        cancelPatience = later.after(settling.patience(), this::giveUp);
        ask(sight, later, FIRST);
    }

    private void ask(Sight sight, Later later, Duration next) {
        if (!over.get()) {
            sight.askNow(settling.parts());
            cancelAsking = later.after(next, () -> ask(sight, later, AGAIN));
        }
    }

    void observe(Deployment now) {
        if (over.get()) {
            return;
        }
        var told = settling.parts().stream().allMatch(part -> askedSince(part, now));
        if (!told) {
            return;
        }
        Settling.Progress progress;
        try {
            progress = settling.look().at(before, now);
        } catch (RuntimeException fault) {
            LOG.error("a look at an act's state failed", fault);
            end(new Ending(How.OPEN, fault.toString()));
            return;
        }
        switch (progress.phase()) {
            case DONE -> end(new Ending(How.DONE, progress.detail()));
            case FAILED -> {
                // what is missing from an answer with holes may be in the holes
                if (settling.parts().stream()
                        .allMatch(part -> now.observed(part).problem() == null)) {
                    end(new Ending(How.FAILED, progress.detail()));
                }
            }
            case UNDER_WAY -> {
                if (!progress.detail().equals(detail)) {
                    detail = progress.detail();
                    seen.accept(detail);
                }
            }
        }
    }

    /** A whole answer, asked for after the request was accepted: an older one shows the state before the act. */
    private boolean askedSince(Part<?> part, Deployment now) {
        var observed = now.observed(part);
        var listing = observed.value();
        return observed.askedAt() != null && observed.askedAt().isAfter(since) && listing != null && listing.complete();
    }

    void giveUp() {
        end(new Ending(How.OPEN, detail));
    }

    private void end(Ending how) {
        if (over.compareAndSet(false, true)) {
            cancelAsking.run();
            cancelPatience.run();
            listener.accept(how);
        }
    }
}
