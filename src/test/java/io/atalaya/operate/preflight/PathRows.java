package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;

import io.atalaya.aws.readers.SandboxDeployment;
import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.CreateNetworkAclEntry;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import io.atalaya.sandbox.world.checkop.Ids;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which paths open and close in CheckOp, read over the wire. */
final class PathRows {
    private static final SecurityRule SSH = new SecurityRule(true, "tcp", 22, 22, "0.0.0.0/0", null, null, null);
    private static final SecurityRule FROM_BALANCER =
            new SecurityRule(true, "tcp", 8080, 8080, null, Ids.SG_ELB, null, null);
    private static final SecurityRule HTTPS = new SecurityRule(true, "tcp", 443, 443, "0.0.0.0/0", null, null, null);
    private static final AclEntry NOTHING_IN = new AclEntry(false, 90, "-1", false, "0.0.0.0/0", null, null);
    private static final AclEntry FEWER_ANSWERS = new AclEntry(true, 90, "6", false, "10.20.0.0/16", 40_000, 50_000);

    private PathRows() {}

    private static final class Read {
        private static final Deployment CHECKOP = checkop();

        private static Deployment checkop() {
            try {
                return SandboxDeployment.calm("checkop", World.AT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Deployment checkop() {
        return Read.CHECKOP;
    }

    private static Row row(String situation, UnaryOperator<Deployment> set, Operation act, String... expected) {
        var all = Stream.concat(Stream.of(expected), Stream.of("N pathsLooked")).toArray(String[]::new);
        return Row.of(situation, w -> w.instead = set.apply(checkop()), act, CONSIDER, all);
    }

    static List<Row> all() {
        return List.of(
                row(
                        "the balancer's way to both targets",
                        d -> d,
                        revoke(Ids.SG_APP, FROM_BALANCER),
                        "C letsInNoMore",
                        "D pathCloses",
                        "D pathCloses",
                        "N openStays"),
                row("a database in a private subnet", d -> d, authorize(Ids.SG_DB), "D opensToAll", "N pathsSame"),
                row(
                        "instances with public addresses",
                        d -> d,
                        authorize(Ids.SG_APP),
                        "D opensToAll",
                        "D worldOpens",
                        "D worldOpens",
                        "C tierOpens",
                        "C tierOpens"),
                row(
                        "what everybody comes by",
                        d -> d,
                        revoke(Ids.SG_ELB, HTTPS),
                        "C letsInNoMore",
                        "C tierCloses",
                        "C tierCloses",
                        "C tierCloses",
                        "D worldCloses",
                        "N openStays"),
                row(
                        "data cut off",
                        d -> d,
                        new CreateNetworkAclEntry(Ids.ACL_DATA, NOTHING_IN),
                        "D aclStopsIn",
                        "D moreClose",
                        "D pathCloses",
                        "D pathCloses",
                        "D pathCloses",
                        "D pathCloses",
                        "C tierCloses",
                        "N aclAtOnce"),
                row(
                        "data given back",
                        d -> Changes.apply(d, new Change.AddEntry(Ids.ACL_DATA, NOTHING_IN)),
                        new DeleteNetworkAclEntry(Ids.ACL_DATA, 90, false),
                        "C aclStopsNoMore",
                        "C moreOpen",
                        "C pathOpens",
                        "C pathOpens",
                        "C pathOpens",
                        "C pathOpens",
                        "C tierOpens",
                        "N aclAtOnce"),
                row(
                        "some answers stopped",
                        d -> d,
                        new CreateNetworkAclEntry(Ids.ACL_DATA, FEWER_ANSWERS),
                        "D aclStopsOut",
                        "D moreClose",
                        "D pathNarrows",
                        "D pathNarrows",
                        "D pathNarrows",
                        "D pathNarrows",
                        "N aclAtOnce"),
                row(
                        "routes never read",
                        d -> d.with(Parts.ROUTE_TABLES, Observed.never(java.time.Duration.ofSeconds(60))),
                        authorize(Ids.SG_APP),
                        "? route-tables",
                        "C pathUnknown",
                        "C tierOpens",
                        "C tierUnknown",
                        "C worldUnknown",
                        "D opensToAll"),
                row(
                        "ten thousand interfaces",
                        PathRows::tenThousand,
                        authorize(Ids.SG_DB),
                        "C worldTooLarge",
                        "C tiersTooMany",
                        "D opensToAll",
                        "N groupOfNobody"),
                row(
                        "many mount targets",
                        PathRows::mounted,
                        authorize(Ids.SG_APP),
                        "C pathsCapped",
                        "C tierOpens",
                        "C tierOpens",
                        "D opensToAll",
                        "D worldOpens",
                        "D worldOpens"));
    }

    private static Operation authorize(String group) {
        return new AuthorizeSecurityGroupIngress(group, SSH);
    }

    private static Operation revoke(String group, SecurityRule rule) {
        return new RevokeSecurityGroupIngress(group, rule);
    }

    private static Deployment tenThousand(Deployment d) {
        var one = d.items(Parts.NETWORK_INTERFACES).getFirst();
        return Sample.with(
                d,
                Parts.NETWORK_INTERFACES,
                IntStream.range(0, 10_001)
                        .mapToObj(i -> new NetworkInterface(
                                "eni-" + i,
                                "eni-" + i,
                                one.vpcId(),
                                one.subnetId(),
                                one.zone(),
                                one.kind(),
                                "",
                                one.status(),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                null,
                                true,
                                null,
                                one.tags()))
                        .toList());
    }

    private static Deployment mounted(Deployment d) {
        var one = d.items(Parts.MOUNT_TARGETS).getFirst();
        return Sample.with(
                d,
                Parts.MOUNT_TARGETS,
                IntStream.range(0, 600)
                        .mapToObj(i -> new MountTarget(
                                "fsmt-" + i,
                                one.fileSystemId(),
                                one.subnetId(),
                                one.zone(),
                                null,
                                one.state(),
                                one.vpcId(),
                                one.securityGroupIds()))
                        .toList());
    }
}
