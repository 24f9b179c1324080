package io.atalaya.evidence.document.make;

import io.atalaya.evidence.document.print.Format;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody asked for.
 *
 * @param folder that is made where it is not there; files of an earlier document in it are replaced
 * @param language English, Spanish or Brazilian Portuguese; English for any other
 * @param zone of the times in it
 * @param baseline with what it is compared: a saved document or a baseline file; null for nothing
 */
public record DocumentWish(
        Path folder,
        List<Format> formats,
        Locale language,
        ZoneId zone,
        @Nullable Path baseline) {
    public DocumentWish {
        formats = List.copyOf(formats);
    }
}
