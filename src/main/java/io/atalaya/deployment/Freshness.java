package io.atalaya.deployment;

/** How far a value can be trusted to be current, by its age against the cadence of its source. */
public enum Freshness {
    /** Younger than one cadence. */
    CURRENT,
    /** Past one cadence: an answer is overdue. */
    LATE,
    /** Past two cadences: shown as "last known", hollow and grey, never in the healthy style. */
    LAST_KNOWN,
    /** AWS never answered: the state is unknown, which is never OK. */
    NEVER_READ
}
