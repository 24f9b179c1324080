package io.atalaya.watch;

import io.atalaya.deployment.Part;
import java.time.Duration;
import java.util.Set;

/**
 * Where one part of the deployment comes from and how often it is worth asking.
 *
 * @param calls the API calls it makes, as IAM names them; shown while loading and when denied
 * @param cadence how often AWS can have something new
 * @param needs parts that must have been read before it can ask (target health needs the target groups)
 * @param uses parts it reads better with (images, when the instances that need them are known): waited for until they were
 *     answered or failed for the first time, and no longer
 * @param always whether it is asked even when no view shows it, because the overview or an alarm needs it
 */
public record Source<T>(
        Part<T> part,
        Set<String> calls,
        Duration cadence,
        Set<Part<?>> needs,
        Set<Part<?>> uses,
        boolean always,
        Reader<T> reader) {
    public Source {
        calls = Set.copyOf(calls);
        needs = Set.copyOf(needs);
        uses = Set.copyOf(uses);
    }

    /** What can change within half a minute is health, the rest is background. */
    public Priority priority() {
        return cadence.compareTo(Duration.ofSeconds(30)) <= 0 ? Priority.HEALTH : Priority.BACKGROUND;
    }
}
