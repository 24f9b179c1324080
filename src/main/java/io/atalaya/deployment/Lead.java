package io.atalaya.deployment;

/** Where a DNS record leads, as far as this deployment can tell. */
public enum Lead {
    /** To a resource of this deployment. */
    RESOLVED,
    /** To something that is not of this deployment or this region; nothing is known to be wrong. */
    OUTSIDE,
    /** To a resource of this region that does not exist: whoever creates it next receives the requests. */
    DANGLING,
    /** To something of this region that was not read. */
    NOT_READ
}
