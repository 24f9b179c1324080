package io.atalaya.aws;

import java.util.regex.Pattern;

/** Takes out of AWS's messages what must not be shown or kept. */
final class Redaction {
    /** SignatureDoesNotMatch quotes the canonical request, and that holds the session token. */
    private static final Pattern CANONICAL =
            Pattern.compile("\\s*The Canonical String for this request should have been.*", Pattern.DOTALL);

    private static final Pattern TOKEN =
            Pattern.compile("(?i)(x-amz-security-token|x-amz-sso_bearer_token)\\s*[:=]\\s*\\S+");

    private Redaction() {}

    static String of(String message) {
        return TOKEN.matcher(CANONICAL.matcher(message).replaceAll(""))
                .replaceAll("$1:…")
                .strip();
    }
}
