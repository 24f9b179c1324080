package io.atalaya.noc.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which sound is due: the worst unacknowledged entry's, again and again until somebody acknowledges, mutes or puts it aside.
 *
 * @param sounds by severity; one that is not in it is silent
 */
public record SoundPlan(Map<Severity, Sound> sounds) {
    /**
     * One sound.
     *
     * @param tone name of the sound, for whoever plays it
     * @param every how often it repeats
     */
    public record Sound(String tone, Duration every) {}

    /** Nothing sounds. */
    public static final SoundPlan SILENT = new SoundPlan(Map.of());

    public static final SoundPlan USUAL = new SoundPlan(Map.of(
            Severity.CRITICAL, new Sound("critical", Duration.ofSeconds(10)),
            Severity.WARNING, new Sound("warning", Duration.ofMinutes(1)),
            Severity.UNKNOWN, new Sound("unknown", Duration.ofMinutes(5))));

    public SoundPlan {
        sounds = Map.copyOf(sounds);
    }

    /**
     * The severity whose sound is to be played now.
     *
     * @param lastPlayed by severity; empty at first
     */
    public Optional<Severity> due(DeskState state, Map<Severity, Instant> lastPlayed, Instant now) {
        return state.calling(now).stream()
                .map(Entry::severity)
                .filter(sounds::containsKey)
                .min(java.util.Comparator.naturalOrder())
                .filter(worst -> isDue(worst, lastPlayed, now));
    }

    private boolean isDue(Severity severity, Map<Severity, Instant> lastPlayed, Instant now) {
        var last = lastPlayed.get(severity);
        var sound = sounds.get(severity);
        return sound != null && (last == null || !now.isBefore(last.plus(sound.every())));
    }
}
