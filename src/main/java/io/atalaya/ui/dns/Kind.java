package io.atalaya.ui.dns;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;

/** The three tables of the view. */
enum Kind {
    RECORDS(Parts.RECORD_SETS, ResourceType.RECORD_SET, "route53:ListResourceRecordSets"),
    ZONES(Parts.HOSTED_ZONES, ResourceType.HOSTED_ZONE, "route53:ListHostedZones"),
    CHECKS(Parts.HEALTH_CHECKS, ResourceType.HEALTH_CHECK, "route53:ListHealthChecks");

    private final Part<?> part;
    private final ResourceType type;
    private final String call;

    Kind(Part<?> part, ResourceType type, String call) {
        this.part = part;
        this.type = type;
        this.call = call;
    }

    Part<?> part() {
        return part;
    }

    ResourceType type() {
        return type;
    }

    String call() {
        return call;
    }
}
