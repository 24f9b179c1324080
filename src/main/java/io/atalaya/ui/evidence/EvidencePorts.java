package io.atalaya.ui.evidence;

import io.atalaya.evidence.recipe.Recipes;
import io.atalaya.evidence.replay.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the evidence view stands on.
 *
 * @param capture shared by all windows of the connection
 * @param verdicts found so far in this run of the program
 * @param documents architecture documents
 * @param pictures of the views of a recipe
 * @param saveAs asks where to, given a name; empty when the person thinks better of it
 * @param choose asks for files to open
 * @param aws whether AWS itself answers here: only there every list is offered
 */
public record EvidencePorts(
        CaptureModel capture,
        Shelf shelf,
        Verdicts verdicts,
        Recipes recipes,
        Documents documents,
        ViewPictures pictures,
        Function<String, Optional<Path>> saveAs,
        Supplier<List<Path>> choose,
        boolean aws,
        Executor background,
        Executor screen) {}
