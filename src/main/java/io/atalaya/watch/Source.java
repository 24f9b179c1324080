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
 * @param always whether it is asked even when no view shows it, because the overview or an alarm needs it
 */
public record Source<T>(
        Part<T> part, Set<String> calls, Duration cadence, Set<Part<?>> needs, boolean always, Reader<T> reader) {
    public Source {
        calls = Set.copyOf(calls);
        needs = Set.copyOf(needs);
    }
}
