package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.DeleteRecord;
import io.atalaya.operate.act.DisableHealthCheck;
import io.atalaya.operate.act.EnableHealthCheck;
import io.atalaya.operate.act.UpsertRecord;
import java.util.List;
import java.util.function.Consumer;

/** Situations of DNS. */
final class NameRows {
    private NameRows() {}

    static List<Row> all() {
        var www = Records.alias("www.checkop.edu");
        var primary = Records.record("app.checkop.edu", "A", "failover PRIMARY", "p", "192.0.2.1");
        var secondary = Records.record("app.checkop.edu", "A", "failover SECONDARY", "s", "192.0.2.2");
        Consumer<World> pair = w -> w.records = List.of(primary, secondary);
        return List.of(
                Row.of(
                        "new",
                        w -> {},
                        new UpsertRecord(Records.a("new.checkop.edu", "192.0.2.1")),
                        PRESS,
                        "N recordNew"),
                Row.of(
                        "other address",
                        w -> {},
                        new UpsertRecord(Records.a("vpn.checkop.edu", "192.0.2.1")),
                        CONSIDER,
                        "C recordReplaced",
                        "N ttl"),
                Row.of(
                        "the balancer's name",
                        w -> {},
                        new UpsertRecord(Records.a("www.checkop.edu", "192.0.2.1")),
                        CONSIDER,
                        "D balancerAnswers",
                        "C recordReplaced",
                        "N ttl"),
                Row.of(
                        "to what is not there",
                        w -> {},
                        new UpsertRecord(Records.record(
                                "new.checkop.edu", "CNAME", "simple", null, "x.us-east-1.elb.amazonaws.com")),
                        CONSIDER,
                        "N recordNew",
                        "D dangling"),
                Row.of(
                        "same",
                        w -> {},
                        new UpsertRecord(Records.a("vpn.checkop.edu", World.IP)),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "CNAME beside another",
                        w -> {},
                        new UpsertRecord(Records.record("vpn.checkop.edu", "CNAME", "simple", null, "x.example.org")),
                        NONE,
                        "B cnameAlone"),
                Row.of(
                        "CNAME of the zone",
                        w -> {},
                        new UpsertRecord(Records.record("checkop.edu", "CNAME", "simple", null, "x.example.org")),
                        NONE,
                        "B cnameApex"),
                Row.of(
                        "other routing",
                        w -> {},
                        new UpsertRecord(Records.record("vpn.checkop.edu", "A", "weighted 10", "w", "192.0.2.1")),
                        NONE,
                        "B routingMixed"),
                Row.of(
                        "delegation",
                        w -> w.records = List.of(Records.record("checkop.edu", "NS", "simple", null, "ns.a.org")),
                        new UpsertRecord(Records.record("checkop.edu", "NS", "simple", null, "ns.b.org")),
                        CONSIDER,
                        "D zoneApex",
                        "C recordReplaced",
                        "N ttl"),
                Row.of(
                        "records never read",
                        w -> w.unread(Parts.RECORD_SETS),
                        new UpsertRecord(Records.a("new.checkop.edu", "192.0.2.1")),
                        CONSIDER,
                        "? record-sets"),
                Row.of(
                        "the balancer's name",
                        w -> {},
                        new DeleteRecord(www),
                        CONSIDER,
                        "D balancerAnswers",
                        "D nameGone",
                        "N ttl"),
                Row.of(
                        "only one of its name",
                        w -> {},
                        new DeleteRecord(Records.a("vpn.checkop.edu", World.IP)),
                        CONSIDER,
                        "D nameGone",
                        "N ttl"),
                Row.of(
                        "changed meanwhile",
                        w -> {},
                        new DeleteRecord(Records.a("vpn.checkop.edu", "192.0.2.9")),
                        NONE,
                        "B recordChanged"),
                Row.of(
                        "the zone's own",
                        w -> w.records = List.of(Records.record("checkop.edu", "NS", "simple", null, "ns.a.org")),
                        new DeleteRecord(Records.record("checkop.edu", "NS", "simple", null, "ns.a.org")),
                        NONE,
                        "B apexNeeded"),
                Row.of(
                        "second of a pair",
                        pair,
                        new DeleteRecord(secondary),
                        CONSIDER,
                        "C recordGone",
                        "C noFailover",
                        "N ttl"),
                Row.of(
                        "a pair follows it",
                        pair,
                        new DisableHealthCheck(World.CHECK),
                        CONSIDER,
                        "D noMoreFailover",
                        "C checkDisabled"),
                Row.of(
                        "a pair follows it, and it fails",
                        w -> {
                            pair.accept(w);
                            w.checkFails = true;
                        },
                        new DisableHealthCheck(World.CHECK),
                        CONSIDER,
                        "D trafficReturns",
                        "C checkDisabled"),
                Row.of("nobody follows it", w -> {}, new DisableHealthCheck(World.CHECK), CONSIDER, "C checkDisabled"),
                Row.of(
                        "disabled",
                        w -> w.checkDisabled = true,
                        new DisableHealthCheck(World.CHECK),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "a pair follows it",
                        w -> {
                            pair.accept(w);
                            w.checkDisabled = true;
                        },
                        new EnableHealthCheck(World.CHECK),
                        CONSIDER,
                        "C checkDecides",
                        "N checkEnabled"));
    }
}
