package io.atalaya.aws.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The tokens that {@code aws sso login} left. Read, never written. */
final class SsoTokenFiles {
    private final Path directory;
    private final ObjectMapper json = new ObjectMapper();

    SsoTokenFiles(Path directory) {
        this.directory = directory;
    }

    /** The CLI's token, valid or not; empty when there is none that can be read, which is then as if there were none. */
    Optional<SsoToken> find(CredentialSource.SsoSettings sso) {
        var file = directory.resolve(sha1(sso.cacheKey()) + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return token(json.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // half written by the CLI: the browser will do
        } catch (IOException e) {
            return Optional.empty(); // not ours to read: the browser will do
        }
    }

    private static Optional<SsoToken> token(JsonNode root) {
        var accessToken = root.path("accessToken").asText("");
        var expiresAt = instant(root.path("expiresAt").asText(""));
        return accessToken.isEmpty() ? Optional.empty() : expiresAt.map(at -> new SsoToken(accessToken, at, null));
    }

    /** {@code 2026-11-22T14:03:00Z}, or with {@code UTC} at the end as the first versions of the CLI wrote it. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text.replace("UTC", "Z")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
