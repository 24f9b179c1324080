package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Looked;
import io.atalaya.noc.items.Looked.Why;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFilter;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.watch.ExecutorScheduler;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.RefreshLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Which metrics there are: repeated, slow, denied; and values that are not all of them. */
@Timeout(180)
class NocNamesTest {
    private static final int TIMES = 50;
    private static final Catalogue SHIPPED = CatalogueFile.shipped();

    @Test
    void aMetricThatIsListedForEachDataPointIsOne() {
        try (var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "citsmart", SHIPPED)) {
            wire.sandbox.wire().use(answers(answer -> {
                if (answer instanceof ListMetricsResponse list) {
                    var repeated = new ArrayList<Metric>();
                    list.metrics().forEach(each -> repeated.addAll(Collections.nCopies(TIMES, each)));
                    return list.toBuilder().metrics(repeated).build();
                }
                return answer;
            }));
            wire.readAll();
            wire.time.advance(Duration.ofSeconds(130));

            assertThat(wire.items(Parts.METRIC_NAMES)).hasSizeGreaterThan(200).doesNotHaveDuplicates();
            var board = NocReadTest.board(wire);
            assertThat(board.counts().withoutSource()).isZero();
            assertThat(board.item("memory").orElseThrow().readings()).hasSize(6);
        }
    }

    /** The names take for ever: what needs none is there all the same, what waits for them says so, and comes with them. */
    @Test
    void nothingElseWaitsForTheNames() throws Exception {
        var read = new CountDownLatch(1);
        var whole = new CountDownLatch(1);
        var fanOut = new FanOut(Thread.ofVirtual().factory(), 4);
        var clock = InstantSource.system();
        try (var sandbox = Sandbox.start(SandboxOptions.calm(clock).withDeployment("citsmart"));
                var reads = Executors.newVirtualThreadPerTaskExecutor();
                var scheduler =
                        new ExecutorScheduler(Thread.ofPlatform().daemon().factory())) {
            var hangs = sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDWATCH, "ListMetrics"), new Fault.Hang());
            var clients = SandboxDeployment.clients(sandbox);
            var sources = new ArrayList<>(Sources.of(clients, fanOut, clock, PageSize.LARGEST));
            sources.addAll(NocSources.of(clients, fanOut, clock, SHIPPED));
            try (var loop = new RefreshLoop(
                    Deployment.empty(sandbox.region(), null),
                    sources,
                    new AwsProblems(clock, false),
                    new Machine(clock, scheduler, reads, new Random(7)),
                    snapshot -> {
                        if (!snapshot.items(Parts.METRICS).isEmpty()
                                && !snapshot.items(Parts.DATABASES).isEmpty()
                                && !snapshot.items(Parts.INSTANCES).isEmpty()) {
                            read.countDown();
                        }
                        if (!snapshot.items(Parts.NOC_SERIES).isEmpty()
                                && !snapshot.items(Parts.METRIC_NAMES).isEmpty()) {
                            whole.countDown();
                        }
                    })) {
                loop.start();
                assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
                var board = Board.of(loop.current(), SHIPPED, clock.instant());
                assertThat(board.item("rds-latency").orElseThrow().level()).isEqualTo(Level.OK);
                assertThat(board.item("jvm-eden").orElseThrow().worst()).satisfies(eden -> {
                    assertThat(eden.level()).isEqualTo(Level.UNKNOWN);
                    assertThat(eden.looked()).extracting(Looked::why).contains(Why.NOT_READ);
                });

                hangs.close();
                sandbox.faults().releaseWaiting();
                assertThat(whole.await(60, TimeUnit.SECONDS)).isTrue();
                assertThat(Board.of(loop.current(), SHIPPED, clock.instant())
                                .item("jvm-eden")
                                .orElseThrow()
                                .level())
                        .isEqualTo(Level.OK);
            }
        }
    }

    @Test
    void withoutTheNamesWhatAwsPublishesIsThereAndTheRestSaysWhyNot() {
        try (var wire = denied(SHIPPED)) {
            var board = NocReadTest.board(wire);

            for (var item : new String[] {"cpu", "rds-latency", "rds-active-connections", "http-active-connections"}) {
                assertThat(board.item(item).orElseThrow().level())
                        .as(NocReadTest.table(board))
                        .isEqualTo(Level.OK);
            }
            assertThat(board.item("load").orElseThrow().worst()).satisfies(load -> {
                assertThat(load.level()).isEqualTo(Level.NO_DATA);
                assertThat(load.looked())
                        .filteredOn(each -> each.why() == Why.DENIED)
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.problem()).isNotNull());
            });
            assertThat(board.items())
                    .allSatisfy(tile -> assertThat(tile.readings()).allSatisfy(NocReadTest::hasNumberOrReason));
        }
    }

    /** What the deployment calls its metrics may be written down: then nobody has to list them. */
    @Test
    void aCatalogueThatNamesItsMetricsNeedsNoList() {
        var fitting = CatalogueFile.of("noc.toml", """
                [[item]]
                id = 'memory'
                  [[item.source]]
                  namespace = 'CWAgent'
                  metric = 'mem_used_percent'
                [[item]]
                id = 'solr'
                  [[item.source]]
                  namespace = 'CITSmart/SOLR'
                  metric = 'Up'
                  dimensions = {Core = 'citsmart'}
                """, Set.of());
        try (var wire = denied(fitting)) {
            var board = Board.of(wire.deployment(), fitting, wire.time.instant());

            assertThat(board.item("memory").orElseThrow().readings())
                    .hasSize(6)
                    .allMatch(each -> each.level() == Level.OK);
            assertThat(board.item("solr").map(ItemTile::readings).orElseThrow())
                    .filteredOn(each -> each.level() == Level.OK)
                    .hasSize(3);
        }
    }

    @Test
    void partialDataIsMarked() {
        try (var wire = NocReadTest.wire("checkop")) {
            wire.sandbox
                    .wire()
                    .use(answers(answer -> answer instanceof GetMetricDataResponse data
                            ? data.toBuilder()
                                    .metricDataResults(data.metricDataResults().stream()
                                            .map(each -> each.toBuilder()
                                                    .statusCode(StatusCode.PARTIAL_DATA)
                                                    .build())
                                            .toList())
                                    .build()
                            : answer));
            wire.time.advance(Duration.ofMinutes(2));

            assertThat(NocReadTest.board(wire).items().stream()
                            .flatMap(tile -> tile.readings().stream())
                            .filter(each -> each.metric() != null))
                    .isNotEmpty()
                    .allMatch(each -> each.partial());
        }
    }

    private static Wire denied(Catalogue catalogue) {
        var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "citsmart", catalogue);
        wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDWATCH, "ListMetrics"), new Fault.Denied("*"));
        wire.readAll();
        wire.time.advance(Duration.ofSeconds(130));
        return wire;
    }

    private interface Change {
        SdkPojo of(SdkPojo answer);
    }

    private static WireFilter answers(Change change) {
        return new WireFilter() {
            @Override
            public SdkPojo answer(Call call, SdkPojo answer) {
                return change.of(answer);
            }
        };
    }
}
