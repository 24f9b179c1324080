package io.atalaya.ui.overview;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.DatabaseSettings;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.AttentionListTest;
import io.atalaya.deployment.overview.CalledOut;
import io.atalaya.deployment.overview.FindingKind;
import io.atalaya.deployment.overview.IncidentRulesTest;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Attention;
import io.atalaya.watch.Change;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewModelTest {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private final List<Change> seen = new ArrayList<>();
    private final OverviewModel model = new OverviewModel(texts(Locale.ENGLISH), BOGOTA, () -> seen);

    private static Texts texts(Locale locale) {
        return new Texts(locale, List.of("io.atalaya.ui.common.common", "io.atalaya.ui.overview.overview"));
    }

    private OverviewModel.Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    private AttentionRow row(FindingKind kind) {
        return shown().attention().stream()
                .filter(each -> each.finding().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysTheStateInOneLine() {
        model.apply(CheckopSample.degraded(), NOW);
        assertThat(shown().headline()).isEqualTo("degraded: requests are served, one zone is not");
        model.apply(CheckopSample.healthy(), NOW);
        assertThat(shown().headline()).isEqualTo("healthy: requests are served in every zone");
    }

    @Test
    void whatWasThereAtTheFirstLookIsOlderThanIt() {
        model.apply(CheckopSample.degraded(), NOW);
        assertThat(row(FindingKind.TARGET_UNHEALTHY).begun()).isEqualTo("before 14:03:39");
        model.tick(NOW.plusSeconds(41));
        assertThat(row(FindingKind.TARGET_UNHEALTHY).ago()).isEqualTo("≥ 41 s");
    }

    @Test
    void whatAppearsWhileWatchingIsExact() {
        model.apply(CheckopSample.healthy(), NOW);
        model.apply(CheckopSample.degraded(), NOW.plusSeconds(5));
        model.tick(NOW.plusSeconds(25));
        assertThat(row(FindingKind.TARGET_UNHEALTHY).begun()).isEqualTo("14:03:44");
        assertThat(row(FindingKind.TARGET_UNHEALTHY).ago()).isEqualTo("20 s");
    }

    @Test
    void whatEndsAndComesBackBeginsAnew() {
        model.apply(CheckopSample.degraded(), NOW);
        model.apply(CheckopSample.healthy(), NOW.plusSeconds(5));
        model.apply(CheckopSample.degraded(), NOW.plusSeconds(10));
        assertThat(row(FindingKind.TARGET_UNHEALTHY).begun()).isEqualTo("14:03:49");
    }

    @Test
    void newestFirstAndNotesLast() {
        var ringing = CheckopSample.alarm("cpu", "ALARM", "AWS/EC2", "CPUUtilization", Map.of(), 70);
        model.apply(CheckopSample.healthy(), NOW);
        model.apply(
                CheckopSample.with(CheckopSample.degraded(), Parts.ALARMS, 30, List.of(ringing)), NOW.plusSeconds(5));
        assertThat(shown().attention())
                .extracting(row -> row.finding().kind())
                .containsExactly(
                        FindingKind.TARGET_UNHEALTHY,
                        FindingKind.ZONE_NOT_SERVED,
                        FindingKind.ALARM,
                        FindingKind.DATABASE_SINGLE_ZONE);
        assertThat(model.attention().getValue()).isEqualTo(new Attention(3, State.FAILED));
        assertThat(model.attention(Set.of(ResourceType.INSTANCE)).getValue()).isEqualTo(new Attention(1, State.FAILED));
    }

    /** A resource counts once, whoever speaks of it; what works as it was set up does not count. */
    @Test
    void theBadgeOfAViewCountsWhatItCallsOutItself() {
        model.apply(CheckopSample.healthy(), NOW);
        var badge = model.attention(Set.of(ResourceType.DATABASE), CalledOut.Where.DATABASES);
        assertThat(badge.getValue()).as("in one zone, as it was set up").isEqualTo(Attention.NONE);
        model.apply(databases(it -> it.settings = pendingReboot()), NOW);
        assertThat(badge.getValue()).isEqualTo(new Attention(1, State.DEGRADED));
        model.apply(
                databases(it -> {
                    it.settings = pendingReboot();
                    it.publiclyAccessible = true;
                }),
                NOW);
        assertThat(badge.getValue()).as("found and called out").isEqualTo(new Attention(1, State.DEGRADED));
        assertThat(model.attention(Set.of(ResourceType.FILE_SYSTEM), CalledOut.Where.FILE_SYSTEMS)
                        .getValue())
                .isEqualTo(Attention.NONE);
    }

    private static Deployment databases(Consumer<DatabaseSketch> said) {
        return CheckopSample.with(
                CheckopSample.healthy(), Parts.DATABASES, 30, List.of(DatabaseSketch.database("dbprogressus", said)));
    }

    private static DatabaseSettings pendingReboot() {
        return new DatabaseSettings(
                null,
                null,
                null,
                null,
                List.of(new ParameterGroupUse("group", "pending-reboot")),
                null,
                null,
                null,
                false,
                null,
                List.of(),
                List.of());
    }

    @Test
    void whatTheConsoleSawChangeStandsAmongWhatAwsTells() {
        var group = new ResourceRef(ResourceType.TARGET_GROUP, Sample.groupArn("ChOp-web"));
        seen.add(new Change(
                NOW.minusSeconds(240),
                NOW.minusSeconds(245),
                Change.Kind.CHANGED,
                group,
                "ChOp-web",
                CheckopSample.AUTO_1D,
                "State",
                "healthy",
                "unhealthy"));
        model.apply(CheckopSample.degraded(), NOW);
        var row = shown().changes().stream()
                .filter(each -> group.equals(each.happening().subject()))
                .findFirst()
                .orElseThrow();
        assertThat(row.happening().word()).isEqualTo("unhealthy");
        assertThat(row.happening().text()).isEqualTo("ChOp-web " + CheckopSample.AUTO_1D + ": healthy → unhealthy");
        assertThat(row.happening().state()).isEqualTo(State.FAILED);
        assertThat(shown().changes()).extracting(ChangeRow::time).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void oldTargetHealthIsNotTrusted() {
        model.apply(CheckopSample.healthy(), NOW.plusSeconds(60));
        assertThat(shown().trust()).isEqualTo(Freshness.LAST_KNOWN);
        assertThat(shown().stages().get(2).freshness()).isEqualTo(Freshness.LAST_KNOWN);
    }

    @Test
    void sourcesWithoutAnAnswerComeFirst() {
        model.apply(
                CheckopSample.refused(
                        CheckopSample.healthy(),
                        Parts.IMAGES,
                        Problem.Kind.NOT_OFFERED,
                        "ec2:DescribeImages",
                        "UnsupportedOperation"),
                NOW);
        assertThat(shown().fresh().getFirst().name()).isEqualTo("Images");
        assertThat(shown().fresh().getFirst().asked().condition().word()).isEqualTo("not offered");
        assertThat(FreshRows.current(shown().fresh())).isEqualTo(shown().fresh().size() - 1);
    }

    @Test
    void deniedIsNamedInItsBox() {
        model.apply(
                CheckopSample.refused(
                        CheckopSample.healthy(),
                        Parts.TARGETS,
                        Problem.Kind.DENIED,
                        "elasticloadbalancing:DescribeTargetHealth",
                        "AccessDenied"),
                NOW);
        var box = shown().stages().get(2);
        assertThat(box.state()).isEqualTo(State.UNKNOWN);
        assertThat(box.word()).isEqualTo("denied");
        assertThat(box.lines().getFirst().value()).isEqualTo("elasticloadbalancing:DescribeTargetHealth");
    }

    @Test
    void withoutAnAnswerNothingIsSaidToBeWell() {
        model.apply(Sample.empty(), NOW);
        assertThat(shown().state()).isEqualTo(State.UNKNOWN);
        assertThat(shown().changesRead()).isFalse();
        assertThat(shown().stages()).allSatisfy(box -> assertThat(box.state()).isEqualTo(State.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt-BR"})
    @SuppressWarnings("unchecked")
    void everySentenceIsWholeInEveryLanguage(String language) {
        var texts = texts(Locale.forLanguageTag(language));
        var sentences = new FindingTexts(texts, new Ages(texts, BOGOTA));
        var written = EnumSet.noneOf(FindingKind.class);
        Stream.concat(AttentionListTest.situations(), IncidentRulesTest.situations())
                .forEach(row -> {
                    var changed = ((UnaryOperator<Deployment>) row.get()[0]).apply(CheckopSample.healthy());
                    for (var finding : AttentionList.of(Situation.of(changed, NOW))) {
                        assertThat(sentences.title(finding, NOW)).isNotBlank().doesNotContain("{", "}");
                        assertThat(sentences.detail(finding, NOW)).isNotBlank().doesNotContain("{", "}", "  ");
                        assertThat(texts.get("overview.next." + NextStep.of(finding.kind())))
                                .isNotBlank();
                        written.add(finding.kind());
                    }
                });
        assertThat(EnumSet.complementOf(written))
                .containsExactlyInAnyOrder(
                        FindingKind.GROUP_SUSPENDED,
                        FindingKind.DATABASE_PUBLIC,
                        FindingKind.DATABASE_NO_BACKUP,
                        FindingKind.MOUNT_TARGET_DOWN);
    }
}
