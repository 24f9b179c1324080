package io.atalaya.ui.noc;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import java.util.List;

/** What a board is made of: asked for while somebody looks at one. */
public final class NocParts {
    public static final List<Part<?>> ALL = List.of(
            Parts.METRIC_NAMES,
            Parts.NOC_SERIES,
            Parts.LOG_VALUES,
            Parts.PROBES,
            Parts.INSTANCES,
            Parts.LOAD_BALANCERS,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.DATABASES,
            Parts.FILE_SYSTEMS,
            Parts.HOSTED_ZONES,
            Parts.RECORD_SETS,
            Parts.LOG_GROUPS,
            Parts.ALARMS);

    private NocParts() {}
}
