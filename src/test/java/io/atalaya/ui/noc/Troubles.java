package io.atalaya.ui.noc;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the sources say in tests of the desk. */
final class Troubles {
    static final String SOURCE = "alarms";
    static final ResourceRef MACHINE = new ResourceRef(ResourceType.INSTANCE, "i-0f3d8a66");

    private Troubles() {}

    static Signal cpu(Instant since) {
        return new Signal(
                "item cpu instance i-0f3d8a66",
                "item.cpu",
                Severity.WARNING,
                new Words("desk.item.beyond", List.of("cpu", "", 71.0, "PERCENT", 70.0, "")),
                MACHINE,
                "AUTOChOp us-east-1a",
                SOURCE,
                null,
                since,
                since,
                true);
    }

    static Signal targets(Instant since) {
        return new Signal(
                "TARGET i-1d",
                "TARGET_UNHEALTHY",
                Severity.CRITICAL,
                Words.verbatim("1 of 2 targets of ChOp-web is healthy"),
                MACHINE,
                "AUTOChOp us-east-1d",
                SOURCE,
                null,
                since,
                since,
                true);
    }

    static Signal certificate(Instant since) {
        return new Signal(
                "CERT",
                "CERTIFICATE_ENDS",
                Severity.WARNING,
                Words.verbatim("Certificate *.checkop.co ends in 19 d"),
                null,
                "",
                SOURCE,
                null,
                since,
                since,
                true);
    }

    static Signals all(Signal... signals) {
        return Signals.of(List.of(signals), Set.of(SOURCE));
    }
}
