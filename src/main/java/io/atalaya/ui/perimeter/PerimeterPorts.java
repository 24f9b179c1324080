package io.atalaya.ui.perimeter;

import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.watch.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the view of the perimeter needs of its connection.
 *
 * @param connection what tells it from others, over restarts: account and region
 * @param changes what this console saw change, newest first
 * @param trail who changed the perimeter, as CloudTrail tells
 * @param kept perimeters of earlier days
 * @param decisions where accepting findings is written down
 * @param person who accepts findings here
 * @param saveAs asks where, given a name; empty when the person thinks better of it
 * @param background where rows and answers are made
 * @param screen the JavaFX thread
 */
public record PerimeterPorts(
        String connection,
        Supplier<List<Change>> changes,
        PerimeterTrail trail,
        PastPerimeters kept,
        DecisionBook decisions,
        String person,
        Function<String, Optional<Path>> saveAs,
        Executor background,
        Executor screen) {}
