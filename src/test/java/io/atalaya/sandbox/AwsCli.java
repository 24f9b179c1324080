package io.atalaya.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** AWS's own command line, of any version, pointed at a sandbox. */
public final class AwsCli {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A cold start of the CLI on a loaded machine takes ten seconds. */
    private static final int SECONDS = 90;

    private final Path binary;
    private final Sandbox sandbox;
    private final Path scratch;

    /** @param exitCode 0 when the command went well */
    public record Result(int exitCode, String out, String err) {
        /** What it printed, as JSON. */
        public JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    public AwsCli(Path binary, Sandbox sandbox, Path scratch) {
        this.binary = binary;
        this.sandbox = sandbox;
        this.scratch = scratch;
    }

    /** The distribution's, else the first on the path; empty when there is none. */
    public static Optional<Path> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(File.pathSeparator)))
                .map(directory -> Path.of(directory, "aws"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Result run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(binary.toString(), "--endpoint-url", sandbox.endpoint().toString(), "--output", "json"));
        command.addAll(words);
        return run(new ProcessBuilder(command));
    }

    /** A line as a person would paste it into a POSIX shell, which has to name the endpoint itself. */
    public Result shell(String line) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", "-c", line);
        builder.environment()
                .merge("PATH", String.valueOf(binary.getParent()), (old, first) -> first + File.pathSeparator + old);
        return run(builder);
    }

    private Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        environment(builder.environment());
        Process process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("aws did not end within " + SECONDS + " s");
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void environment(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        environment.put("AWS_ACCESS_KEY_ID", sandbox.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", sandbox.secretAccessKey());
        String token = sandbox.sessionToken();
        if (token != null) {
            environment.put("AWS_SESSION_TOKEN", token);
        }
        environment.put("AWS_DEFAULT_REGION", sandbox.region());
        environment.put("AWS_CONFIG_FILE", scratch.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", scratch.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_PAGER", "");
    }
}
