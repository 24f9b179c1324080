package io.atalaya.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.journal.JournalReader;
import io.atalaya.operate.run.Actor;
import io.atalaya.operate.trail.Trail;
import io.atalaya.operate.trail.TrailMatch;
import io.atalaya.operate.trail.TrailSearch;
import io.atalaya.operate.trail.Trails;
import io.atalaya.sandbox.world.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityModelTest {
    @TempDir
    Path folder;

    @Test
    void whatWasDecidedHereIsARowAndCloudTrailIsNotAskedOfIt() throws Exception {
        var clock = new ManualClock(Trails.AT);
        var file = folder.resolve("journal.jsonl");
        var like = Trails.intent("op", new StopInstance(Trails.INSTANCE), Trails.CALLER, Trails.AT);
        new Journal(file)
                .append(new JournalEntry(
                        like.at(),
                        JournalEntry.Kind.NOTED,
                        "noted",
                        "AcceptFinding",
                        "",
                        like.account(),
                        like.region(),
                        null,
                        like.caller(),
                        "sg-1",
                        "",
                        List.of("open to the world"),
                        JournalEntry.Verdict.DONE,
                        "for the move",
                        List.of(),
                        null,
                        "",
                        ""));
        var actor = new Actor(null, "111122223333", "us-east-1", null, Trails.CALLER);
        var search = new TrailSearch(
                query -> {
                    throw new AssertionError("asked: " + query);
                },
                clock);
        var trail = new ActivityTrail(
                new ActivityTrail.Ports(search, actor, clock, Set::of, null), Runnable::run, Runnable::run);
        var model = new ActivityModel(
                new ActivityModel.Ports(new JournalReader(file), actor, Set::of), trail, Runnable::run, Runnable::run);
        trail.open();
        model.look();
        trail.look(model.rows(), model.rows(), true);
        assertThat(model.rows()).singleElement().satisfies(row -> {
            assertThat(row.intent().act()).isEqualTo("AcceptFinding");
            assertThat(row.detail()).isEqualTo("for the move");
            assertThat(row.ending()).isEqualTo(ActivityRow.Ending.DONE);
            assertThat(trail.match(row).orElseThrow().verdict()).isEqualTo(TrailMatch.Verdict.DECIDED_HERE);
        });
    }

    /** Putting a long journal's words together for nothing is felt each time that CloudTrail answers. */
    @Test
    void wordsAreMadeOnlyWhereAFilterLooksAtThem() throws Exception {
        var clock = new ManualClock(Trails.AT);
        var file = folder.resolve("journal.jsonl");
        new Journal(file).append(Trails.intent("op", new StopInstance(Trails.INSTANCE), Trails.CALLER, Trails.AT));
        var actor = new Actor(null, "111122223333", "us-east-1", null, Trails.CALLER);
        var search = new TrailSearch(query -> new Trail.Answer.Events(List.of(), true, clock.instant()), clock);
        var trail = new ActivityTrail(
                new ActivityTrail.Ports(search, actor, clock, Set::of, null), Runnable::run, Runnable::run);
        var model = new ActivityModel(
                new ActivityModel.Ports(new JournalReader(file), actor, Set::of), trail, Runnable::run, Runnable::run);
        var spoken = new int[1];
        model.speak(row -> {
            spoken[0]++;
            return "word";
        });
        model.look();

        assertThat(model.rows()).hasSize(1);
        assertThat(spoken[0]).isZero();
        model.filterProperty().set("word");
        assertThat(model.rows()).hasSize(1);
        assertThat(spoken[0]).isEqualTo(1);
    }
}
