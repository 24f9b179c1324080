package io.atalaya.noc.catalogue;

import io.atalaya.deployment.ProbeResult;
import java.util.List;

/**
 * A question that this console asks itself. Only what is named here, or what a DNS record of this deployment leads to, is asked.
 *
 * @param kind how it is asked
 * @param targets hosts or URLs; {@code dns} for the names of this deployment whose records lead to a balancer or an instance
 * @param port for TCP
 */
public record ProbeSource(PlaceKind at, ProbeResult.Kind kind, List<String> targets, int port) implements ItemSource {
    public ProbeSource {
        targets = List.copyOf(targets);
    }
}
