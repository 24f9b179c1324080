package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.operations.AwsSender;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Engine;
import io.atalaya.operate.run.Guard;
import io.atalaya.operate.run.OperationRunner;
import io.atalaya.operate.run.Protection;
import io.atalaya.operate.run.Refusal;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Sight;
import io.atalaya.practice.Drill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A person at the console: what the desk tells, and acts through the console's own runner, gate and journal on the sandbox. */
final class Operator implements AutoCloseable {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped();

    static final ConfirmModel.Threads AT_ONCE = new ConfirmModel.Threads(Runnable::run, Runnable::run);

    final Drill drill;
    final OperationRunner runner;

    Operator(String deployment, Path folder) {
        drill = new Drill(deployment, true).looking();
        var arming = new Arming(drill.time);
        arming.arm(Arming.LONGEST);
        runner = new OperationRunner(
                new Actor(
                        deployment,
                        drill.sandbox.world().account().id(),
                        drill.sandbox.region(),
                        "sandbox " + deployment,
                        "arn:aws:iam::111122223333:user/maria"),
                new AwsSender(drill.aws(), new AwsProblems(drill.time, false)),
                new Journal(folder.resolve("journal")),
                new Guard(arming, () -> Protection.NONE),
                new Sight() {
                    @Override
                    public Deployment current() {
                        return drill.newest();
                    }

                    @Override
                    public void askNow(Set<Part<?>> parts) {
                        drill.askNow(parts);
                    }
                },
                new Engine(drill.time, Runnable::run, (delay, task) -> drill.time.after(delay, task)::cancel));
        drill.onSnapshot(runner::observe);
        pass(Duration.ofSeconds(150));
    }

    void pass(Duration time) {
        drill.time.advance(time);
    }

    List<Signal> signals() {
        var now = drill.time.instant();
        return AllSignals.of(drill.newest(), Board.of(drill.newest(), CATALOGUE, now), now)
                .all();
    }

    Set<String> keys() {
        return signals().stream().map(Signal::key).collect(Collectors.toSet());
    }

    Signal the(String kind, Set<String> before) {
        return signals().stream()
                .filter(each -> each.kind().equals(kind) && !before.contains(each.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is not among " + signals()));
    }

    /** The sheet of an act that the console offers on a resource, filled in, with what it rests on read. */
    ConfirmModel sheet(ResourceRef on, String act, Map<String, String> fields) {
        return sheet(offers(on, act).getFirst(), fields);
    }

    private List<ActOffer> offers(ResourceRef on, String act) {
        var offers = ActsFor.of(on, drill.newest()).stream()
                .filter(each -> each.key().equals("operate.act." + act))
                .toList();
        assertThat(offers).as(act + " on " + on).isNotEmpty();
        return offers;
    }

    /** Does it everywhere it is offered for the resource: a target is withdrawn from several groups. */
    void does(ResourceRef on, String act, Map<String, String> fields) {
        offers(on, act).forEach(each -> press(sheet(each, fields)));
        assertThat(runner.acts()).allMatch(each -> each.standing().problem() == null);
    }

    /** What became of everything that was done, however long that takes. */
    Set<Verdict> verdicts() {
        for (int minute = 0; minute < 20 && runner.acts().stream().anyMatch(each -> !each.ended()); minute++) {
            pass(Duration.ofMinutes(1));
        }
        return runner.acts().stream()
                .map(each -> Objects.requireNonNull(each.standing().verdict(), () -> "still open: " + each.operation()))
                .collect(Collectors.toSet());
    }

    private ConfirmModel sheet(ActOffer offer, Map<String, String> fields) {
        var model = new ConfirmModel(offer, runner, AT_ONCE);
        var values = model.values();
        for (var field : fields.entrySet()) {
            var typed = field.getValue();
            values = values.with(
                    field.getKey(), values.get(field.getKey()) instanceof Boolean ? Boolean.valueOf(typed) : typed);
        }
        model.fill(values);
        drill.time.settle();
        model.look();
        model.tick();
        return model;
    }

    /** Presses the button of a sheet, a second time where something changed while it was read. */
    RunningAct press(ConfirmModel model) {
        assertThat(model.operation())
                .as("a rule is broken: " + model.shown().get())
                .isNotNull();
        var name = model.shown().get().nameToType();
        var refusals = new ArrayList<Refusal>();
        model.press(name, shown -> List.of(), it -> it.ifPresent(refusals::add));
        if (refusals.equals(List.of(Refusal.CHANGED))) {
            refusals.clear();
            model.tick();
            model.press(name, shown -> List.of(), it -> it.ifPresent(refusals::add));
        }
        assertThat(refusals).as(model.shown().get().toString()).isEmpty();
        return runner.acts().getFirst();
    }

    @Override
    public void close() {
        runner.close();
        drill.close();
    }
}
