package io.atalaya.deployment.reach;

import io.atalaya.deployment.address.Extent;
import java.util.List;

/**
 * What a firewall does to what was asked.
 *
 * @param pass what it lets through for sure
 * @param maybe what it lets through perhaps; none of it is in {@code pass}
 */
record Filtered(Extent pass, Extent maybe, List<Decision> decisions, List<Doubt> doubts) {
    static Filtered unknown(Extent asked, Doubt doubt) {
        return new Filtered(Extent.NONE, asked, List.of(), List.of(doubt));
    }
}
