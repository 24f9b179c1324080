package io.atalaya.app;

import io.atalaya.aws.operations.AwsSender;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.Session;
import io.atalaya.deployment.Caller;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Engine;
import io.atalaya.operate.run.Guard;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Sight;
import io.atalaya.ui.acting.ProtectionMemory;
import io.atalaya.watch.RefreshLoop;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What acts on one connection: its arming, and the one runner of all of its windows. */
final class ScopeActing implements AutoCloseable {
    private final Arming arming;
    private final OperationRunner runner;
    private final ProtectionMemory protection;
    private final Actor actor;
    private final Path journal;

    ScopeActing(AwsSession session, Machinery machinery, ProtectionMemory protection, RefreshLoop loop) {
        this.protection = protection;
        this.arming = new Arming(machinery.clock());
        this.actor = actor(session);
        this.journal = machinery.journal().file();
        this.runner = new OperationRunner(
                actor,
                new AwsSender(session.clients(), session.problems()),
                machinery.journal(),
                new Guard(arming, protection::get),
                new Sight() {
                    @Override
                    public Deployment current() {
                        return loop.current();
                    }

                    @Override
                    public void askNow(Set<Part<?>> parts) {
                        loop.askNow(parts);
                    }
                },
                new Engine(
                        machinery.clock(),
                        machinery.acting(),
                        (delay, task) -> machinery.scheduler().after(delay, task)::cancel));
    }

    private static Actor actor(AwsSession session) {
        return new Actor(
                session.name(),
                session.caller().map(Caller::account).orElse(""),
                session.region(),
                endpoint(session),
                () -> session.nextCaller().map(Caller::arn).orElse(""));
    }

    /** A sandbox listens on another port at each start; its name is what stays. */
    private static @Nullable String endpoint(Session session) {
        if (session.request().sandbox() != null) {
            return "sandbox " + session.request().sandbox();
        }
        return session.isAws() ? null : String.valueOf(session.endpoint());
    }

    /** Settles what a crash left open. */
    void start() {
        runner.settlement().start();
    }

    void observe(Deployment now) {
        runner.observe(now);
    }

    Arming arming() {
        return arming;
    }

    OperationRunner runner() {
        return runner;
    }

    /** The operations that run now. */
    Set<String> underWay() {
        return runner.acts().stream()
                .filter(act -> !act.ended())
                .map(RunningAct::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** AWS's request ids of those. */
    Set<String> requestsUnderWay() {
        return runner.acts().stream()
                .filter(act -> !act.ended())
                .flatMap(act -> act.standing().requestIds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where what was done is written. */
    Path journal() {
        return journal;
    }

    Actor actor() {
        return actor;
    }

    /** What a person marked as protected. */
    ProtectionMemory protection() {
        return protection;
    }

    @Override
    public void close() {
        runner.close();
    }
}
