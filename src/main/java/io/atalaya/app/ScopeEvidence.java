package io.atalaya.app;

import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.evidence.replay.Shelf;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.evidence.CaptureAsk;
import io.atalaya.ui.evidence.CaptureModel;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.Captured;
import io.atalaya.ui.evidence.Documents;
import io.atalaya.ui.evidence.Verdicts;
import io.atalaya.ui.evidence.ViewPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** Capsules of one connection: the one that is being made, and those that are there. */
final class ScopeEvidence {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ConnectionScope scope;
    private final Machinery machinery;
    private final KeyFolder keys;
    private final Shelf shelf;
    private final CaptureModel capture;
    private final Verdicts verdicts = new Verdicts();

    /**
     * @param background where capsules are made; ends with the connection
     * @param screen the JavaFX thread
     */
    ScopeEvidence(ConnectionScope scope, Machinery machinery, Executor background, Executor screen) {
        this.scope = scope;
        this.machinery = machinery;
        var directories = machinery.directories();
        this.keys = new KeyFolder(directories.evidence());
        this.shelf = new Shelf(keys, directories.capsules());
        this.capture = new CaptureModel(this::make, background, screen);
    }

    /** The one that is being made, for all windows. */
    CaptureModel capture() {
        return capture;
    }

    Shelf shelf() {
        return shelf;
    }

    /** With titles in a language. */
    Recipes recipes(Locale language) {
        return new Recipes(machinery.directories().recipes(), language);
    }

    Documents documents() {
        return new ScopeDocuments(scope, machinery.clock());
    }

    Verdicts verdicts() {
        return verdicts;
    }

    /** Makes one without anybody at a window; blocks. */
    Captured make(String recipe, ViewPictures views, Texts texts) throws IOException, InterruptedException {
        var chosen = recipes(texts.getLocale()).named(recipe);
        return make(new CaptureAsk(chosen.title(), chosen, null, null, List.of(), views, texts), CaptureSteps.unseen());
    }

    private Captured make(CaptureAsk ask, CaptureSteps steps) throws IOException, InterruptedException {
        var file = file(ask);
        var made = new EvidenceRun(machinery.clock(), machinery.directories().journal(), keys, ask.texts())
                .makeHere(
                        scope,
                        ask.recipe(),
                        new EvidenceWish(ask.recipe().name(), file, null, null, ask.masks()),
                        ask.passphrase(),
                        ask.pictures(),
                        steps);
        for (var each : made.files()) {
            shelf.remember(each);
        }
        return new Captured(
                made.files().isEmpty() ? file : made.files().getFirst(),
                made.link().capsule(),
                made.link().number(),
                made.key(),
                made.findings(),
                made.pictures(),
                made.items());
    }

    private Path file(CaptureAsk ask) {
        var typed = ask.file();
        if (typed != null) {
            return Path.of(System.getProperty("user.home")).resolve(typed);
        }
        var name = plain(scope.session().name()) + "-" + plain(ask.recipe().name()) + "-"
                + STAMP.format(machinery.clock().instant());
        var file = shelf.capsules().resolve(name + ".zip");
        for (int again = 2; Files.exists(file); again++) { // two within a second
            file = shelf.capsules().resolve(name + "-" + again + ".zip");
        }
        return file;
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
