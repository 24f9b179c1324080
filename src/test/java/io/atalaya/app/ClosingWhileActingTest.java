package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Standing;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that ends while an act of it goes on. */
class ClosingWhileActingTest extends ActingUiTest {
    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme()));
        begin();
    }

    @AfterEach
    void close() throws Exception {
        end();
    }

    /** A disk that hangs holds up whoever writes, never the screen: here another program has the journal locked. */
    @Test
    void closingTheWindowDoesNotWaitForTheJournal() throws Exception {
        var acting = console().scope.acting();
        var stop = new StopInstance(running().id());
        acting.arming().arm(Arming.USUAL);
        var act = acting.runner().run(stop, acting.runner().preflight(stop), List.of(), null);
        assertThat(console().when(it -> it.standing().phase() == Standing.Phase.WATCHING, 20))
                .isTrue();
        var gate = acting.journal().resolveSibling(acting.journal().getFileName() + ".lock");
        try (var channel = FileChannel.open(gate, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            doOnFx(console().scope::close);
            assertThat(held.isValid()).isTrue();
            assertThat(act.ended()).as("it waits for the journal").isFalse();
        }
        assertThat(console().ended().standing().verdict()).isEqualTo(JournalEntry.Verdict.ACCEPTED);
        assertThat(JournalCheck.of(acting.journal()).open()).isEmpty();
    }
}
