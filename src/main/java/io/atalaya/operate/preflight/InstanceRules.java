package io.atalaya.operate.preflight;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Volume;
import io.atalaya.operate.act.CreateImage;
import io.atalaya.operate.act.CreateVolumeSnapshot;
import io.atalaya.operate.act.RebootInstance;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import java.util.Optional;
import java.util.Set;

/** Starting, stopping and rebooting a machine, and taking its likeness. */
final class InstanceRules {
    private final Known known;
    private final Findings found;

    InstanceRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void start(StartInstance act) {
        instance(act.instanceId()).ifPresent(it -> {
            if (it.state().equals("running") || it.state().equals("pending")) {
                found.blocked("nothingToDo", it.state());
            } else if (!it.state().equals("stopped")) {
                found.blocked("instanceState", it.state());
            } else {
                found.note("starts", Names.of(it));
                known.sure(Parts.ELASTIC_IPS);
                if (known.index().addresses(it.id()).isEmpty()) {
                    found.note("newPublicIp");
                }
            }
        });
    }

    void stop(StopInstance act) {
        instance(act.instanceId()).ifPresent(it -> {
            if (it.state().equals("stopped") || it.state().equals("stopping")) {
                found.blocked("nothingToDo", it.state());
                return;
            }
            if (!it.state().equals("running") && !it.state().equals("pending")) {
                found.blocked("instanceState", it.state());
                return;
            }
            MemberRules.stops(it, known, found);
            new TargetsLeft(known, found).without(it);
            publicAddress(it);
            if (InstanceStore.in(it.instanceType())) {
                found.danger("instanceStore", it.instanceType());
            }
            found.caution("stops", Names.of(it));
        });
    }

    private void publicAddress(Instance it) {
        if (it.publicIp() == null) {
            return;
        }
        known.sure(Parts.ELASTIC_IPS);
        if (known.index().addresses(it.id()).isEmpty()) {
            found.caution("publicIpLost", it.publicIp());
            new Pointers(known, found).lose(it.publicIp());
        }
    }

    void reboot(RebootInstance act) {
        instance(act.instanceId()).ifPresent(it -> {
            if (!it.state().equals("running")) {
                found.blocked("instanceState", it.state());
                return;
            }
            pause(it);
            found.caution("restarts", Names.of(it));
        });
    }

    private void pause(Instance it) {
        MemberRules.pauses(it, known, found);
        new TargetsLeft(known, found).without(it);
    }

    void image(CreateImage act) {
        instance(act.instanceId()).ifPresent(it -> {
            if (!Set.of("running", "stopped").contains(it.state())) {
                found.blocked("instanceState", it.state());
            } else if (it.state().equals("stopped")) {
                found.note("imageOfStopped");
            } else if (act.noReboot()) {
                found.caution("imageNotConsistent");
            } else {
                pause(it);
                found.caution("imageReboots", Names.of(it));
            }
            if (known.items(Parts.IMAGES).stream()
                    .anyMatch(image -> image.name().equals(act.name()))) {
                found.blocked("imageNameTaken", act.name());
            }
        });
    }

    void snapshot(CreateVolumeSnapshot act) {
        known.subject(Volume.class, ResourceType.VOLUME, act.volumeId(), Parts.VOLUMES, found)
                .ifPresent(it -> {
                    if (!Set.of("in-use", "available").contains(it.state())) {
                        found.blocked("volumeState", it.state());
                    } else if (it.state().equals("in-use")) {
                        found.note("snapshotOfInUse", it.sizeGib());
                    } else {
                        found.note("snapshotOfVolume", it.sizeGib());
                    }
                });
    }

    private Optional<Instance> instance(String id) {
        return known.subject(Instance.class, ResourceType.INSTANCE, id, Parts.INSTANCES, found);
    }
}
