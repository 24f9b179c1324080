package io.atalaya.ui.evidence;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is burned into every picture of a capture.
 *
 * @param where deployment, account, region
 * @param caller the ARN
 * @param capture its id
 * @param zone of the person's clock
 * @param notAws what answered instead of AWS, drawn across the picture; null at AWS
 */
public record Band(
        String where,
        String caller,
        String capture,
        ZoneId zone,
        @Nullable String notAws,
        Texts texts) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    /**
     * Its lines.
     *
     * @param at when the picture was made
     * @param page from 1
     */
    List<String> lines(Instant at, int page, int pages) {
        return List.of(
                AwsText.line(where + (notAws == null ? "" : " · " + notAws)),
                AwsText.line(caller),
                LOCAL.format(at.atZone(zone)) + " · " + UTC.format(at.atZone(ZoneOffset.UTC)) + " · "
                        + texts.get("evidence.band.capture", capture, page, pages));
    }
}
