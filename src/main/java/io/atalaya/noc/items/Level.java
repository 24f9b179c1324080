package io.atalaya.noc.items;

/** How a reading is, the least worth looking at first. Drawn as shape, word and colour. */
public enum Level {
    /** The deployment has no such thing: SOLR where there is no SOLR. */
    NOT_PART,
    /** There is a current value, and no threshold says that it is bad. */
    OK,
    /** Nobody publishes it, or it may not be read: the reading says what was looked for, and where. */
    NO_DATA,
    /** Not known yet: what it depends on was never read. */
    UNKNOWN,
    /** There was a value; it is older than two cadences of whoever measures it or of whoever reads it. */
    STALE,
    WARNING,
    CRITICAL;

    public Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** {@code noc.level.OK}. */
    public String nameKey() {
        return "noc.level." + name();
    }
}
