package io.atalaya.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atalaya.evidence.replay.CapsuleFile;
import io.atalaya.evidence.replay.Comparison;
import io.atalaya.evidence.replay.Replay;
import io.atalaya.evidence.replay.ReplayJson;
import io.atalaya.evidence.replay.Side;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verification;
import io.atalaya.evidence.verify.Verifier;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare THEN NOW}: what changed between two capsules. Both are verified first; needs no network. */
@Command(name = "compare", resourceBundle = "io.atalaya.app.compare", sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    /** As of {@code diff}. */
    private static final int DIFFERENT = 1;

    private static final int NOT_INTACT = 3;

    private final UnaryOperator<Path> folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "THEN", descriptionKey = "compare.then")
    @SuppressWarnings("NullAway.Init")
    private Path then;

    @Parameters(index = "1", paramLabel = "NOW", descriptionKey = "compare.now")
    @SuppressWarnings("NullAway.Init")
    private Path now;

    @Option(names = "--even-if-broken", descriptionKey = "compare.evenIfBroken")
    private boolean evenIfBroken;

    @Option(names = "--json", descriptionKey = "compare.json")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "compare.help")
    private boolean help;

    /** @param folder makes a typed path one that this process finds */
    CompareCommand(UnaryOperator<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Integer call() {
        try {
            return compare();
        } catch (NoSuchFileException none) {
            throw wrong("error.noSuchFile", none.getFile());
        } catch (AccessDeniedException denied) {
            throw wrong("error.mayNotRead", denied.getFile());
        } catch (IOException e) {
            throw wrong("error.unread", String.valueOf(e));
        }
    }

    private int compare() throws IOException {
        var files = List.of(folder.apply(then), folder.apply(now));
        var verification = new Verifier(Expected.nothing())
                .verify(List.of(
                        Verifier.file(then.toString(), files.getFirst()),
                        Verifier.file(now.toString(), files.getLast())));
        boolean broken =
                verification.capsules().stream().anyMatch(it -> !it.faults().isEmpty());
        if (broken && !(evenIfBroken && verification.capsules().stream().allMatch(it -> it.manifest() != null))) {
            say(verification, null);
            return NOT_INTACT;
        }
        var sides = new ArrayList<Side>();
        for (int i = 0; i < files.size(); i++) {
            var capsule = CapsuleFile.open(files.get(i));
            if (!capsule.manifestSha256().equals(verification.capsules().get(i).manifestSha256())) {
                throw new IOException(
                        spec.resourceBundle().getString("compare.otherFile").formatted(capsule.file()));
            }
            sides.add(Side.of(capsule));
        }
        var replay = Comparison.of(sides.getFirst(), sides.getLast());
        say(verification, replay);
        return broken ? NOT_INTACT : replay.isEmpty() ? ExitCode.OK : DIFFERENT;
    }

    private void say(Verification verification, @Nullable Replay replay) {
        var out = spec.commandLine().getOut();
        if (json) {
            ObjectNode root = replay == null ? ReplayJson.nothing() : ReplayJson.of(replay);
            var intact = root.putArray("intact");
            verification.capsules().forEach(it -> intact.add(it.faults().isEmpty()));
            out.println(root);
            return;
        }
        if (verification.capsules().stream().anyMatch(it -> !it.faults().isEmpty())) {
            var evidence = ResourceBundle.getBundle("io.atalaya.app.evidence");
            new VerifyReport(evidence, Expected.nothing()).tell(verification, out);
            out.println(spec.resourceBundle().getString(replay == null ? "compare.notCompared" : "compare.broken"));
        }
        if (replay != null) {
            new CompareReport(spec.resourceBundle(), Program.zone()).tell(replay, out);
        }
    }

    private ParameterException wrong(String text, Object about) {
        return new ParameterException(
                spec.commandLine(), spec.resourceBundle().getString(text).formatted(about));
    }
}
