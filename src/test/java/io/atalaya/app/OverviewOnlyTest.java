package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.ui.overview.OverviewModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is read but what is looked at: the overview is open, as it is all day, and no other view was. */
class OverviewOnlyTest extends ActingUiTest {
    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        var read = read(OverviewModel.MADE_OF);
        show(console().shell.root(), 1440, 900);
        doOnFx(() -> {
            console().shell.start();
            console().model.show("overview");
        });
        console().scope.start();
        assertThat(read.await(90, TimeUnit.SECONDS)).as("the overview is read").isTrue();
        settle();
    }

    @AfterEach
    void close() throws Exception {
        end();
    }

    private CountDownLatch read(Collection<? extends Part<?>> parts) {
        var read = new CountDownLatch(1);
        console().scope.onSnapshot(now -> {
            if (parts.stream().allMatch(part -> isRead(now, part))) {
                read.countDown();
            }
        });
        return read;
    }

    private static boolean isRead(Deployment now, Part<?> part) {
        return now.observed(part).attemptedAt() != null;
    }

    @Test
    void aMomentThatCannotBeRestoredIsBlockedThoughNobodyHadReadTheBackups() throws Exception {
        arm();
        var database = console().scope.current().items(Parts.DATABASES).stream()
                .filter(it -> it.latestRestorableAt() != null)
                .map(Database::id)
                .findFirst()
                .orElseThrow();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        settle();
        doOnFx(() -> console().shell.find("Restore to a point in time " + database));
        settle();
        robot.push(KeyCode.ENTER);
        settle();
        type("#act-id", "restored-1");
        assertThat(canPress()).as("the latest moment").isTrue();
        assertThat(isRead(console().scope.current(), Parts.DATABASE_BACKUPS)).isFalse();

        var backups = read(Set.of(Parts.DATABASE_BACKUPS));
        type("#act-moment", "2020-01-01 00:00:00");
        assertThat(backups.await(30, TimeUnit.SECONDS)).as("they are asked for").isTrue();
        settle();
        assertThat(onFx(() -> Read.of(robot.lookup("#confirm").query()))).contains("It can be restored from");
        assertThat(canPress()).isFalse();
    }

    private void type(String field, String text) throws Exception {
        doOnFx(() -> robot.lookup(field).<TextInputControl>query().setText(text));
        settle();
    }
}
