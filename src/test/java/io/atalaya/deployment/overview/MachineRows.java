package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.NEW_IMAGE;
import static io.atalaya.deployment.CheckopSample.OLD_IMAGE;
import static io.atalaya.deployment.CheckopSample.days;
import static io.atalaya.deployment.CheckopSample.image;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.overview.FindingRow.NOTHING;
import static io.atalaya.deployment.overview.FindingRow.row;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.deployment.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Machines, the groups that make them and the images they are made of, and what is to be found of it. */
final class MachineRows {
    private MachineRows() {}

    static Stream<Arguments> machines() {
        return Stream.of(
                row(
                        "the system check fails",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(Sample.check(AUTO_1D, "impaired", "ok"))),
                        "FAILED INSTANCE_CHECK_FAILED [AUTOChOp, us-east-1d, impaired, ok]"),
                row(
                        "checks that initialise are no trouble",
                        d -> with(
                                d,
                                Parts.INSTANCE_CHECKS,
                                15,
                                List.of(Sample.check(AUTO_1D, "initializing", "initializing"))),
                        NOTHING),
                row(
                        "AWS will retire the machine",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(event("degraded hardware"))),
                        "DEGRADED SCHEDULED_EVENT [instance-retirement, AUTOChOp, degraded hardware, 2026-11-30T00:00:00Z]"),
                row(
                        "the event is over",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(event("[Completed] degraded hardware"))),
                        NOTHING),
                row(
                        "an address belongs to nothing",
                        d -> with(
                                d,
                                Parts.ELASTIC_IPS,
                                60,
                                List.of(CheckopSample.address("eipalloc-9", "54.88.10.99", null))),
                        "NOTE ADDRESSES_UNUSED [1, 54.88.10.99]"),
                row(
                        "volumes hang on nothing",
                        d -> with(d, Parts.VOLUMES, 60, List.of(loose("vol-8", 100), loose("vol-9", 20))),
                        "NOTE VOLUMES_UNATTACHED [2, 120]"));
    }

    static Stream<Arguments> scaling() {
        var in1a = new ScalingMember(AUTO_1A, "us-east-1a", "InService", "Healthy", false);
        var in1d = new ScalingMember(AUTO_1D, "us-east-1d", "InService", "Healthy", false);
        return Stream.of(
                row(
                        "fewer than desired",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 4, in1a))),
                        "DEGRADED GROUP_BELOW_DESIRED [g, 1, 2]"),
                row(
                        "none at all",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 4))),
                        "FAILED GROUP_BELOW_DESIRED [g, 0, 2]"),
                row(
                        "wants none and has none",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 0, 0, 4))),
                        NOTHING),
                row(
                        "at its maximum",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 1, 2, 2, in1a, in1d))),
                        "DEGRADED GROUP_AT_MAXIMUM [g, 2]"),
                row(
                        "of fixed size",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 2, in1a, in1d))),
                        NOTHING),
                row(
                        "its last activity failed",
                        d -> with(
                                d,
                                Parts.SCALING_ACTIVITIES,
                                60,
                                List.of(activity("Successful", 90), activity("Failed", 10))),
                        "FAILED SCALING_FAILED [AUTOChOp-asg, Launching, no capacity]"),
                row(
                        "failed, then succeeded",
                        d -> with(
                                d,
                                Parts.SCALING_ACTIVITIES,
                                60,
                                List.of(activity("Failed", 90), activity("Successful", 10))),
                        NOTHING));
    }

    static Stream<Arguments> images() {
        return Stream.of(
                row(
                        "a newer image that the template does not use",
                        d -> with(
                                d,
                                Parts.IMAGES,
                                300,
                                List.of(
                                        image(NEW_IMAGE, "ChOp-2026-11-20", BASE, null, days(4)),
                                        image("ami-3", "ChOp-2026-11-23", BASE, null, days(1)))),
                        "DEGRADED TEMPLATE_BEHIND [ChOp-lt, 3, ChOp-2026-11-20, ChOp-2026-11-23]"),
                row(
                        "a machine of the old image",
                        d -> with(
                                d,
                                Parts.INSTANCES,
                                15,
                                List.of(
                                        CheckopSample.instance(
                                                AUTO_1A,
                                                "AUTOChOp",
                                                "us-east-1a",
                                                "10.20.0.41",
                                                "1.2.3.4",
                                                OLD_IMAGE,
                                                days(41)),
                                        CheckopSample.instance(
                                                AUTO_1D,
                                                "AUTOChOp",
                                                "us-east-1d",
                                                "10.20.1.57",
                                                "1.2.3.5",
                                                NEW_IMAGE,
                                                days(2)))),
                        "DEGRADED INSTANCES_BEHIND [AUTOChOp-asg, 1, 2, ChOp-2026-11-20]"));
    }

    private static InstanceCheck event(String description) {
        return new InstanceCheck(
                AUTO_1D,
                "ok",
                "ok",
                List.of(new ScheduledEvent(
                        "instance-retirement", description, Instant.parse("2026-11-30T00:00:00Z"), null)));
    }

    private static Volume loose(String id, int gib) {
        return new Volume(
                id, "", "gp3", gib, "available", "us-east-1a", null, null, true, null, NOW, List.of(), Map.of());
    }

    private static ScalingActivity activity(String status, int minutesAgo) {
        return new ScalingActivity(
                "a" + minutesAgo,
                "AUTOChOp-asg",
                "Launching",
                "",
                status,
                "no capacity",
                NOW.minusSeconds(minutesAgo * 60L),
                null,
                100);
    }
}
