package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.CreateTag;
import io.atalaya.operate.act.DeleteTag;
import io.atalaya.operate.act.DisassociateAddress;
import java.util.List;

/** Situations of Elastic IPs and tags. */
final class AddressRows {
    private static final ResourceRef INSTANCE = new ResourceRef(ResourceType.INSTANCE, World.ONE);

    private AddressRows() {}

    static List<Row> all() {
        return List.of(
                Row.of(
                        "a name points at it",
                        w -> {},
                        new DisassociateAddress(World.ADDRESS, "eipassoc-1"),
                        CONSIDER,
                        "D dnsPointsAt",
                        "C addressOff",
                        "N addressStaysPaid"),
                Row.of(
                        "nothing points at it",
                        w -> w.records = List.of(),
                        new DisassociateAddress(World.ADDRESS, "eipassoc-1"),
                        CONSIDER,
                        "C addressOff",
                        "N addressStaysPaid"),
                Row.of(
                        "records never read",
                        w -> w.unread(Parts.RECORD_SETS),
                        new DisassociateAddress(World.ADDRESS, "eipassoc-1"),
                        CONSIDER,
                        "C addressOff",
                        "N addressStaysPaid",
                        "? record-sets"),
                Row.of(
                        "belongs to another by now",
                        w -> {},
                        new DisassociateAddress(World.ADDRESS, "eipassoc-0"),
                        NONE,
                        "B addressChanged"),
                Row.of(
                        "is free",
                        w -> {
                            w.association = null;
                            w.holder = null;
                        },
                        new DisassociateAddress(World.ADDRESS, "eipassoc-1"),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "is taken",
                        w -> {},
                        new AssociateAddress(World.ADDRESS, World.ONE, false),
                        NONE,
                        "B addressTaken",
                        "N becomesPublic"),
                Row.of(
                        "is taken away",
                        w -> {},
                        new AssociateAddress(World.ADDRESS, World.ONE, true),
                        CONSIDER,
                        "D addressMoves",
                        "C dnsFollows",
                        "N becomesPublic"),
                Row.of(
                        "to one that has a public address",
                        w -> {
                            w.association = null;
                            w.holder = null;
                            w.publicIpOne = "198.51.100.4";
                            w.records = List.of(Records.a("x.checkop.edu", "198.51.100.4"));
                        },
                        new AssociateAddress(World.ADDRESS, World.ONE, false),
                        CONSIDER,
                        "C publicIpReplaced",
                        "D dnsPointsAt"),
                Row.of(
                        "is there already",
                        w -> {},
                        new AssociateAddress(World.ADDRESS, World.LONE, true),
                        NONE,
                        "B nothingToDo"),
                Row.of("new", w -> {}, new CreateTag(INSTANCE, "owner", "maria"), PRESS, "N tagNew"),
                Row.of("other value", w -> {}, new CreateTag(INSTANCE, "Name", "x"), CONSIDER, "C tagReplaced"),
                Row.of("same value", w -> {}, new CreateTag(INSTANCE, "Name", "ChOp-web-1"), NONE, "B nothingToDo"),
                Row.of("there", w -> {}, new DeleteTag(INSTANCE, "Name"), CONSIDER, "C tagGone"),
                Row.of("not there", w -> {}, new DeleteTag(INSTANCE, "owner"), NONE, "B nothingToDo"));
    }
}
