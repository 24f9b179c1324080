package io.atalaya.deployment.diagnosis;

/** What can be seen of a target that is not healthy, and answered with yes or no. */
public enum Observation {
    /** It is being deregistered: {@code draining}. */
    LEAVING,
    /** A listener or a rule sends requests to its group. */
    SERVED,
    /** A balancer of its group stands in its zone. */
    ZONE_ENABLED,
    /** Its group checks health at all. */
    CHECK_ON,
    /** It was registered a moment ago, and the first checks have not ended. */
    BEGINS,
    /** Its reason is {@code Elb.InternalError}. */
    BALANCER_FAILS,
    /** Its instance is {@code running}. */
    RUNNING,
    /** The balancer can use its address: its reason is not {@code Target.IpUnusable}. */
    ADDRESS_USABLE,
    /** Some interface of the network has its address. */
    SOMEBODY_THERE,
    /** Both of EC2's status checks pass. */
    CHECKS_PASS,
    /** It was launched less than a quarter of an hour ago. */
    YOUNG,
    /** Route tables lead from the balancer to it and back. */
    ROUTED,
    /** The balancer's own security groups let it call the port that is checked. */
    BALANCER_LETS_OUT,
    /** Network ACLs let the balancer's call in. */
    ACL_LETS_IN,
    /** Its security groups let the balancer reach the port that is checked. */
    DOOR_OPEN,
    /** Network ACLs let the reply back: they are stateless. */
    ACL_LETS_REPLY,
    /** Somebody changed its groups, ACLs or route tables, or its balancers', about when it began to fail. */
    CHANGED,
    /** Its reason is {@code Target.Timeout}. */
    TIMES_OUT,
    /** Its reason is {@code Target.ResponseCodeMismatch}: something answers. */
    ANSWERS,
    /** It answers that nothing, or something else, is at the path that is asked for: 3xx or 4xx. */
    ANSWERS_ELSEWHERE,
    /** It answers that it failed: 5xx. */
    FAILS_INSIDE,
    /** The port that is checked is not the one of its group, and nobody passes on it. */
    PORT_ODD,
    /** The check speaks another protocol than its group: HTTPS instead of HTTP. */
    PROTOCOL_ODD,
    /** The same machine passes the check of another group, on another port. */
    OTHER_PORT_ANSWERS,
    /** Whatever else is registered on the same machine fails as well. */
    REST_OF_MACHINE_FAILS,
    /** The other machines of its zone fail as well. */
    REST_OF_ZONE_FAILS,
    /** Machines of other zones pass. */
    OTHER_ZONES_PASS,
    /** Others in its group pass the same check. */
    GROUP_PASSES,
    /** It cannot reach a file system that others in its group can reach. */
    FILES_CUT_OFF,
    /** It cannot reach a database that others in its group can reach. */
    DATABASE_CUT_OFF,
    /** Its way to the internet is cut, and that of others in its group is not. */
    WAY_OUT_CUT,
    /** Its log said a moment ago that a disk is full. */
    LOG_DISK_FULL,
    /** Its log said a moment ago that memory ran out. */
    LOG_OUT_OF_MEMORY,
    /** Its log said a moment ago that the database does not answer. */
    LOG_DATABASE_FAILS
}
