package io.atalaya.app;

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
 * @param masks names of fields and keys of tags that are left out besides what always is
 */
public record EvidenceWish(
        String recipe,
        Path out,
        @Nullable Path passphraseFile,
        @Nullable URI authority,
        List<String> masks) {
    public EvidenceWish {
        masks = List.copyOf(masks);
    }
}
