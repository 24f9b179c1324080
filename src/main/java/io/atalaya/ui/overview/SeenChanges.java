package io.atalaya.ui.overview;

import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.Happening;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.Change;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the console itself saw change, in the words of the list of happenings. */
final class SeenChanges {
    /** AWS dates the making of these itself. */
    private static final Set<ResourceType> DATED =
            Set.of(ResourceType.INSTANCE, ResourceType.IMAGE, ResourceType.DATABASE_SNAPSHOT);

    private static final Set<String> BAD =
            Set.of("unhealthy", "failed", "impaired", "outofservice", "storage-full", "error", "active_impaired");

    private SeenChanges() {}

    static Stream<Happening> of(List<Change> changes, Texts texts) {
        return changes.stream().filter(SeenChanges::isNews).map(change -> happening(change, texts));
    }

    private static boolean isNews(Change change) {
        return switch (change.kind()) {
            case APPEARED ->
                change.item() != null || !DATED.contains(change.resource().type());
            case DISAPPEARED -> true;
            case CHANGED -> change.resource().type() != ResourceType.ALARM;
        };
    }

    private static Happening happening(Change change, Texts texts) {
        var about = change.item() == null ? change.name() : change.name() + " " + change.item();
        var after = change.after() == null ? "-" : change.after();
        if (change.kind() != Change.Kind.CHANGED) {
            return new Happening(
                    change.at(),
                    texts.get("overview.changes." + change.kind()),
                    change.resource(),
                    about,
                    service(change.resource().type()),
                    State.UNKNOWN);
        }
        var before = change.before() == null ? "-" : change.before();
        var isState = change.field().endsWith("tate") || change.field().endsWith("tatus");
        return new Happening(
                change.at(),
                isState ? after : change.field(),
                change.resource(),
                about + ": " + before + " → " + after,
                service(change.resource().type()),
                BAD.contains(after.toLowerCase(Locale.ROOT)) ? State.FAILED : State.UNKNOWN);
    }

    private static String service(ResourceType type) {
        return switch (type) {
            case LOAD_BALANCER, LISTENER, LISTENER_RULE, TARGET_GROUP -> "ELB";
            case SCALING_GROUP -> "Auto Scaling";
            case DATABASE, DATABASE_CLUSTER, DATABASE_SNAPSHOT -> "RDS";
            case FILE_SYSTEM, MOUNT_TARGET -> "EFS";
            case HOSTED_ZONE, RECORD_SET, HEALTH_CHECK -> "Route 53";
            case ALARM -> "CloudWatch";
            default -> "EC2";
        };
    }
}
