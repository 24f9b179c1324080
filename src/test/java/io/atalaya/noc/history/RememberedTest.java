package io.atalaya.noc.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Sample;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedTest {
    private static final Instant NOW = Sample.NOW;
    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(23));
    private static final DeploymentKey KEY = DeploymentKey.ofSandbox("checkop");

    @TempDir
    Path folder;

    private Remembered remembered() throws HistoryException {
        try (var history = new MetricHistory(folder.resolve("h.sqlite"), Keep.USUAL, notice -> {})) {
            history.append(
                    KEY,
                    List.of(
                            new io.atalaya.noc.history.Sample("cpu instance i-1", YESTERDAY.minusSeconds(60), 40),
                            new io.atalaya.noc.history.Sample("cpu instance i-1", YESTERDAY, 41.5),
                            new io.atalaya.noc.history.Sample("containers instance i-1/citSOLR", YESTERDAY, 1)),
                    YESTERDAY);
            return new Remembered(history.latest(KEY, NOW.minus(Duration.ofHours(36)), NOW, 500));
        }
    }

    private static Board board(Deployment deployment) {
        return Board.of(deployment, CatalogueFile.shipped(), NOW);
    }

    @Test
    void theFirstFrameHasYesterdaysLineAsLastKnownWithItsAge() throws Exception {
        var shown = remembered().on(board(Sample.empty()));
        var cpu = shown.item("cpu").orElseThrow().worst();
        assertThat(cpu.level()).isEqualTo(Level.STALE);
        assertThat(cpu.value()).isEqualTo(41.5);
        assertThat(cpu.line()).hasSize(2);
        assertThat(cpu.place().ref()).isEqualTo(new ResourceRef(ResourceType.INSTANCE, "i-1"));
        assertThat(cpu.age(NOW).orElseThrow()).isBetween(Duration.ofMinutes(22 * 60 + 58), Duration.ofHours(23));
        var solr = shown.item("containers").orElseThrow().worst().place();
        assertThat(solr.part()).isEqualTo("citSOLR");
        assertThat(shown.item("memory")).isEqualTo(board(Sample.empty()).item("memory"));
    }

    @Test
    void whatWasReadIsShownAsItWasRead() throws Exception {
        var read = CheckopSample.healthy();
        var board = board(read);
        var known = board.items().stream()
                .filter(tile -> tile.readings().stream().anyMatch(Reading::hasValue))
                .toList();
        assertThat(known).isNotEmpty();
        var shown = remembered().on(board);
        assertThat(known)
                .allSatisfy(tile -> assertThat(shown.item(tile.item().id())).contains(tile));
    }

    @Test
    void nothingIsRememberedOfAnotherDeployment() throws Exception {
        remembered();
        try (var history = new MetricHistory(folder.resolve("h.sqlite"), Keep.USUAL, notice -> {})) {
            assertThat(history.latest(DeploymentKey.ofSandbox("citsmart"), NOW.minus(Duration.ofHours(36)), NOW, 500))
                    .isEmpty();
        }
    }
}
