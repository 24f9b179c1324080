package io.atalaya.app;

import io.atalaya.evidence.capsule.CapsuleWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capsule that somebody asked for.
 *
 * @param recipe its name
 * @param out the file
 * @param passphraseFile whose first line opens the key; null for a key without one
 * @param authority that is asked for a time stamp; null for none
 * @param maxBytes of one file; a capture that is larger becomes several
 * @param masks names of fields and keys of tags that are left out besides what always is
 */
public record EvidenceWish(
        String recipe,
        Path out,
        @Nullable Path passphraseFile,
        @Nullable URI authority,
        List<String> masks,
        long maxBytes) {
    /** One of files that AWS Audit Manager takes. */
    public EvidenceWish(
            String recipe, Path out, @Nullable Path passphraseFile, @Nullable URI authority, List<String> masks) {
        this(recipe, out, passphraseFile, authority, masks, CapsuleWriter.AUDIT_MANAGER);
    }

    public EvidenceWish {
        masks = List.copyOf(masks);
    }
}
