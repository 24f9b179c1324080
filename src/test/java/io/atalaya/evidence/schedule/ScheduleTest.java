package io.atalaya.evidence.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed is what systemd and Windows take, whatever a name has in it. */
class ScheduleTest {
    private static final Pattern FILE = Pattern.compile("(?m)^# ~/.config/systemd/user/(\\S+)$");

    @TempDir
    Path folder;

    private static Job job(Schedule schedule) {
        var command =
                List.of("/bin/true", "--profile", "100% \"mine\" $HOME \\", "evidence", "--out", "/srv/evi dence");
        return new Job("soc2-a1.2", schedule, command, "/tmp");
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void systemdTakesTheUnits(Schedule schedule) throws IOException, InterruptedException {
        var text = SystemdUnits.of(job(schedule));
        var names = FILE.matcher(text).results().map(it -> it.group(1)).toList();
        assertThat(names).containsExactly("atalaya-evidence-soc2-a1.2.service", "atalaya-evidence-soc2-a1.2.timer");
        assertThat(text)
                .contains("OnCalendar=" + schedule.id())
                .contains("\"100%% \\\"mine\\\" $$HOME \\\\\" \"evidence\"");
        var parts = FILE.split(text);
        var files = List.of(folder.resolve(names.get(0)), folder.resolve(names.get(1)));
        Files.writeString(files.get(0), parts[1]);
        Files.writeString(files.get(1), parts[2]);
        Process verify;
        try {
            verify = new ProcessBuilder(
                            "systemd-analyze",
                            "verify",
                            "--man=no",
                            files.get(0).toString(),
                            files.get(1).toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException none) {
            assumeTrue(false, "SKIPPED: no systemd-analyze on this machine");
            return;
        }
        var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines().filter(it -> it.contains("atalaya-evidence")))
                .as(said)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void theTaskIsXmlThatSaysTheSame(Schedule schedule) throws Exception {
        var text = WindowsTask.of(job(schedule));
        var parsed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var task = "http://schemas.microsoft.com/windows/2004/02/mit/task";
        assertThat(parsed.getElementsByTagNameNS(task, "Command").item(0).getTextContent())
                .isEqualTo("/bin/true");
        assertThat(parsed.getElementsByTagNameNS(task, "Arguments").item(0).getTextContent())
                .isEqualTo("\"--profile\" \"100% \\\"mine\\\" $HOME \\\\\" \"evidence\" \"--out\" \"/srv/evi dence\"");
        assertThat(parsed.getElementsByTagNameNS(task, "Triggers").item(0).getTextContent())
                .contains("2026-01-05T02:00:00");
        var trigger = schedule == Schedule.HOURLY ? "TimeTrigger" : "CalendarTrigger";
        assertThat(parsed.getElementsByTagNameNS(task, trigger).getLength()).isEqualTo(1);
    }

    @Test
    void aNameIsOneThatEverySystemTakes() {
        var job = new Job("añil & co/..", Schedule.DAILY, List.of("x"), "/");
        assertThat(job.name()).matches("atalaya-evidence-[A-Za-z0-9.-]+");
    }
}
