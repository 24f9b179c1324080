package io.atalaya.operate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    @TempDir
    Path folder;

    @Test
    void linesOfOthersAreNews() throws IOException {
        var file = folder.resolve("journal.jsonl");
        var reader = new JournalReader(file);
        assertThat(reader.news())
                .hasValueSatisfying(it -> assertThat(it.entries()).isEmpty());
        assertThat(reader.news()).isEmpty();
        new Journal(file).append(Entries.intent("1"));
        assertThat(reader.news())
                .hasValueSatisfying(it -> assertThat(it.entries()).containsExactly(Entries.intent("1")));
        assertThat(reader.news()).isEmpty();
        new Journal(file).append(Entries.outcome("1"));
        assertThat(reader.news()).hasValueSatisfying(it -> assertThat(it.open()).isEmpty());
        Files.delete(file);
        assertThat(reader.news())
                .hasValueSatisfying(it -> assertThat(it.entries()).isEmpty());
    }

    @Test
    void linesOfOlderProgramsAreRead() throws IOException {
        var file = folder.resolve("journal.jsonl");
        var body = "{\"previous\":\"" + JournalLine.BEGINNING + "\",\"number\":1,\"at\":\"2026-11-18T15:00:00Z\","
                + "\"kind\":\"INTENT\",\"operation\":\"1\",\"act\":\"StopInstance\",\"action\":\"ec2:StopInstances\","
                + "\"account\":\"111122223333\",\"region\":\"us-east-1\",\"caller\":\"\",\"resource\":\"i-1\",\"cli\":\"\","
                + "\"preflight\":[],\"detail\":\"\",\"requestIds\":[]";
        Files.writeString(file, body + ",\"hash\":\"" + JournalLine.sha256(body) + "\"}\n");
        new Journal(file).append(Entries.outcome("1"));
        var check = JournalCheck.of(file);
        assertThat(check.broken()).isNull();
        assertThat(check.entries()).hasSize(2);
        assertThat(check.entries().getFirst().arguments()).isEmpty();
        assertThat(check.entries().getFirst().process()).isEmpty();
    }
}
