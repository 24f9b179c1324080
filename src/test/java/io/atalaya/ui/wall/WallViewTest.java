package io.atalaya.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.noc.items.Board;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.noc.MemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WallViewTest extends UiTest {
    private static final List<String> BUNDLES = List.of(
            "io.atalaya.ui.common.common",
            "io.atalaya.ui.overview.overview",
            "io.atalaya.noc.noc",
            "io.atalaya.ui.noc.noc",
            "io.atalaya.ui.wall.wall");

    private final Contexts world = new Contexts();
    private final MemoryDesk desk = new MemoryDesk("m.rojas", world.now::get);
    private final ObjectProperty<@Nullable Board> board = new SimpleObjectProperty<>();
    private @Nullable Instant credentialsEnd = Contexts.NOW.plus(Duration.ofMinutes(47));

    private WallHealth health() {
        return new WallHealth(
                "CheckOP",
                "111122223333 us-east-1",
                false,
                new CredentialState(credentialsEnd, Renewal.PERSON),
                3.1,
                0.06);
    }

    private WallController open(Locale locale, Deployment deployment) throws Exception {
        return onFx(() -> {
            world.deployment.set(deployment);
            board.set(Board.of(deployment, CatalogueFile.shipped(), Contexts.NOW));
            var context = world.context(new Texts(locale, BUNDLES));
            var wall = new WallController(context, new WallPorts(board, desk, this::health));
            wall.activate();
            return wall;
        });
    }

    private static Signal trouble(int number, Severity severity) {
        return trouble(number, severity, "AUTOChOp 1d");
    }

    private static Signal trouble(int number, Severity severity, String where) {
        var since = Contexts.NOW.minus(Duration.ofMinutes(number + 2));
        return new Signal(
                "k" + number,
                "ALARM",
                severity,
                Words.verbatim("Trouble " + number),
                null,
                where,
                "alarms",
                null,
                since,
                since,
                true);
    }

    private String text(String id) throws Exception {
        return onFx(() -> ((Label) robot.lookup(id).query()).getText());
    }

    @Test
    void pictures() throws Exception {
        doOnFx(() -> desk.look(Signals.of(
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                trouble(i, i < 2 ? Severity.CRITICAL : i < 5 ? Severity.WARNING : Severity.UNKNOWN))
                        .toList(),
                Set.of("alarms"))));
        doOnFx(() -> desk.say(new Keeping(
                new Keeping.Kept(Contexts.NOW, List.of()),
                new Keeping.Shared("/mnt/team", Contexts.NOW, null, null, List.of()))));
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        picture("wall-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        show(open(Locale.of("es"), CheckopSample.degraded()).root(), 1000, 700);
        picture("wall-light-es-small");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        credentialsEnd = Contexts.NOW;
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        picture("wall-not-watching");
    }

    @Test
    void saysLoudlyThatTheCredentialsEnded() throws Exception {
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(robot.lookup("#wall-not-watching").query().isVisible()).isFalse();
        credentialsEnd = Contexts.NOW.plusSeconds(1);
        doOnFx(() -> world.now.set(Contexts.NOW.plusSeconds(1)));
        settle();
        assertThat(robot.lookup("#wall-not-watching").query().isVisible()).isTrue();
        assertThat(onFx(() -> robot.lookup("#wall-not-watching").query().lookup(".wall-loud") instanceof Label label
                        ? label.getText()
                        : ""))
                .isEqualTo("NOT WATCHING");
        assertThat(onFx(() -> robot.lookup("#wall").query().getAccessibleText()))
                .startsWith("NOT WATCHING");
    }

    /** Nobody answers any more: whatever was green is not green. */
    @Test
    void saysLoudlyThatNobodyAnswersAndThatItIsOverOnceSomebodyDoes() throws Exception {
        credentialsEnd = null;
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(robot.lookup("#wall-not-watching").query().isVisible()).isFalse();
        doOnFx(() -> world.now.set(Contexts.NOW.plus(Duration.ofMinutes(40))));
        settle();
        assertThat(robot.lookup("#wall-not-watching").query().isVisible()).isTrue();
        doOnFx(() -> world.now.set(Contexts.NOW));
        settle();
        assertThat(robot.lookup("#wall-not-watching").query().isVisible()).isFalse();
    }

    @Test
    void startsWithoutAnAlarm() throws Exception {
        show(open(Locale.ENGLISH, Deployment.empty("us-east-1", null)).root(), 1440, 900);
        assertThat(onFx(() -> robot.lookup(".wall-loud").<Label>query().getText()))
                .isEqualTo("STARTING");
    }

    /** A desk that never looked has not found that nothing is wrong. */
    @Test
    void saysThatNothingIsOnTheDeskOnlyOfADeskThatLooks() throws Exception {
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(text("#wall-nothing")).isEqualTo("The alarm desk has not looked yet");
        doOnFx(() -> {
            desk.look(Signals.of(List.of(), Set.of("alarms")));
            world.now.set(Contexts.NOW.plusSeconds(1));
        });
        assertThat(text("#wall-nothing")).isEqualTo("Nothing on the alarm desk");
        doOnFx(() -> world.now.set(Contexts.NOW.plus(Board.MADE_AGAIN_WITHIN).plusSeconds(1)));
        assertThat(text("#wall-nothing")).isEqualTo("The alarm desk last looked 14:03:39");
    }

    /** Targets and instances answer, and databases were denied from the first moment on. */
    @Test
    void namesWhatWasNeverAnswered() throws Exception {
        var all = CheckopSample.degraded()
                .with(Parts.NOC_SERIES, Observed.of(Listing.complete(List.of()), Contexts.NOW, Duration.ofSeconds(60)));
        show(open(Locale.ENGLISH, all).root(), 1440, 900);
        var before = text("#wall-data");
        var denied = new Problem(
                Problem.Kind.DENIED, "rds:DescribeDBInstances", "AccessDenied", "no", "r", null, Contexts.NOW);
        show(
                open(
                                Locale.ENGLISH,
                                all.with(
                                        Parts.DATABASES,
                                        Observed.<Listing<Database>>never(Duration.ofSeconds(30))
                                                .failed(denied, Contexts.NOW)))
                        .root(),
                1440,
                900);
        assertThat(before).doesNotContain("RDS");
        assertThat(text("#wall-data")).contains("RDS instances never answered");
    }

    /** What has a name is called by it; an id, which nobody reads at four metres, takes no room from the words. */
    @Test
    void keepsIdsOffTheQueue() throws Exception {
        var where = List.of(
                "sg-08f2d6b4a3c1e5790",
                "targetgroup/ChOp-files/1a7c5e93b2d4f680 app/Progresus-ELB/5f0c2d7e9b1a4836",
                "6e1f0a52-12ab-4c1d-9f00-000000000001",
                "AUTOChOp us-east-1d");
        doOnFx(() -> desk.look(Signals.of(
                IntStream.range(0, where.size())
                        .mapToObj(i -> trouble(i, Severity.WARNING, where.get(i)))
                        .toList(),
                Set.of("alarms"))));
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(onFx(() -> robot.lookup("#wall-queue .wall-title").queryAll().stream()
                        .map(it -> ((Label) it).getText())
                        .toList()))
                .containsExactlyInAnyOrder("Trouble 0", "Trouble 1", "Trouble 2", "AUTOChOp us-east-1d: Trouble 3");
    }

    @Test
    void saysInItsFootWhetherTheDeskIsKeptAndShared() throws Exception {
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(robot.lookup("#wall-keeping").query().isVisible()).isFalse();
        var since = Contexts.NOW.minusSeconds(60);
        doOnFx(() -> {
            desk.say(new Keeping(
                    new Keeping.Kept(since, List.of()),
                    new Keeping.Shared("/mnt/team", null, "not there", since, List.of())));
            world.now.set(Contexts.NOW.plusSeconds(1));
        });
        assertThat(text("#wall-keeping")).isEqualTo("Desk not shared");
        picture("wall-not-shared");
    }

    @Test
    void followsTheClockInTwoZones() throws Exception {
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        assertThat(text("#wall-time")).isEqualTo("14:03:39");
        assertThat(text("#wall-utc")).isEqualTo("19:03 UTC");
        doOnFx(() -> world.now.set(Contexts.NOW.plusSeconds(1)));
        assertThat(text("#wall-time")).isEqualTo("14:03:40");
    }

    /** Four metres away, at 1440 x 900, nothing may be smaller than 20 px. */
    @Test
    void nothingIsTooSmallToRead() throws Exception {
        doOnFx(() -> desk.look(Signals.of(List.of(trouble(1, Severity.WARNING)), Set.of("alarms"))));
        show(open(Locale.ENGLISH, CheckopSample.degraded()).root(), 1440, 900);
        var small = onFx(() -> robot.lookup("#wall").query().lookupAll(".label").stream()
                .filter(it -> it instanceof Labeled label
                        && label.isVisible()
                        && !label.getText().isEmpty())
                .flatMap(it -> it.lookupAll(".text").stream())
                .filter(it -> it instanceof Text text && text.getFont().getSize() < 19.5)
                .map(it -> ((Text) it).getText())
                .toList());
        assertThat(small).isEmpty();
    }

    @Test
    void watchesWhileItIsOnScreenAndNoLonger() throws Exception {
        var wall = open(Locale.ENGLISH, CheckopSample.degraded());
        assertThat(world.watched).hasSize(1);
        doOnFx(wall::deactivate);
        assertThat(world.watched).isEmpty();
    }
}
