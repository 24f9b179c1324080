package io.atalaya.operate.run;

import io.atalaya.operate.act.CancelInstanceRefresh;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstanceRefresh;

/** Whether looking at a resource tells that an act was done, when no answer of AWS did. */
final class Telling {
    private Telling() {}

    /**
     * A reboot ends in the state in which it began; a refresh cannot be told from the one before it; and of some acts nothing is
     * to be seen: looking tells nothing there.
     */
    static boolean byLooking(Operation operation) {
        var hidden = operation instanceof RebootInstance
                || operation instanceof RebootDatabase
                || operation instanceof StartInstanceRefresh
                || operation instanceof CancelInstanceRefresh;
        return !hidden && !operation.settling().parts().isEmpty();
    }
}
