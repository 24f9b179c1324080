package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Refusal;
import io.atalaya.sandbox.world.checkop.Ids;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.LayoutMemory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts of the perimeter are judged beside the screen: what waits there has not been told, and nothing can be confirmed on it. */
class ConfirmBesideTheScreenTest {
    @TempDir
    private Path folder;

    private final Contexts world = new Contexts();
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private final List<Optional<Refusal>> told = new ArrayList<>();
    private Desks desks;

    @BeforeEach
    void checkop() throws Exception {
        world.deployment.set(SandboxDeployment.calm("checkop", Contexts.NOW));
        desks = new Desks(world, folder.resolve("j"), new LayoutMemory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, String value) {}
        });
        desks.arming.arm(Arming.LONGEST);
    }

    private ConfirmModel sheet() {
        var offer = ActsFor.of(group().ref(), world.deployment.get()).stream()
                .filter(it -> it.key().endsWith(".AuthorizeSecurityGroupIngress"))
                .findFirst()
                .orElseThrow();
        return new ConfirmModel(offer, desks.runner, new ConfirmModel.Threads(beside::add, Runnable::run));
    }

    private SecurityGroup group() {
        return world.deployment.get().items(Parts.SECURITY_GROUPS).stream()
                .filter(each -> each.id().equals(Ids.SG_APP))
                .findFirst()
                .orElseThrow();
    }

    private void type(ConfirmModel model, String port, String peer) {
        model.fill(model.values().with("fromPort", port).with("toPort", port).with("peer", peer));
    }

    private void work() {
        for (var task = beside.poll(); task != null; task = beside.poll()) {
            task.run();
        }
    }

    private static List<String> said(ConfirmModel model) {
        return Objects.requireNonNull(model.shown().get().preflight()).consequences().stream()
                .map(each -> each.key() + " " + each.arguments())
                .toList();
    }

    @Test
    void nothingIsConfirmedBeforeTheAnswerForTheTextInTheFieldIsThere() {
        var model = sheet();
        type(model, "22", "0.0.0.0/0");
        assertThat(model.shown().get().looking()).isTrue();
        assertThat(model.shown().get().ready("")).isFalse();
        work();
        assertThat(model.shown().get().looking()).isFalse();
        assertThat(model.shown().get().ready("")).isTrue();
        assertThat(said(model)).anyMatch(each -> each.contains("worldOpens") && each.contains("TCP 22"));
    }

    @Test
    void anAnswerForWhatStoodThereBeforeIsDropped() {
        var model = sheet();
        type(model, "22", "0.0.0.0/0");
        type(model, "2222", "0.0.0.0/0");
        type(model, "3389", "0.0.0.0/0");
        assertThat(beside).as("one at a time").hasSize(1);
        work();
        assertThat(model.shown().get().looking())
                .as("22 was judged, 3389 stands there")
                .isTrue();
        model.tick();
        work();
        assertThat(said(model))
                .anyMatch(each -> each.contains("TCP 3389"))
                .noneMatch(each -> each.contains("TCP 22 ") || each.contains("TCP 2222"));
    }

    @Test
    void whatIsKnownStaysWhileANewerSnapshotIsLookedAtAndIsNotConfirmedIfItIsWorse() {
        var model = sheet();
        type(model, "22", "10.20.0.0/16");
        work();
        assertThat(model.shown().get().ready("")).isTrue();
        // somebody else adds the very rule
        world.deployment.set(Changes.apply(
                world.deployment.get(),
                new Change.AddRule(
                        Ids.SG_APP, new SecurityRule(true, "tcp", 22, 22, "10.20.0.0/16", null, null, null))));
        model.look();
        model.tick();
        assertThat(model.shown().get().ready("")).isTrue();
        model.press("", it -> List.of(), told::add);
        assertThat(model.pressing()).isTrue();
        assertThat(told).isEmpty();
        assertThat(desks.sent).isEmpty();
        work();
        assertThat(model.pressing()).isFalse();
        assertThat(told).as("the rule is there already").containsExactly(Optional.of(Refusal.NOT_ALLOWED));
        assertThat(desks.sent).isEmpty();
    }

    @Test
    void theLastLookIsBesideTheScreenToo() {
        var model = sheet();
        type(model, "22", "10.20.0.0/16");
        work();
        model.press("", it -> List.of(), told::add);
        assertThat(desks.sent).isEmpty();
        work();
        assertThat(told).containsExactly(Optional.empty());
        assertThat(desks.sent).hasSize(1);
    }

    /** Whoever closes the sheet while it looks once more has changed their mind. */
    @Test
    void whatIsLeftDuringTheLastLookIsNotSent() {
        var model = sheet();
        type(model, "22", "10.20.0.0/16");
        work();
        model.press("", it -> List.of(), told::add);
        model.leave();
        work();
        assertThat(desks.sent).isEmpty();
        assertThat(told).as("another sheet may be open").isEmpty();
    }
}
