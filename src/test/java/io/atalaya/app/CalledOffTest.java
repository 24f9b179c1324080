package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import io.atalaya.sandbox.world.checkop.Ids;
import io.atalaya.ui.acting.ActingDesk;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody presses the button, thinks again before the request has left, and arms for something else. */
class CalledOffTest extends ActingUiTest {
    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        begin();
    }

    @AfterEach
    void close() throws Exception {
        end();
    }

    @Test
    void itDoesNotLeaveAndTheNoticeSaysWhy() throws Exception {
        var journal = console().scope.acting().journal();
        Files.createDirectories(journal.toAbsolutePath().getParent());
        var gate = journal.resolveSibling(journal.getFileName() + ".lock");
        var before = console().test.sandbox().requests().mutating();
        try (var channel = FileChannel.open(gate, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) { // the request waits for its line in the journal
            arm();
            open(new ResourceRef(ResourceType.INSTANCE, Ids.BASE), "RebootInstance");
            robot.clickOn("#confirm-press");
            settle();
            doOnFx(() -> ((ActingDesk) console().desk()).arming().disarm());
            arm();
            assertThat(held.isValid()).isTrue();
        }
        var standing = console().ended().standing();
        settle();
        assertThat(standing.verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(notices()).contains("Called off: the deployment was read-only again before the request left.");
        assertThat(lastWritten().detail()).contains("read-only again");
        assertThat(console().test.sandbox().requests().mutating()).isEqualTo(before);
    }
}
