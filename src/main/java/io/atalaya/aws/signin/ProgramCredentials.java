package io.atalaya.aws.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atalaya.aws.ProblemException;
import io.atalaya.deployment.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@code credential_process}: runs a program and reads JSON of version 1 from it. What it prints is a secret and is not
 * repeated in any message; what it says on the error stream may be one and is not read.
 */
final class ProgramCredentials {
    private final Duration patience;
    private final Executor executor;
    private final InstantSource clock;
    private final Trouble trouble;
    private final ObjectMapper json = new ObjectMapper();

    /** @param patience some programs ask a person for a finger or a password */
    ProgramCredentials(Duration patience, Executor executor, InstantSource clock) {
        this.patience = patience;
        this.executor = executor;
        this.clock = clock;
        this.trouble = new Trouble(clock);
    }

    Fetched run(CredentialSource.Program source) throws InterruptedException {
        var words = CommandLineWords.of(source.command());
        var program = Steps.program(source.command());
        if (words.isEmpty()) {
            throw trouble.profile(source.profile(), "credential_process is empty");
        }
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw trouble.profile(
                    source.profile(),
                    "credential_process: " + program + " cannot be started; is it installed and on the path?");
        }
        try {
            return credentials(source, program, output(source, program, process));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String output(CredentialSource.Program source, String program, Process process)
            throws InterruptedException {
        var reading = CompletableFuture.supplyAsync(() -> read(process), executor);
        try {
            var text = reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(5, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw trouble.profile(
                        source.profile(),
                        "credential_process: " + program + " ended with an error"
                                + (process.isAlive() ? "" : " (exit code " + process.exitValue() + ")")
                                + "; run it in a terminal to see what it says");
            }
            return text;
        } catch (TimeoutException e) {
            throw trouble.of(
                    Kind.TIMEOUT,
                    "credential_process",
                    "profile " + source.profile() + ": " + program + " did not answer within " + patience.toSeconds()
                            + " s; run it in a terminal to see what it waits for");
        } catch (ExecutionException e) {
            throw unreadable(source, program, "its output broke off");
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Fetched credentials(CredentialSource.Program source, String program, String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable(source, program, "it printed no JSON"); // Jackson's message quotes the text
        }
        if (root == null || root.path("Version").asInt(-1) != 1) {
            throw unreadable(source, program, "its Version is not 1");
        }
        var id = text(root, "AccessKeyId");
        var secret = text(root, "SecretAccessKey");
        if (id.isEmpty() || secret.isEmpty()) {
            throw unreadable(source, program, "AccessKeyId or SecretAccessKey is missing");
        }
        return new Fetched(
                Keys.credentials(id.get(), secret.get(), text(root, "SessionToken")),
                clock.instant(),
                expiration(source, program, root));
    }

    private @Nullable Instant expiration(CredentialSource.Program source, String program, JsonNode root) {
        var text = text(root, "Expiration");
        if (text.isEmpty()) {
            return null;
        }
        Instant until;
        try {
            until = OffsetDateTime.parse(text.get()).toInstant();
        } catch (DateTimeException e) {
            throw unreadable(source, program, "its Expiration is no ISO 8601 time");
        }
        if (!clock.instant().isBefore(until)) {
            throw trouble.ended(
                    source.profile(), "what " + program + " printed for credentials", until, "ask whoever runs it");
        }
        return until;
    }

    private ProblemException unreadable(CredentialSource.Program source, String program, String why) {
        return trouble.profile(
                source.profile(),
                "credential_process: " + program + ": " + why + "; it must print"
                        + " {\"Version\": 1, \"AccessKeyId\": …, \"SecretAccessKey\": …}");
    }

    private static Optional<String> text(JsonNode root, String name) {
        var node = root.path(name);
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
