package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Engine;
import io.atalaya.operate.run.Guard;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.Sender;
import io.atalaya.operate.run.Sight;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A desk over a deployment and a clock that a test sets; what it sends is kept. */
public final class Desks {
    public final List<AwsRequest> sent = new ArrayList<>();
    public final Arming arming;
    public final OperationRunner runner;
    private final ProtectionMemory protection;

    public Desks(Contexts world, Path journal, LayoutMemory memory) {
        arming = new Arming(() -> world.now.get());
        protection = new ProtectionMemory(memory);
        runner = new OperationRunner(
                new Actor("checkop-prod", "111122223333", "us-east-1", null, "arn:aws:iam::111122223333:user/maria"),
                (request, permit) -> {
                    sent.add(request);
                    return new Sender.Sent(List.of("req-" + sent.size()), null, false, true);
                },
                new Journal(journal),
                new Guard(arming, protection::get),
                new Sight() {
                    @Override
                    public Deployment current() {
                        return world.deployment.get();
                    }

                    @Override
                    public void askNow(Set<Part<?>> parts) {
                        world.asked.add(parts);
                    }
                },
                new Engine(() -> world.now.get(), Runnable::run, (delay, task) -> () -> {}));
    }

    public ActingDesk desk(Contexts world, Texts texts) {
        return new ActingDesk(
                new ActingDesk.Ports(
                        runner,
                        arming,
                        "checkop-prod · 111122223333 · us-east-1 · AWS",
                        "checkop-prod",
                        protection,
                        request -> CliCommand.of(request, "us-east-1", null)),
                world.context(texts),
                Runnable::run,
                Runnable::run);
    }
}
