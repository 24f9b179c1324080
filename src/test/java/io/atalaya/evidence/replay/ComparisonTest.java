package io.atalaya.evidence.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.Parts;
import io.atalaya.evidence.capsule.Capsules;
import io.atalaya.evidence.capsule.Facts;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.replay.Replay.FieldChange;
import io.atalaya.evidence.replay.Replay.Kind;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final List<Map<String, String>> TWO =
            List.of(row("i-1", "web", "running"), row("i-2", "files", "running"));

    private static Map<String, String> row(String id, String name, String state) {
        return Map.of("id", id, "name", name, "state", state);
    }

    private static Side side(String recipe, Origin origin, List<JudgedClaim> claims, KeptList... lists) {
        var facts = new Facts("capture", Capsules.NOON, origin, recipe, "0.1.0", Sha256.NONE, List.of());
        return new Side("file.zip", facts, false, claims, List.of(lists));
    }

    private static Side side(KeptList... lists) {
        return side("all", Capsules.AWS, List.of(), lists);
    }

    private static KeptList instances(List<Map<String, String>> rows) {
        return KeptList.of("instances", rows, true, null);
    }

    private static JudgedClaim claim(String verdict, String value, @Nullable Boolean holds) {
        return new JudgedClaim(
                "backups", verdict, List.of(new JudgedClaim.Data("db-1", "BackupRetentionPeriod", value, holds)));
    }

    @Test
    void rowsComeGoAndChangeFieldByField() {
        var replay = Comparison.of(
                side(instances(TWO)),
                side(instances(List.of(row("i-2", "files", "stopped"), row("i-3", "new", "pending")))));

        assertThat(replay.lists()).hasSize(1);
        var rows = replay.lists().getFirst().rows();
        assertThat(rows)
                .extracting(it -> it.kind() + " " + it.key().words())
                .containsExactly("REMOVED i-1", "CHANGED i-2", "ADDED i-3");
        assertThat(rows.get(1).fields()).containsExactly(new FieldChange("state", "running", "stopped"));
        assertThat(rows.get(2).fields()).contains(new FieldChange("name", "", "new"));
        assertThat(replay.isEmpty()).isFalse();
    }

    @Test
    void aClaimThatCameOutDifferentlyNamesTheFact() {
        var replay = Comparison.of(
                side("all", Capsules.AWS, List.of(claim("PASS", "7", true))),
                side("all", Capsules.AWS, List.of(claim("FAIL", "0", false))));

        assertThat(replay.claims())
                .containsExactly(new Replay.ClaimChange(
                        "backups",
                        "PASS",
                        "FAIL",
                        List.of(new Replay.FactChange("db-1", "BackupRetentionPeriod", "+ 7", "- 0"))));
        assertThat(replay.verdicts()).hasSize(1);
    }

    @Test
    void otherFactsAreAChangeThoughTheVerdictStays() {
        var replay = Comparison.of(
                side("all", Capsules.AWS, List.of(claim("PASS", "7", true))),
                side("all", Capsules.AWS, List.of(claim("PASS", "14", true))));

        assertThat(replay.claims()).hasSize(1);
        assertThat(replay.verdicts()).isEmpty();
        assertThat(replay.isEmpty()).isFalse();
    }

    @Test
    void rowsOfAListThatCouldNotBeReadDidNotGo() {
        var denied = KeptList.of("instances", List.of(), false, "ec2:DescribeInstances UnauthorizedOperation no");
        var replay = Comparison.of(side(instances(TWO)), side(denied));

        assertThat(replay.lists()).isEmpty();
        assertThat(replay.unread())
                .containsExactly(
                        new Replay.Unread("instances", null, "ec2:DescribeInstances UnauthorizedOperation no"));
        assertThat(replay.isEmpty()).isFalse();
        assertThat(Comparison.of(side(denied), side(denied)).unread()).hasSize(1);
        assertThat(Comparison.of(side(denied), side(denied)).isEmpty()).isTrue();
    }

    @Test
    void aListThatOnlyOneAskedForIsNoListOfNewRows() {
        var replay = Comparison.of(side(), side(instances(TWO)));

        assertThat(replay.lists()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.ADDED);
            assertThat(it.rows()).isEmpty();
        });
    }

    @Test
    void whatIsHardToCompareIsSaid() {
        var other = new Origin(
                Origin.Kind.SANDBOX, "http://127.0.0.1:1", "checkop", "999988887777", null, "arn:x", "sa-east-1");
        assertThat(Comparison.of(side("all", Capsules.AWS, List.of()), side("claims", other, List.of()))
                        .unlike())
                .containsExactly(
                        Replay.Unlike.ACCOUNT,
                        Replay.Unlike.REGION,
                        Replay.Unlike.ORIGIN,
                        Replay.Unlike.RECIPE,
                        Replay.Unlike.CALLER);
    }

    @Test
    void theSameThingListedTwiceIsTwoRows() {
        var twice = instances(List.of(row("i-1", "a", "running"), row("i-1", "b", "running")));

        assertThat(twice.rows()).hasSize(2);
        assertThat(Comparison.of(side(twice), side(twice)).isEmpty()).isTrue();
        assertThat(Comparison.of(side(twice), side(instances(TWO.subList(0, 1))))
                        .lists()
                        .getFirst()
                        .count(Kind.REMOVED))
                .isEqualTo(1);
    }

    @Test
    void everyListOfTheProgramHasAKeyThatIsOneOfItsFields() {
        var known = new HashSet<String>();
        for (var part : Parts.all()) {
            known.add(part.id());
            var fields = Arrays.stream(part.itemType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            var keys = ListKeys.of(part.id(), fields);
            assertThat(fields).as(part.id()).containsAll(keys);
            assertThat(keys).as(part.id()).hasSizeLessThan(fields.size());
        }
        assertThat(known).containsAll(ListKeys.named());
    }

    @Test
    void aCapsuleIsReadAsItsManifestNamesItAndNotOtherwise(@TempDir Path folder) throws IOException {
        var capsules = new Capsules(folder);
        var items = Map.of("model/instances.json", """
                {"part":"instances","complete":true,"items":[{"id":"i-1","tags":{"Name":"web"},"n":null}]}""", "claims.json", """
                [{"claim":"backups","verdict":"CANNOT_TELL","points":[{"resource":"a","fact":"b","value":"","holds":null}]}]""", "responses.json", """
                [{"call":"ec2:DescribeInstances","sentAt":"2026-11-24T17:00:00Z","status":200,"leftOut":true}]""");
        var file = capsules.next(items, Capsules.AWS, null);
        var capsule = CapsuleFile.open(file);

        assertThat(capsule.lists()).containsExactly("instances");
        assertThat(capsule.list("instances").rows().values())
                .containsExactly(Map.of("id", "i-1", "tags", "{\"Name\":\"web\"}", "n", ""));
        assertThat(capsule.claims().getFirst().points().getFirst().holds()).isNull();
        assertThat(capsule.answers().getFirst().item()).isNull();
        assertThat(Comparison.of(Side.of(capsule), Side.of(capsule)).isEmpty()).isTrue();

        var other = capsules.next(Map.of("claims.json", "[]"), Capsules.AWS, null);
        java.nio.file.Files.copy(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> capsule.item("claims.json")).isInstanceOf(IOException.class);
    }

    @Property(tries = 300)
    void comparedWithItselfNothingChanged(@ForAll("sides") Side side) {
        assertThat(Comparison.of(side, side).isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void theOtherWayRoundIsTheMirrorImage(@ForAll("sides") Side one, @ForAll("sides") Side other) {
        assertThat(words(Comparison.of(other, one), true))
                .containsExactlyInAnyOrderElementsOf(words(Comparison.of(one, other), false));
    }

    @Provide
    Arbitrary<Side> sides() {
        var word = Arbitraries.of("", "a", "b", "c");
        var rows = Arbitraries.maps(Arbitraries.of("id", "state", "zone"), word)
                .list()
                .ofMaxSize(4);
        var lists = rows.flatMap(it -> Arbitraries.of(true, true, false)
                .map(complete -> KeptList.of("instances", it, complete, complete ? null : "denied")));
        var claims = word.flatMap(value -> Arbitraries.of("PASS", "FAIL", "CANNOT_TELL")
                        .map(verdict -> claim(verdict, value, verdict.equals("PASS"))))
                .list()
                .ofMaxSize(1);
        return lists.list()
                .ofMaxSize(1)
                .flatMap(list -> claims.map(claim -> side("all", Capsules.AWS, claim, list.toArray(KeptList[]::new))));
    }

    /** Everything that a comparison says, swapped where wanted. */
    private static List<String> words(Replay replay, boolean swapped) {
        var words = new ArrayList<String>();
        for (var claim : replay.claims()) {
            words.add(claim.claim() + pair(claim.then(), claim.now(), swapped));
            claim.facts().forEach(it -> words.add(it.resource() + it.fact() + pair(it.then(), it.now(), swapped)));
        }
        for (var list : replay.lists()) {
            words.add(list.part() + kind(list.kind(), swapped));
            for (var row : list.rows()) {
                words.add(row.key() + kind(row.kind(), swapped));
                row.fields().forEach(it -> words.add(row.key() + it.field() + pair(it.then(), it.now(), swapped)));
            }
        }
        replay.unread().forEach(it -> words.add(it.part() + pair(it.then(), it.now(), swapped)));
        return words;
    }

    private static String pair(@Nullable String then, @Nullable String now, boolean swapped) {
        return swapped ? now + " > " + then : then + " > " + now;
    }

    private static String kind(Kind kind, boolean swapped) {
        return Stream.of(kind)
                .map(it -> !swapped || it == Kind.CHANGED ? it : it == Kind.ADDED ? Kind.REMOVED : Kind.ADDED)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
