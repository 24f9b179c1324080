package io.atalaya.aws.signin;

import io.atalaya.connect.ProfileFileRead;
import io.atalaya.deployment.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;

/** Reads the two files with the SDK's own parser, each for itself, so that a mistake in one leaves the other usable. */
final class ProfileFiles {
    /**
     * Both files at one moment.
     *
     * @param merged what could be read of them, joined as the AWS CLI joins them
     */
    record Read(ProfileFile merged, AwsFiles where, List<ProfileFileRead> files, List<Problem> problems) {
        Read {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }

        /** Names of all profiles, sorted. */
        List<String> names() {
            return merged.profiles().keySet().stream().sorted().toList();
        }
    }

    private static final Pattern LINE = Pattern.compile("on line (\\d+)");

    private final AwsFiles where;
    private final InstantSource clock;
    private final Trouble trouble;

    ProfileFiles(AwsFiles where, InstantSource clock) {
        this.where = where;
        this.clock = clock;
        this.trouble = new Trouble(clock);
    }

    Read read() {
        var files = new ArrayList<ProfileFileRead>();
        var problems = new ArrayList<Problem>();
        var merged = ProfileFile.aggregator();
        read(where.credentials(), ProfileFile.Type.CREDENTIALS, files, problems).ifPresent(merged::addFile);
        read(where.config(), ProfileFile.Type.CONFIGURATION, files, problems).ifPresent(merged::addFile);
        return new Read(merged.build(), where, files.reversed(), problems.reversed());
    }

    private Optional<ProfileFile> read(
            Path file, ProfileFile.Type type, List<ProfileFileRead> files, List<Problem> problems) {
        var exists = Files.isRegularFile(file);
        files.add(new ProfileFileRead(file, exists, clock.instant()));
        if (!exists) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(file); // also says when it is not UTF-8
            return Optional.of(ProfileFile.builder().content(text).type(type).build());
        } catch (IOException | UncheckedIOException e) {
            problems.add(trouble.in(
                    file,
                    "cannot be read (" + e.getClass().getSimpleName()
                            + "): it must be a text file in UTF-8 that you may read"));
        } catch (IllegalArgumentException e) {
            problems.add(trouble.in(file, malformed(e.getMessage())));
        }
        return Optional.empty();
    }

    /** The parser's own words have the line; what stands on it is not repeated, it may be a key. */
    private static String malformed(@Nullable String parser) {
        var said = parser == null ? "" : parser;
        var line = LINE.matcher(said);
        var where = line.find() ? "line " + line.group(1) + ": " : "";
        return where + reason(said)
                + "; correct the line, then read the files again. Profiles of the other file can be used";
    }

    private static String reason(String said) {
        if (said.contains("'='")) {
            return "\"name = value\" expected";
        }
        if (said.contains("]")) {
            return "a section's name must end with ]";
        }
        if (said.contains("name")) {
            return "a name is missing before the =";
        }
        return "it belongs to no [section]";
    }
}
