package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.stamp.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one file.
 *
 * @param file as the person named it
 * @param manifest null where none can be read
 * @param manifestSha256 of the manifest as it stands in the file; empty where there is none
 */
public record Checked(
        String file, @Nullable Manifest manifest, String manifestSha256, Stamp stamp, List<Fault> faults) {
    public Checked {
        faults = List.copyOf(faults);
    }

    /** Whether it was made at AWS itself. */
    public boolean ofAws() {
        return manifest != null && manifest.facts().origin().kind() == Origin.Kind.AWS;
    }
}
