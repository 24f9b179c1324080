package io.atalaya.practice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A simulated deployment on which things can be made to go wrong. Answered from this computer, but it may wait for the
 * simulation: not for the screen's thread.
 */
public interface Practice {
    /** All exercises there are, and whether each can be started here. */
    List<Exercise> exercises();

    /** When this simulation began, by this computer's clock: of what was before, it knows nothing. */
    Instant since();

    /** Starts one; one runs at a time. */
    Outcome start(String exercise);

    /** Ends the one that runs: what it broke heals, which takes its time. Nothing happens when none runs. */
    void stop();

    /** The newest run, as far as it has come. */
    Optional<Run> run();
}
