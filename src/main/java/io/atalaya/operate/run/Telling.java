package io.atalaya.operate.run;

import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootInstance;

/** Whether looking at a resource tells that an act was done, when no answer of AWS did. */
final class Telling {
    private Telling() {}

    /** A reboot ends in the state in which it began, and of some acts nothing is to be seen: looking tells nothing there. */
    static boolean byLooking(Operation operation) {
        return !(operation instanceof RebootInstance)
                && !operation.settling().parts().isEmpty();
    }
}
