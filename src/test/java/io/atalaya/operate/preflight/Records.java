package io.atalaya.operate.preflight;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.RecordSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DNS records for tests. */
final class Records {
    private Records() {}

    /** A name that leads to the balancer. */
    static RecordSet alias(String name) {
        return new RecordSet(
                World.ZONE,
                name,
                "A",
                null,
                List.of(),
                new AliasTarget("chop.us-east-1.elb.amazonaws.com", "Z35", true),
                null,
                "simple",
                null);
    }

    static RecordSet a(String name, String... values) {
        return record(name, "A", "simple", null, values);
    }

    static RecordSet record(String name, String type, String routing, @Nullable String identifier, String... values) {
        return new RecordSet(
                World.ZONE,
                name,
                type,
                300L,
                List.of(values),
                null,
                identifier,
                routing,
                identifier == null ? null : World.CHECK);
    }
}
