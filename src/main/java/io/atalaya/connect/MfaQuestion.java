package io.atalaya.connect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question for a multi-factor code.
 *
 * @param mfaSerial ARN or serial number of the device
 * @param roleArn the role it opens
 * @param refusal what AWS said to the last code; null the first time
 * @param refusedAt when; null the first time. AWS takes each code once: the next one comes within 30 s
 */
public record MfaQuestion(
        String profile,
        String mfaSerial,
        String roleArn,
        @Nullable String refusal,
        @Nullable Instant refusedAt) {}
