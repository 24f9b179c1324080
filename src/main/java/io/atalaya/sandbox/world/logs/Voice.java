package io.atalaya.sandbox.world.logs;

/** What writes to a log stream, as a function of time: the same second always says the same. */
@FunctionalInterface
public interface Voice {
    /** Says nothing: of streams that a {@link Feed} speaks in. */
    Voice SILENT = (second, mouth) -> {};

    /** Says everything of one second, in any order. */
    void speak(long epochSecond, Mouth mouth);

    /** Where it says it. */
    @FunctionalInterface
    interface Mouth {
        /**
         * @param millis into the second, 0 to 999
         * @param message one event, which may have several lines
         */
        void say(int millis, String message);
    }

    /** This voice and another one, in the same stream. */
    default Voice and(Voice other) {
        return (second, mouth) -> {
            speak(second, mouth);
            other.speak(second, mouth);
        };
    }
}
