package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.LogComplaint;
import io.atalaya.deployment.LogComplaint.Kind;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What a machine's own log said a moment ago. That it says nothing is no sign: it may not be sent here. */
final class LogSigns {
    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    private LogSigns() {}

    static void look(Deployment deployment, String instanceId, Instant now, Seen seen) {
        for (var complaint : deployment.items(Parts.LOG_COMPLAINTS)) {
            if (complaint.instanceId().equals(instanceId)
                    && Duration.between(complaint.at(), now).compareTo(A_MOMENT) <= 0) {
                seen.put(sign(complaint.kind()), true);
            }
        }
    }

    private static Observation sign(Kind kind) {
        return switch (kind) {
            case DISK_FULL -> Observation.LOG_DISK_FULL;
            case OUT_OF_MEMORY -> Observation.LOG_OUT_OF_MEMORY;
            case DATABASE -> Observation.LOG_DATABASE_FAILS;
        };
    }

    /** The newest line of a machine that shows such a sign. */
    static Optional<LogComplaint> line(Deployment deployment, String instanceId, Observation sign) {
        return deployment.items(Parts.LOG_COMPLAINTS).stream()
                .filter(each -> each.instanceId().equals(instanceId) && sign(each.kind()) == sign)
                .max(Comparator.comparing(LogComplaint::at));
    }
}
