package io.atalaya.sandbox.scenario;

/** What a deployment does not have and a scenario needs. */
public enum Lack {
    /** A healthy target that is an instance. */
    NO_TARGET,
    /** Targets in two zones. */
    ONE_ZONE,
    /** A target group that a listener or a rule forwards to. */
    NO_FORWARDING,
    /** A database instance that is available. */
    NO_DATABASE,
    NO_FILE_SYSTEM,
    NO_LOG_GROUP,
    /** A listener with a certificate of Certificate Manager. */
    NO_CERTIFICATE,
    /** A scaling group with an instance. */
    NO_SCALING_GROUP
}
