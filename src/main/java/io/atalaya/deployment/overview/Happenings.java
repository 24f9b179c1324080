package io.atalaya.deployment.overview;

import io.atalaya.deployment.Alarm;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened lately by AWS's own times, newest first; known at the first look, before anything was watched. */
public final class Happenings {
    private Happenings() {}

    /** @param span how far back */
    public static List<Happening> of(Situation situation, Duration span) {
        var from = situation.now().minus(span);
        return Stream.of(
                        situation.items(Parts.SCALING_ACTIVITIES).stream().map(Happenings::scaling),
                        situation.items(Parts.DATABASE_EVENTS).stream().map(Happenings::event),
                        situation.items(Parts.DATABASE_SNAPSHOTS).stream().flatMap(Happenings::snapshot),
                        situation.items(Parts.IMAGES).stream().flatMap(Happenings::image),
                        situation.items(Parts.INSTANCES).stream().flatMap(Happenings::launch),
                        situation.items(Parts.ALARMS).stream().flatMap(Happenings::alarm))
                .flatMap(each -> each)
                .filter(each -> each.at().isAfter(from) && !each.at().isAfter(situation.now()))
                .sorted(Comparator.comparing(Happening::at).reversed().thenComparing(Happening::word))
                .distinct()
                .toList();
    }

    private static Happening scaling(ScalingActivity activity) {
        var state =
                switch (activity.status()) {
                    case "Failed", "Cancelled" -> State.FAILED;
                    case "Successful" -> State.HEALTHY;
                    default -> State.CHANGING;
                };
        return new Happening(
                activity.startedAt(),
                activity.status(),
                new ResourceRef(ResourceType.SCALING_GROUP, activity.groupName()),
                activity.description(),
                "Auto Scaling",
                state);
    }

    private static Happening event(DatabaseEvent event) {
        var bad = event.categories().contains("failure") || event.categories().contains("low storage");
        return new Happening(
                event.at(),
                event.categories().isEmpty() ? event.sourceType() : String.join(", ", event.categories()),
                event.sourceType().equals("db-instance")
                        ? new ResourceRef(ResourceType.DATABASE, event.sourceId())
                        : null,
                event.sourceId() + ": " + event.message(),
                "RDS",
                bad ? State.FAILED : State.UNKNOWN);
    }

    private static Stream<Happening> snapshot(DatabaseSnapshot snapshot) {
        return at(
                snapshot.createdAt(),
                "CreateDBSnapshot",
                snapshot.ref(),
                snapshot.id() + " (" + snapshot.snapshotType() + ", " + snapshot.status() + ")",
                "RDS",
                snapshot.status().equals("creating") ? State.CHANGING : State.UNKNOWN);
    }

    private static Stream<Happening> image(Image image) {
        return at(
                image.createdAt(),
                "CreateImage",
                image.ref(),
                image.name() + " (" + image.state() + ")",
                "EC2",
                image.state().equals("failed") ? State.FAILED : State.UNKNOWN);
    }

    private static Stream<Happening> launch(Instance instance) {
        return at(
                instance.launchedAt(),
                "RunInstances",
                instance.ref(),
                instance.name() + " " + instance.id() + " " + instance.zone(),
                "EC2",
                State.UNKNOWN);
    }

    private static Stream<Happening> alarm(Alarm alarm) {
        return at(
                alarm.stateChangedAt(),
                alarm.state(),
                alarm.ref(),
                alarm.name(),
                "CloudWatch",
                alarm.state().equals("ALARM") ? State.FAILED : State.UNKNOWN);
    }

    private static Stream<Happening> at(
            @Nullable Instant at, String word, ResourceRef subject, String text, String origin, State state) {
        return at == null ? Stream.empty() : Stream.of(new Happening(at, word, subject, text, origin, state));
    }
}
