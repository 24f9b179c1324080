package io.atalaya.deployment.balancing;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a target is not healthy, as elasticloadbalancing:DescribeTargetHealth and, for classic balancers,
 * DescribeInstanceHealth name it.
 */
public enum ReasonCode {
    REGISTRATION_IN_PROGRESS("Elb.RegistrationInProgress"),
    INITIAL_HEALTH_CHECKING("Elb.InitialHealthChecking"),
    INTERNAL_ERROR("Elb.InternalError"),
    RESPONSE_CODE_MISMATCH("Target.ResponseCodeMismatch"),
    TIMEOUT("Target.Timeout"),
    FAILED_HEALTH_CHECKS("Target.FailedHealthChecks"),
    NOT_REGISTERED("Target.NotRegistered"),
    NOT_IN_USE("Target.NotInUse"),
    DEREGISTRATION_IN_PROGRESS("Target.DeregistrationInProgress"),
    INVALID_STATE("Target.InvalidState"),
    IP_UNUSABLE("Target.IpUnusable"),
    HEALTH_CHECK_DISABLED("Target.HealthCheckDisabled"),
    /** Of a classic balancer: the instance is to blame. */
    CLASSIC_INSTANCE("Instance"),
    /** Of a classic balancer: it has not finished registering. */
    CLASSIC_BALANCER("ELB"),
    /** AWS gave a reason that this program does not know. */
    UNKNOWN("");

    private static final Map<String, ReasonCode> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(ReasonCode::word, Function.identity()));

    private final String word;

    ReasonCode(String word) {
        this.word = word;
    }

    /** As AWS writes it; empty for {@link #UNKNOWN}. */
    public String word() {
        return word;
    }

    /** Null where AWS gave no reason. */
    public static @Nullable ReasonCode of(@Nullable String word) {
        return word == null || word.isEmpty() || word.equals("N/A") ? null : BY_WORD.getOrDefault(word, UNKNOWN);
    }
}
