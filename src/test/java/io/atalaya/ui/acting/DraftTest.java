package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.Sample;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.ui.Contexts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which acts are offered on what, and what is refused at the field before anything is sent. */
class DraftTest {
    private static Deployment world;

    @BeforeAll
    static void read() throws Exception {
        world = SandboxDeployment.calm("checkop", Contexts.NOW);
    }

    private static List<String> offered(ResourceRef ref) {
        return offered(ref, world);
    }

    private static List<String> offered(ResourceRef ref, Deployment deployment) {
        return ActsFor.of(ref, deployment).stream()
                .map(it -> it.key().substring("operate.act.".length()))
                .toList();
    }

    @Test
    void aRunningMemberOfAGroupCanBeStoppedAndPutAside() {
        var member = world.items(Parts.INSTANCES).stream()
                .filter(it -> world.index().member(it.id()) != null)
                .findFirst()
                .orElseThrow();
        assertThat(offered(member.ref()))
                .contains("StopInstance", "RebootInstance", "EnterStandby", "DeregisterTarget", "CreateTag")
                .doesNotContain("StartInstance", "ExitStandby");
    }

    @Test
    void onlyManualSnapshotsCanBeDeleted() {
        for (var snapshot : world.items(Parts.DATABASE_SNAPSHOTS)) {
            assertThat(offered(snapshot.ref()).contains("DeleteDatabaseSnapshot"))
                    .as(snapshot.id())
                    .isEqualTo(snapshot.snapshotType().equals("manual"));
        }
        assertThat(world.items(Parts.DATABASE_SNAPSHOTS))
                .extracting(DatabaseSnapshot::snapshotType)
                .contains("manual", "automated");
    }

    @Test
    void whatRdsDoesToAClusterOnlyIsNotOfferedOnOneOfItsInstances() {
        assertThat(offered(database(it -> {}))).contains("CreateDatabaseSnapshot", "ModifyAllocatedStorage");
        assertThat(offered(database(it -> {
                    it.clusterId = "ledger";
                    it.engine = "aurora-postgresql";
                })))
                .containsExactly("RebootDatabase", "ModifyDatabaseClass");
        assertThat(offered(database(it -> it.clusterId = "ledger")))
                .as("of a Multi-AZ DB cluster")
                .containsExactly("RebootDatabase");
        assertThat(offered(database(it -> {
                    it.clusterId = "ledger";
                    it.status = "stopped";
                })))
                .isEmpty();
    }

    private static Deployment database(Consumer<DatabaseSketch> said) {
        return Sample.with(Sample.empty(), Parts.DATABASES, List.of(DatabaseSketch.database("ledger-1", said)));
    }

    private static List<String> offered(Deployment only) {
        return offered(only.items(Parts.DATABASES).getFirst().ref(), only);
    }

    @Test
    void whatNobodyKnowsHasNoActs() {
        assertThat(offered(new StopInstance("i-gone").on())).isEmpty();
    }

    @Test
    void everyActThatIsOfferedCanBeOpened() {
        Parts.all().stream()
                .flatMap(part -> world.items(part).stream())
                .filter(io.atalaya.deployment.Resource.class::isInstance)
                .map(io.atalaya.deployment.Resource.class::cast)
                .flatMap(it -> ActsFor.of(it.ref(), world).stream())
                .forEach(offer -> {
                    var draft = offer.draft().get();
                    var made = Drafted.of(draft, ActValues.initial(draft.fields()));
                    assertThat(made.operation() == null ^ made.broken() == null)
                            .as(offer.key())
                            .isTrue();
                });
    }

    private static Arguments wrong(String part, String act, String field, Object typed, String rule) {
        return Arguments.of(part, act, field, typed, rule);
    }

    static Stream<Arguments> wrongInput() {
        return Stream.of(
                wrong("instances", "CreateTag", "key", "", "operate.input.tagKey"),
                wrong("instances", "CreateTag", "key", "aws:owner", "operate.input.tagReserved"),
                wrong("instances", "CreateTag", "key", "a\"quoted\"", "operate.input.tagKey"),
                wrong("instances", "CreateTag", "key", "two\nlines", "operate.input.tagKey"),
                wrong("instances", "CreateTag", "key", "right\u202eleft", "operate.input.tagKey"),
                wrong("instances", "CreateTag", "value", "x".repeat(257), "operate.input.tagValue"),
                wrong("instances", "CreateImage", "name", "no", "operate.input.imageName"),
                wrong("instances", "CreateImage", "name", "x".repeat(255), "operate.input.imageName"),
                wrong("instances", "CreateImage", "name", "image\u200fname", "operate.input.imageName"),
                wrong("scaling-groups", "ResizeScalingGroup", "max", "-1", "operate.input.groupSize"),
                wrong("scaling-groups", "ResizeScalingGroup", "desired", "two", "acting.input.number"),
                wrong("scaling-groups", "ResizeScalingGroup", "min", "99999999999", "acting.input.number"),
                wrong(
                        "scaling-groups",
                        "StartInstanceRefresh",
                        "minHealthyPercentage",
                        "101",
                        "operate.input.minHealthy"),
                wrong("target-groups", "ModifyHealthCheck", "intervalSeconds", "301", "operate.input.checkInterval"),
                wrong("target-groups", "ModifyHealthCheck", "path", "no-slash", "operate.input.checkPath"),
                wrong("target-groups", "RegisterTarget", "port", "65536", "operate.input.port"),
                wrong("databases", "CreateDatabaseSnapshot", "snapshotId", "ends-", "operate.input.snapshotName"),
                wrong(
                        "databases",
                        "CreateDatabaseSnapshot",
                        "snapshotId",
                        "x".repeat(256),
                        "operate.input.snapshotName"),
                wrong("databases", "ModifyMaximumStorage", "gib", "70000", "operate.input.storage"),
                wrong("databases", "RestorePointInTime", "moment", "yesterday", "acting.input.moment"),
                wrong("hosted-zones", "UpsertRecord", "values", "300.1.2.3", "operate.input.record.A"),
                wrong("hosted-zones", "UpsertRecord", "values", "192.0.2.1\u202e", "operate.input.recordCharacters"),
                wrong("hosted-zones", "UpsertRecord", "name", "bad name.checkop.co", "operate.input.recordName"),
                wrong("hosted-zones", "UpsertRecord", "ttlSeconds", "-5", "operate.input.ttl"));
    }

    @ParameterizedTest
    @MethodSource("wrongInput")
    void isRefusedAtItsFieldWithTheRule(String part, String act, String field, Object typed, String rule) {
        var on = Parts.all().stream()
                .filter(it -> it.id().equals(part))
                .flatMap(it -> world.items(it).stream())
                .map(io.atalaya.deployment.Resource.class::cast)
                .filter(it -> offered(it.ref()).contains(act))
                .findFirst()
                .orElseThrow();
        var draft = ActsFor.of(on.ref(), world).stream()
                .filter(it -> it.key().endsWith("." + act))
                .findFirst()
                .orElseThrow()
                .draft()
                .get();
        var good = ActValues.initial(draft.fields());
        for (var each : draft.fields()) {
            good = good.with(each.id(), each.blameless());
        }
        assertThat(Drafted.of(draft, good).broken()).isNull();

        var broken = Objects.requireNonNull(
                Drafted.of(draft, good.with(field, typed)).broken());
        assertThat(broken.key()).isEqualTo(rule);
        assertThat(broken.field()).isEqualTo(field);
    }
}
