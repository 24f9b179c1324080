package io.atalaya.deployment.balancing;

import java.util.List;

/** Why a target may fail, and what one would then see. The most telling first: it wins where several fit as well. */
public enum Cause {
    MACHINE_STOPPED(needs(Observation.RUNNING, false)),
    FILES_UNREACHABLE(
            must(Observation.RUNNING, true),
            needs(Observation.FILES_CUT_OFF, true),
            would(Observation.TIMES_OUT, true),
            would(Observation.REST_OF_MACHINE_FAILS, true),
            would(Observation.CHECKS_PASS, true)),
    DOOR_SHUT(
            must(Observation.RUNNING, true),
            needs(Observation.DOOR_OPEN, false),
            would(Observation.TIMES_OUT, true),
            would(Observation.CHECKS_PASS, true)),
    MACHINE_IMPAIRED(
            must(Observation.RUNNING, true),
            needs(Observation.CHECKS_PASS, false),
            would(Observation.REST_OF_MACHINE_FAILS, true)),
    ZONE_IMPAIRED(
            must(Observation.RUNNING, true),
            needs(Observation.REST_OF_ZONE_FAILS, true),
            would(Observation.OTHER_ZONES_PASS, true),
            would(Observation.REST_OF_MACHINE_FAILS, true)),
    STARTING(must(Observation.RUNNING, true), needs(Observation.YOUNG, true), would(Observation.GROUP_PASSES, true)),
    WRONG_ANSWER(
            must(Observation.RUNNING, true), needs(Observation.ANSWERS, true), would(Observation.GROUP_PASSES, true)),
    CHECK_WRONG(
            must(Observation.RUNNING, true), needs(Observation.GROUP_PASSES, false), would(Observation.ANSWERS, true)),
    MACHINE_BUSY(
            must(Observation.RUNNING, true),
            must(Observation.REST_OF_MACHINE_FAILS, true),
            must(Observation.ANSWERS, false),
            would(Observation.TIMES_OUT, true),
            would(Observation.CHECKS_PASS, true)),
    PROCESS_DOWN(
            must(Observation.RUNNING, true),
            would(Observation.REST_OF_MACHINE_FAILS, false),
            must(Observation.ANSWERS, false),
            would(Observation.DOOR_OPEN, true),
            would(Observation.GROUP_PASSES, true));

    /**
     * What one would see.
     *
     * @param decisive whether seeing the contrary excludes the cause
     * @param needed whether the cause is not worth a word where this could not be looked at
     */
    record Sign(Observation observation, boolean expected, boolean decisive, boolean needed) {}

    private final List<Sign> signs;

    Cause(Sign... signs) {
        this.signs = List.of(signs);
    }

    List<Sign> signs() {
        return signs;
    }

    private static Sign must(Observation observation, boolean expected) {
        return new Sign(observation, expected, true, false);
    }

    private static Sign needs(Observation observation, boolean expected) {
        return new Sign(observation, expected, true, true);
    }

    private static Sign would(Observation observation, boolean expected) {
        return new Sign(observation, expected, false, false);
    }
}
