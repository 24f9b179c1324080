package io.atalaya.sandbox.perimeter;

import io.atalaya.sandbox.world.Ailment;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.checkop.Ids;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;

/** Health checks that ask the wrong thing, and applications that answer the wrong thing. */
final class CheckFaults {
    private static final String MISMATCH = "Target.ResponseCodeMismatch";
    private static final String FAILED = "Target.FailedHealthChecks";

    private CheckFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.timeout(
                        "check-port-closed",
                        "the checks ask port 9090, which no security group opens",
                        w -> set(w, g -> g.toBuilder().healthCheckPort("9090").build())),
                Fault.unhealthy(
                        "check-port-of-nobody",
                        "the checks ask port 8099, which is open and where nobody listens",
                        FAILED,
                        w -> {
                            GroupFaults.in(w, Ids.SG_APP, List.of(), List.of(GroupFaults.fromGroup(8099, Ids.SG_ELB)));
                            set(w, g -> g.toBuilder().healthCheckPort("8099").build());
                        }),
                Fault.unhealthy(
                        "check-path-404",
                        "the checks ask /helth, which the application does not have",
                        MISMATCH,
                        w -> set(w, g -> g.toBuilder().healthCheckPath("/helth").build())),
                Fault.unhealthy(
                        "check-matcher-wrong",
                        "the checks take 201 for success, and the application answers 200",
                        MISMATCH,
                        w -> set(w, g -> g.toBuilder()
                                .matcher(m -> m.httpCode("201"))
                                .build())),
                Fault.unhealthy(
                        "check-protocol-https",
                        "the checks speak HTTPS, and the application HTTP",
                        FAILED,
                        w -> set(
                                w,
                                g -> g.toBuilder().healthCheckProtocol("HTTPS").build())),
                Fault.unhealthy("answers-500", "the application answers 500", MISMATCH, w -> says(w, 500)),
                Fault.unhealthy(
                        "answers-302",
                        "the application sends the checks to its sign-in page",
                        MISMATCH,
                        w -> says(w, 302)),
                Fault.unhealthy(
                        "not-listening",
                        "the application is not running, nobody listens on 8080",
                        FAILED,
                        w -> w.targets()
                                .afflict(
                                        Ids.APP_1D,
                                        Ids.WEB,
                                        new Ailment(
                                                TargetHealthReasonEnum.TARGET_FAILED_HEALTH_CHECKS,
                                                "Health checks failed"))),
                Fault.timeout(
                        "too-slow", "the application takes longer to answer than the checks wait", w -> w.targets()
                                .afflict(Ids.APP_1D, Ids.WEB, Ailment.TIMEOUT)));
    }

    private static void set(World world, UnaryOperator<TargetGroup> change) {
        world.balancing().targetGroups().change(Ids.WEB, change);
        world.targets().of(Ids.WEB).forEach(t -> world.targets()
                .recheck(t.description().id()));
    }

    /** The application in us-east-1d answers with that code. */
    static void says(World world, int code) {
        world.targets()
                .afflict(
                        Ids.APP_1D,
                        Ids.WEB,
                        new Ailment(
                                TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH,
                                "Health checks failed with these codes: [" + code + "]"));
    }
}
