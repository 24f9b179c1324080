package io.atalaya.operate.preflight;

import java.util.List;

/**
 * What an act would do, as far as the deployment tells.
 *
 * @param consequences worst first
 * @param unknown parts that were never read or are past their time, by their ids: what rests on them is not known, and says so
 */
public record Preflight(List<Consequence> consequences, List<String> unknown, Confirmation confirmation) {
    public Preflight {
        consequences = List.copyOf(consequences);
        unknown = List.copyOf(unknown);
    }

    /** Whether it may be confirmed at all. */
    public boolean allowed() {
        return confirmation != Confirmation.NONE;
    }
}
