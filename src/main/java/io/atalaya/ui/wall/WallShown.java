package io.atalaya.ui.wall;

import io.atalaya.deployment.State;
import io.atalaya.ui.noc.TileText;
import io.atalaya.ui.overview.StageText;
import java.util.List;

/**
 * Everything on the wall at one moment.
 *
 * @param word the deployment in one word
 * @param stale whether that is only last known
 * @param notWatching headline and reason of the loud sight; empty while it sees
 * @param starting whether it does not see only because nothing was answered yet
 * @param tiles of this page
 * @param queue the worst of the desk
 * @param nothing what is said where the queue is empty
 * @param more how many entries are not on the wall
 * @param keeping whether the desk is kept and shared; empty where there is nothing to say
 * @param page {@code 2 of 4 · 12 s}: until the next; empty where there is one
 */
record WallShown(
        State state,
        String word,
        String reason,
        boolean stale,
        List<String> notWatching,
        boolean starting,
        List<StageText> stages,
        List<TileText> tiles,
        List<QueueRow> queue,
        String nothing,
        String more,
        String time,
        String date,
        String otherTime,
        String deployment,
        String where,
        State dataState,
        String data,
        String meter,
        State credentialState,
        String credentials,
        State keepingState,
        String keeping,
        String page) {
    /** One entry of the desk. */
    record QueueRow(String key, State state, boolean stale, String what, String owner, String lasted) {}

    WallShown {
        notWatching = List.copyOf(notWatching);
        stages = List.copyOf(stages);
        tiles = List.copyOf(tiles);
        queue = List.copyOf(queue);
    }
}
