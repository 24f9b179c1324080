package io.atalaya.deployment.diagnosis;

import java.util.List;

/**
 * Why a target may not be healthy, and what one would then see. In the order in which a request meets them: where several are
 * proven, the first one has to be mended before the others matter.
 */
public enum Cause {
    // what the balancer itself was told
    LEAVING(proof(Observation.LEAVING, true)),
    NOT_SERVED(proof(Observation.SERVED, false)),
    ZONE_NOT_ENABLED(proof(Observation.ZONE_ENABLED, false)),
    CHECK_OFF(proof(Observation.CHECK_ON, false)),
    // the machine is not there
    MACHINE_STOPPED(proof(Observation.RUNNING, false)),
    ADDRESS_UNUSABLE(proof(Observation.ADDRESS_USABLE, false)),
    NOBODY_THERE(proof(Observation.SOMEBODY_THERE, false), must(Observation.ANSWERS, false)),
    // the way from the balancer and back
    PORT_WRONG(
            must(Observation.RUNNING, true),
            proof(Observation.PORT_ODD, true),
            must(Observation.ANSWERS, false),
            would(Observation.OTHER_PORT_ANSWERS, true),
            would(Observation.CHECKS_PASS, true)),
    NO_ROUTE(must(Observation.RUNNING, true), must(Observation.ANSWERS, false), proof(Observation.ROUTED, false)),
    BALANCER_SHUT_IN(
            must(Observation.RUNNING, true),
            must(Observation.ANSWERS, false),
            proof(Observation.BALANCER_LETS_OUT, false)),
    ACL_REFUSES(
            must(Observation.RUNNING, true), must(Observation.ANSWERS, false), proof(Observation.ACL_LETS_IN, false)),
    DOOR_SHUT(
            must(Observation.RUNNING, true),
            must(Observation.ANSWERS, false),
            proof(Observation.DOOR_OPEN, false),
            would(Observation.TIMES_OUT, true),
            would(Observation.CHECKS_PASS, true)),
    REPLY_REFUSED(
            must(Observation.RUNNING, true),
            must(Observation.ANSWERS, false),
            proof(Observation.ACL_LETS_REPLY, false)),
    PERIMETER_CHANGED(
            must(Observation.RUNNING, true),
            must(Observation.ANSWERS, false),
            needs(Observation.CHANGED, true),
            would(Observation.TIMES_OUT, true),
            would(Observation.CHECKS_PASS, true)),
    PROTOCOL_WRONG(
            must(Observation.RUNNING, true),
            proof(Observation.PROTOCOL_ODD, true),
            must(Observation.ANSWERS, false),
            must(Observation.GROUP_PASSES, false)),
    // what the application needs
    FILES_UNREACHABLE(
            must(Observation.RUNNING, true),
            proof(Observation.FILES_CUT_OFF, true),
            would(Observation.TIMES_OUT, true),
            would(Observation.REST_OF_MACHINE_FAILS, true),
            would(Observation.CHECKS_PASS, true)),
    DATABASE_UNREACHABLE(must(Observation.RUNNING, true), proof(Observation.DATABASE_CUT_OFF, true)),
    DISK_FULL(must(Observation.RUNNING, true), proof(Observation.LOG_DISK_FULL, true)),
    OUT_OF_MEMORY(must(Observation.RUNNING, true), proof(Observation.LOG_OUT_OF_MEMORY, true)),
    DATABASE_DOWN(must(Observation.RUNNING, true), proof(Observation.LOG_DATABASE_FAILS, true)),
    WAY_OUT_CUT(must(Observation.RUNNING, true), proof(Observation.WAY_OUT_CUT, true)),
    // the machine or its zone
    ZONE_IMPAIRED(
            must(Observation.RUNNING, true),
            needs(Observation.REST_OF_ZONE_FAILS, true),
            proof(Observation.OTHER_ZONES_PASS, true),
            would(Observation.REST_OF_MACHINE_FAILS, true)),
    MACHINE_IMPAIRED(
            must(Observation.RUNNING, true),
            proof(Observation.CHECKS_PASS, false),
            would(Observation.REST_OF_MACHINE_FAILS, true)),
    BALANCER_FAULT(needs(Observation.BALANCER_FAILS, true)),
    STARTING(
            must(Observation.RUNNING, true),
            needs(Observation.YOUNG, true),
            would(Observation.GROUP_PASSES, true),
            would(Observation.CHECKS_PASS, true)),
    REGISTERING(needs(Observation.BEGINS, true), would(Observation.RUNNING, true)),
    // the check and what answers it
    PATH_WRONG(
            must(Observation.RUNNING, true),
            needs(Observation.ANSWERS, true),
            needs(Observation.ANSWERS_ELSEWHERE, true),
            would(Observation.GROUP_PASSES, false),
            would(Observation.CHECKS_PASS, true)),
    WRONG_ANSWER(
            must(Observation.RUNNING, true),
            needs(Observation.ANSWERS, true),
            would(Observation.FAILS_INSIDE, true),
            would(Observation.GROUP_PASSES, true),
            would(Observation.CHECKS_PASS, true)),
    CHECK_WRONG(
            must(Observation.RUNNING, true),
            needs(Observation.GROUP_PASSES, false),
            would(Observation.ANSWERS, true),
            would(Observation.CHECKS_PASS, true)),
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
            would(Observation.GROUP_PASSES, true),
            would(Observation.YOUNG, false),
            would(Observation.CHECKS_PASS, true));

    /**
     * What one would see.
     *
     * @param decisive whether seeing the contrary excludes the cause
     * @param needed whether the cause is not worth a word where this could not be looked at
     * @param proves whether seeing it leaves no doubt that this is in the way, whatever else is
     */
    record Sign(Observation observation, boolean expected, boolean decisive, boolean needed, boolean proves) {}

    private final List<Sign> signs;

    Cause(Sign... signs) {
        this.signs = List.of(signs);
    }

    List<Sign> signs() {
        return signs;
    }

    private static Sign proof(Observation observation, boolean expected) {
        return new Sign(observation, expected, true, true, true);
    }

    private static Sign must(Observation observation, boolean expected) {
        return new Sign(observation, expected, true, false, false);
    }

    private static Sign needs(Observation observation, boolean expected) {
        return new Sign(observation, expected, true, true, false);
    }

    private static Sign would(Observation observation, boolean expected) {
        return new Sign(observation, expected, false, false, false);
    }
}
