package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Script;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who looks elsewhere is told once, of what is wanted; by a notify-send of this test. */
@DisabledOnOs(OS.WINDOWS)
class DeskNoticesTest {
    private static final Instant NOW = Script.MIDNIGHT;

    @TempDir
    private Path folder;

    private final Desk desk = new Desk("here");
    private final Set<Severity> wanted = EnumSet.of(Severity.CRITICAL, Severity.WARNING);
    private final List<Notice> inWindow = new ArrayList<>();
    private boolean watching;
    private DeskState state = DeskState.EMPTY;

    /** Writes each argument on a line of its own. */
    private DesktopNotifier recording(String last) throws IOException {
        script("for each in \"$@\"; do printf '%s\\n' \"$each\"; done >> '" + folder.resolve("told") + "'\n" + last);
        return NotifySend.of(Map.of("PATH", "relative:/nowhere:" + folder), "Linux", false);
    }

    private void script(String body) throws IOException {
        var file = Files.writeString(folder.resolve("notify-send"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> told() throws IOException {
        var file = folder.resolve("told");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private DeskNotices notices(DesktopNotifier desktop) {
        return new DeskNotices(new DeskNotices.Ports(
                () -> wanted,
                () -> watching,
                new NoticeWords(() -> Locale.ENGLISH, ZoneOffset.UTC, "checkop-prod", false),
                Runnable::run,
                Runnable::run,
                desktop,
                inWindow::add));
    }

    private DeskState wrong(Instant at, Signal... signals) {
        state = desk.look(state, Signals.of(List.of(signals), Set.of("alarms")), at)
                .state();
        return state;
    }

    private static Signal signal(String key, Severity severity) {
        return Script.signal(key, severity, NOW, null, true);
    }

    @Test
    void whatIsNewIsToldOnceAndWhatWasThereIsNot() throws IOException {
        var notices = notices(recording("exit 0"));
        notices.look(wrong(NOW, signal("old", Severity.CRITICAL)), NOW);
        assertThat(told()).isEmpty();
        for (int second = 1; second < 4; second++) {
            var at = NOW.plusSeconds(second);
            notices.look(wrong(at, signal("old", Severity.CRITICAL), signal("new", Severity.CRITICAL)), at);
        }
        assertThat(told())
                .hasSize(5)
                .startsWith("--app-name=Atalaya", "--urgency=critical", "--", "Atalaya · Critical · checkop-prod");
        assertThat(told().getLast()).contains("new");
        assertThat(inWindow).isEmpty();
    }

    @Test
    void whoLooksAtAWindowIsNotTold() throws IOException {
        var notices = notices(recording("exit 0"));
        notices.look(wrong(NOW), NOW);
        watching = true;
        notices.look(wrong(NOW, signal("new", Severity.CRITICAL)), NOW);
        watching = false;
        notices.look(wrong(NOW.plusSeconds(1), signal("new", Severity.CRITICAL)), NOW.plusSeconds(1));
        assertThat(told()).as("it was on screen when it came").isEmpty();
    }

    @Test
    void onlyOfTheSeveritiesThatAreSwitchedOn() throws IOException {
        var notices = notices(recording("exit 0"));
        wanted.remove(Severity.WARNING);
        notices.look(wrong(NOW), NOW);
        notices.look(wrong(NOW, signal("a", Severity.WARNING), signal("b", Severity.UNKNOWN)), NOW);
        assertThat(told()).isEmpty();
        wanted.add(Severity.UNKNOWN);
        notices.look(wrong(NOW, signal("c", Severity.UNKNOWN)), NOW);
        assertThat(told()).contains("--urgency=low");
    }

    @Test
    void whatFlapsIsToldOnceInFiveMinutesAndWhatComesBackFromRestAgain() throws IOException {
        var notices = notices(recording("exit 0"));
        notices.look(wrong(NOW), NOW);
        for (int second = 0; second < 200; second += 20) {
            var at = NOW.plusSeconds(second);
            notices.look(second % 40 == 0 ? wrong(at, signal("flaps", Severity.WARNING)) : wrong(at), at);
        }
        assertThat(Stream.of("--urgency=normal").mapToLong(word -> count(word)).sum())
                .isEqualTo(1);
        var later = NOW.plus(Duration.ofMinutes(6));
        notices.look(wrong(later, signal("flaps", Severity.WARNING)), later);
        var known = desk.act(state, new PersonAct.Snooze("flaps", "ana", later.plusSeconds(600)), later)
                .state();
        notices.look(known, later);
        var back = later.plusSeconds(601);
        notices.look(known, back);
        assertThat(count("--urgency=normal")).isGreaterThanOrEqualTo(2);
    }

    private long count(String word) {
        try {
            return told().stream().filter(word::equals).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aFloodIsOneNotice() throws IOException {
        var notices = notices(recording("exit 0"));
        notices.look(wrong(NOW), NOW);
        notices.look(
                wrong(
                        NOW,
                        Stream.of("a", "b", "c", "d", "e")
                                .map(each -> signal(each, Severity.WARNING))
                                .toArray(Signal[]::new)),
                NOW);
        assertThat(told()).filteredOn("--"::equals).hasSize(1);
        assertThat(told().getLast()).startsWith("5 new entries");
    }

    @Test
    void namesAreTextAndNoOptionAndNoMarkup() throws IOException {
        var shown = recording("exit 0")
                .show(new Notice(Severity.CRITICAL, "--help $(touch x) `id`", "<b>a</b> & \"b\"; rm -rf 'c'"));
        assertThat(shown).isTrue();
        assertThat(told()).endsWith("--", "--help $(touch x) `id`", "&lt;b&gt;a&lt;/b&gt; &amp; \"b\"; rm -rf 'c'");
        assertThat(Files.list(folder)).hasSize(2);
    }

    @Test
    void whereTheDesktopDoesNotTakeItTheWindowShowsIt() throws IOException {
        for (var desktop : List.of(recording("exit 1"), DesktopNotifier.NONE, gone(), hanging())) {
            inWindow.clear();
            state = DeskState.EMPTY;
            var notices = notices(desktop);
            notices.look(wrong(NOW), NOW);
            notices.look(wrong(NOW, signal("new", Severity.CRITICAL)), NOW);
            assertThat(inWindow).as(desktop.toString()).singleElement().satisfies(each -> assertThat(each.title())
                    .isEqualTo("Atalaya · Critical · checkop-prod"));
        }
    }

    private DesktopNotifier gone() {
        return new NotifySend(folder.resolve("gone"), Duration.ofSeconds(20));
    }

    /** A daemon that does not answer: the wait ends, and so does the process. */
    private DesktopNotifier hanging() throws IOException {
        var file = Files.writeString(folder.resolve("hangs"), "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new NotifySend(file, Duration.ofMillis(300));
    }

    @Test
    void elsewhereAndWithoutAScreenThereIsNone() throws IOException {
        script("exit 0");
        var path = Map.of("PATH", folder.toString());
        assertThat(NotifySend.of(path, "Linux", false)).isInstanceOf(NotifySend.class);
        assertThat(NotifySend.of(path, "Linux", true)).isSameAs(DesktopNotifier.NONE);
        assertThat(NotifySend.of(path, "Windows 11", false)).isSameAs(DesktopNotifier.NONE);
        assertThat(NotifySend.of(path, "Mac OS X", false)).isSameAs(DesktopNotifier.NONE);
        assertThat(NotifySend.of(Map.of(), "Linux", false)).isSameAs(DesktopNotifier.NONE);
    }
}
