package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.foreign.MotoAccount;
import io.atalaya.foreign.MotoServer;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Level;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** An endpoint that somebody else wrote: the metrics that it holds are on the board, and what it lacks ends nothing. */
@Timeout(180)
class NocForeignTest {
    private static final int MINUTES = 5;
    private static final String RELEVANT_IMAGE = "ami-12c6146b";

    @Test
    void metricsOfAForeignEndpointAreOnTheBoard() throws Exception {
        var binary = MotoServer.find();
        Assumptions.assumeTrue(binary.isPresent(), "moto_server is not installed");
        var clock = InstantSource.system();
        try (var moto = MotoServer.start(binary.get());
                var account = new MotoAccount(moto.endpoint());
                var http = new HttpClients();
                var clients = clients(moto, http, clock)) {
            var instance = account.ec2
                    .runInstances(r -> r.imageId(RELEVANT_IMAGE).minCount(1).maxCount(1))
                    .instances()
                    .getFirst()
                    .instanceId();
            // what has just been measured, minute by minute: whole minutes of the endpoint's own clock
            var last = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(1));
            for (int i = 0; i < MINUTES; i++) {
                var at = last.minus(Duration.ofMinutes(i));
                put(account, "CWAgent", "mem_used_percent", instance, at, 91);
                put(account, "CWAgent", "processes_total", instance, at, 200);
                put(account, "Site/JVM", "EdenSpace", instance, at, 1_000 + i);
            }
            var now = clock.instant();
            var known = Deployment.empty(MotoAccount.REGION, null);
            known = read(new InstancesReader(clients, PageSize.LARGEST).source(), known, now);
            var sources =
                    NocSources.of(clients, new FanOut(Thread.ofVirtual().factory(), 4), clock, CatalogueFile.shipped());
            for (var source : sources) {
                known = read(source, known, now);
            }

            var board = Board.of(known, CatalogueFile.shipped(), now);
            var problems = NocReadTest.table(board);
            assertThat(known.items(Parts.METRIC_NAMES)).as(problems).hasSize(3).doesNotHaveDuplicates();
            assertThat(board.item("memory").orElseThrow().worst()).as(problems).satisfies(memory -> {
                assertThat(memory.value()).isEqualTo(91);
                assertThat(memory.level()).isIn(Level.WARNING, Level.STALE);
            });
            assertThat(board.item("jvm-eden").orElseThrow().worst().line()).hasSizeGreaterThan(1);
            assertThat(board.items())
                    .allSatisfy(tile -> assertThat(tile.readings()).allSatisfy(NocReadTest::hasNumberOrReason));
        }
    }

    private static void put(
            MotoAccount account, String namespace, String metric, String instance, Instant at, double value) {
        account.metrics.putMetricData(r -> r.namespace(namespace)
                .metricData(MetricDatum.builder()
                        .metricName(metric)
                        .dimensions(Dimension.builder()
                                .name("InstanceId")
                                .value(instance)
                                .build())
                        .timestamp(at)
                        .value(value)
                        .build()));
    }

    private static ClientFactory clients(MotoServer moto, HttpClients http, InstantSource clock) {
        var settings = ClientSettings.of(MotoAccount.REGION, Endpoints.of(moto.endpoint()))
                .withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(20));
        return new ClientFactory(
                settings,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(MotoAccount.KEY, MotoAccount.KEY)),
                Guards.of(veto -> {}, new Wire.Unlimited(), new CallLog(clock), clock),
                http);
    }

    /** As the loop does: what fails is a problem of its part. */
    private static <T> Deployment read(Source<T> source, Deployment known, Instant now) {
        try {
            return SandboxDeployment.read(source, known, now);
        } catch (Exception failed) {
            var problem = new AwsProblems(InstantSource.system(), false)
                    .problem(source.calls().iterator().next(), failed);
            return known.with(
                    source.part(), Observed.<Listing<T>>never(source.cadence()).failed(problem, now));
        }
    }
}
