package io.atalaya.deployment.balancing;

/** What can be seen of a target that fails, and answered with yes or no. */
public enum Observation {
    /** Its instance is {@code running}. */
    RUNNING,
    /** Both of EC2's status checks pass. */
    CHECKS_PASS,
    /** Its security groups let the balancer reach the port that is checked. */
    DOOR_OPEN,
    /** Its reason is {@code Target.Timeout}. */
    TIMES_OUT,
    /** Its reason is {@code Target.ResponseCodeMismatch}: something answers. */
    ANSWERS,
    /** Whatever else is registered on the same machine fails as well. */
    REST_OF_MACHINE_FAILS,
    /** The other machines of its zone fail as well. */
    REST_OF_ZONE_FAILS,
    /** Machines of other zones pass. */
    OTHER_ZONES_PASS,
    /** Others in its group pass the same check. */
    GROUP_PASSES,
    /** It was launched less than a quarter of an hour ago. */
    YOUNG,
    /** Security groups keep it from a file system that others in its group can reach. */
    FILES_CUT_OFF
}
