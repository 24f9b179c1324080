package io.atalaya.ui.perimeter;

import io.atalaya.operate.run.Decision;
import java.io.IOException;

/** Where it is written down that somebody accepted a finding: the console's journal. Blocking; off the screen's thread. */
@FunctionalInterface
public interface DecisionBook {
    /** @throws IOException when it is not on disk: then nothing was decided */
    void note(Decision decision) throws IOException;
}
