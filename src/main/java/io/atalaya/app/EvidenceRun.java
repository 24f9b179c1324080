package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Session;
import io.atalaya.connect.SignInResult;
import io.atalaya.evidence.capsule.CapsuleWriter;
import io.atalaya.evidence.capsule.Chain;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.EvidenceException.Reason;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capture.Responses;
import io.atalaya.evidence.claim.Finding;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.ViewPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes one capsule: without a display connects and reads everything first, in a window asks again for what it needs. */
public final class EvidenceRun {
    /** What editors of Windows put before a text. */
    private static final String MARK = "\uFEFF";

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final Path journal;
    private final KeyFolder keys;
    private final Texts texts;

    EvidenceRun(Program program, KeyFolder keys) {
        this(
                program.machinery().clock(),
                program.directories().journal(),
                keys,
                new Texts(Texts.nearest(Locale.getDefault()), Wiring.BUNDLES));
    }

    /** @param journal of this user; need not be there */
    EvidenceRun(InstantSource clock, Path journal, KeyFolder keys, Texts texts) {
        this.clock = clock;
        this.journal = journal;
        this.keys = keys;
        this.texts = texts;
    }

    /**
     * What was made.
     *
     * @param link of the last file
     * @param files more than one where one would be too large
     * @param bytes of all files
     */
    public record Made(
            Link link, String key, List<Finding> findings, int pictures, int items, List<Path> files, long bytes) {
        public Made {
            findings = List.copyOf(findings);
            files = List.copyOf(files);
        }
    }

    /** What is done between beginning a capsule and giving it its name. */
    @FunctionalInterface
    private interface Body {
        Made capture(CapsuleWriter capsule, Responses responses, String id, Instant begun, CapsuleMaking.Seal seal)
                throws IOException, InterruptedException;
    }

    /**
     * Connects, reads, draws.
     *
     * @throws EvidenceException when there is no capsule, with what a person can do about it
     * @throws IOException when something else could not be read
     */
    Made make(Program program, ConnectRequest request, Recipe recipe, EvidenceWish wish)
            throws IOException, InterruptedException {
        return sealed(wish, passphrase(wish.passphraseFile()), (capsule, responses, id, begun, seal) -> {
            var gathering = new Gathering(program);
            var connected = gathering.connect(request);
            if (connected instanceof SignInResult.Failed failed) {
                throw new EvidenceException(Reason.INCOMPLETE, Gathering.words(failed));
            }
            var session = (AwsSession) ((SignInResult.Connected) connected).session();
            session.record(responses);
            whoAsks(session);
            try (var scope = program.scope(session);
                    var views = new DrawnViews(program, scope)) {
                gathering.awaitAll(scope);
                var capture = new CapsuleMaking.Capture(session, capsule, responses, recipe, id, begun);
                return new CapsuleMaking(clock, journal, texts, CaptureSteps.unseen())
                        .make(capture, scope.current(), wish, seal, views);
            }
        });
    }

    /**
     * Of a connection that is open: its lists are asked again, so that their answers are in the capsule.
     *
     * @param passphrase null for a key without one
     * @throws EvidenceException as above
     * @throws java.util.concurrent.CancellationException when the steps say that nobody wants it any more
     */
    Made makeHere(
            ConnectionScope scope,
            Recipe recipe,
            EvidenceWish wish,
            char @Nullable [] passphrase,
            ViewPictures views,
            CaptureSteps steps)
            throws IOException, InterruptedException {
        return sealed(wish, passphrase, (capsule, responses, id, begun, seal) -> {
            try (var recording = scope.record(responses)) {
                whoAsks(scope.session());
                var deployment = new AskingAgain(scope, clock, steps).of(recipe.lists());
                var capture = new CapsuleMaking.Capture(scope.session(), capsule, responses, recipe, id, begun);
                return new CapsuleMaking(clock, journal, texts, steps).make(capture, deployment, wish, seal, views);
            }
        });
    }

    private Made sealed(EvidenceWish wish, char @Nullable [] passphrase, Body body)
            throws IOException, InterruptedException {
        var begun = clock.instant();
        var key = keys.open(passphrase);
        var chain = new Chain(keys, key);
        chain.refuseIfBehind(begun);
        var id = ID.format(begun) + "-" + HexFormat.of().formatHex(random(3));
        try (var capsule = CapsuleWriter.begin(wish.out(), id, wish.maxBytes())) {
            return body.capture(capsule, new Responses(), id, begun, new CapsuleMaking.Seal(key, chain));
        }
    }

    /** Asks who asks, so that AWS's own answer is in the capsule and not only what this program made of it. */
    private static void whoAsks(Session session) throws EvidenceException {
        var problem = session instanceof AwsSession aws ? aws.askWhoAmI() : null;
        if (problem != null) {
            throw new EvidenceException(
                    Reason.INCOMPLETE, problem.call() + " " + problem.code() + " " + problem.message());
        }
    }

    private static char @Nullable [] passphrase(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        var first = Files.readString(file).lines().findFirst().orElse("");
        return (first.startsWith(MARK) ? first.substring(1) : first).toCharArray();
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
