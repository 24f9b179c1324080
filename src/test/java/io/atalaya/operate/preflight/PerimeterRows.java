package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.operate.act.AuthorizeSecurityGroupEgress;
import io.atalaya.operate.act.AuthorizeSecurityGroupIngress;
import io.atalaya.operate.act.CreateNetworkAclEntry;
import io.atalaya.operate.act.DeleteNetworkAclEntry;
import io.atalaya.operate.act.ReplaceNetworkAclEntry;
import io.atalaya.operate.act.RevokeSecurityGroupEgress;
import io.atalaya.operate.act.RevokeSecurityGroupIngress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Situations of security groups and network ACLs. */
final class PerimeterRows {
    private static final SecurityRule WEB = in(80, "0.0.0.0/0");
    private static final SecurityRule OUT = new SecurityRule(false, "-1", null, null, null, "sg-1", null, null);
    private static final AclEntry ALLOW = new AclEntry(false, 100, "6", true, "10.0.0.0/8", 443, 443);
    private static final AclEntry DENY = new AclEntry(true, 100, "-1", false, "0.0.0.0/0", null, null);
    private static final AclEntry PING = new AclEntry(false, 100, "1", false, "10.0.0.0/8", null, null, 8, 0);

    private PerimeterRows() {}

    private static SecurityRule in(int port, String cidr) {
        return new SecurityRule(true, "tcp", port, port, cidr, null, null, null);
    }

    static List<Row> all() {
        return Stream.of(authorize(), revoke(), entries()).flatMap(List::stream).toList();
    }

    private static List<Row> authorize() {
        return List.of(
                Row.of(
                        "an office",
                        w -> {},
                        new AuthorizeSecurityGroupIngress("sg-1", in(22, "192.0.2.0/24")),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsIn"),
                Row.of(
                        "everybody",
                        w -> {},
                        new AuthorizeSecurityGroupIngress("sg-1", in(22, "0.0.0.0/0")),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "D opensToAll"),
                Row.of(
                        "a group that nobody has",
                        w -> w.cards = false,
                        new AuthorizeSecurityGroupIngress("sg-1", in(22, "::/0")),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "D opensToAll",
                        "N groupOfNobody"),
                Row.of("there already", w -> {}, new AuthorizeSecurityGroupIngress("sg-1", WEB), NONE, "B nothingToDo"),
                Row.of(
                        "sixty are there",
                        w -> w.moreRules = IntStream.range(0, 60)
                                .mapToObj(i -> in(1000 + i, "192.0.2.0/24"))
                                .toList(),
                        new AuthorizeSecurityGroupIngress("sg-1", in(22, "192.0.2.0/24")),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsIn",
                        "C manyRules"),
                Row.of(
                        "out to a group",
                        w -> {},
                        new AuthorizeSecurityGroupEgress("sg-1", OUT),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsOut"),
                Row.of(
                        "interfaces never read",
                        w -> w.unread(Parts.NETWORK_INTERFACES),
                        new AuthorizeSecurityGroupEgress("sg-1", OUT),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsOut",
                        "? network-interfaces"));
    }

    private static List<Row> revoke() {
        return List.of(
                Row.of(
                        "the last one in",
                        w -> {},
                        new RevokeSecurityGroupIngress("sg-1", WEB),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsInNoMore",
                        "D letsNothingIn",
                        "N openStays"),
                Row.of(
                        "one of two",
                        w -> w.moreRules = List.of(in(443, "0.0.0.0/0")),
                        new RevokeSecurityGroupIngress("sg-1", WEB),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsInNoMore",
                        "N openStays"),
                Row.of(
                        "not there",
                        w -> {},
                        new RevokeSecurityGroupIngress("sg-1", in(22, "0.0.0.0/0")),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "the last one out",
                        w -> w.moreRules = List.of(OUT),
                        new RevokeSecurityGroupEgress("sg-1", OUT),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C letsOutNoMore",
                        "D letsNothingOut",
                        "N openStays"),
                Row.of("the group is gone", w -> {}, new RevokeSecurityGroupEgress("sg-9", OUT), NONE, "B gone"));
    }

    private static List<Row> entries() {
        return List.of(
                Row.of(
                        "allows in",
                        w -> {},
                        new CreateNetworkAclEntry("acl-1", ALLOW),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C aclLetsIn",
                        "N aclAtOnce"),
                Row.of(
                        "allows out, of no subnet",
                        w -> w.aclSubnets = List.of(),
                        new CreateNetworkAclEntry("acl-1", new AclEntry(true, 90, "-1", true, "::/0", null, null)),
                        CONSIDER,
                        "N pathsSame",
                        "N pathsLooked",
                        "C aclLetsOut",
                        "N aclOfNobody"),
                Row.of(
                        "the number is taken",
                        w -> w.entries = List.of(ALLOW),
                        new CreateNetworkAclEntry("acl-1", PING),
                        NONE,
                        "B entryTaken"),
                Row.of(
                        "twenty are there",
                        w -> w.entries = IntStream.range(1, 21)
                                .mapToObj(i -> new AclEntry(false, i, "6", true, "10.0.0.0/8", i, i))
                                .toList(),
                        new CreateNetworkAclEntry("acl-1", ALLOW),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C aclLetsIn",
                        "C manyEntries",
                        "N aclAtOnce"),
                Row.of(
                        "stops where it let in",
                        w -> w.entries = List.of(ALLOW),
                        new ReplaceNetworkAclEntry("acl-1", PING),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "D aclLetsNoMore",
                        "D aclStopsIn",
                        "N aclAtOnce"),
                Row.of(
                        "stops something else on its way out",
                        w -> w.entries = List.of(DENY),
                        new ReplaceNetworkAclEntry("acl-1", new AclEntry(true, 100, "17", false, "::/0", 53, 53)),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "C aclStopsNoMore",
                        "D aclStopsOut",
                        "N aclAtOnce"),
                Row.of(
                        "as it is",
                        w -> w.entries = List.of(ALLOW),
                        new ReplaceNetworkAclEntry("acl-1", ALLOW),
                        NONE,
                        "B nothingToDo"),
                Row.of("nothing to replace", w -> {}, new ReplaceNetworkAclEntry("acl-1", ALLOW), NONE, "B entryGone"),
                Row.of(
                        "allowed",
                        w -> w.entries = List.of(ALLOW),
                        new DeleteNetworkAclEntry("acl-1", 100, false),
                        CONSIDER,
                        "C pathUnknown",
                        "N pathsLooked",
                        "D aclLetsNoMore",
                        "N aclAtOnce"),
                Row.of(
                        "the other direction",
                        w -> w.entries = List.of(ALLOW),
                        new DeleteNetworkAclEntry("acl-1", 100, true),
                        NONE,
                        "B entryGone"));
    }
}
