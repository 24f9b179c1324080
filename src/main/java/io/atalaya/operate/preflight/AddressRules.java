package io.atalaya.operate.preflight;

import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.AssociateAddress;
import io.atalaya.operate.act.DisassociateAddress;
import java.util.Optional;

/** Elastic IPs and who answers on them. */
final class AddressRules {
    private final Known known;
    private final Findings found;

    AddressRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void associate(AssociateAddress act) {
        var instance = known.subject(Instance.class, ResourceType.INSTANCE, act.instanceId(), Parts.INSTANCES, found);
        address(act.allocationId()).ifPresent(it -> {
            if (act.instanceId().equals(it.instanceId())) {
                found.blocked("nothingToDo", it.publicIp());
                return;
            }
            if (it.associationId() != null) {
                taken(it, act.allowReassociation());
            }
            instance.ifPresent(to -> arrives(it, to));
        });
    }

    private void taken(ElasticIp it, boolean allowed) {
        var holder = it.instanceId() == null ? it.networkInterfaceId() : it.instanceId();
        var name = holder == null ? "?" : name(holder);
        if (!allowed) {
            found.blocked("addressTaken", it.publicIp(), name);
            return;
        }
        found.danger("addressMoves", it.publicIp(), name);
        var names = new Pointers(known, found).to(it.publicIp());
        if (!names.isEmpty()) {
            found.caution("dnsFollows", Names.some(names));
        }
    }

    private void arrives(ElasticIp it, Instance to) {
        if (to.state().equals("terminated") || to.state().equals("shutting-down")) {
            found.blocked("instanceState", to.state());
        }
        if (to.publicIp() != null) {
            found.caution("publicIpReplaced", Names.of(to), to.publicIp(), it.publicIp());
            new Pointers(known, found).lose(to.publicIp());
        } else {
            found.note("becomesPublic", Names.of(to), it.publicIp());
        }
    }

    void disassociate(DisassociateAddress act) {
        address(act.allocationId()).ifPresent(it -> {
            if (it.associationId() == null) {
                found.blocked("nothingToDo", it.publicIp());
                return;
            }
            if (!it.associationId().equals(act.associationId())) {
                found.blocked("addressChanged", it.publicIp());
                return;
            }
            new Pointers(known, found).lose(it.publicIp());
            found.caution("addressOff", it.publicIp(), it.instanceId() == null ? "?" : name(it.instanceId()));
            found.note("addressStaysPaid");
        });
    }

    private String name(String instanceId) {
        return known.index()
                .find(Instance.class, ResourceType.INSTANCE, instanceId)
                .map(Names::of)
                .orElse(instanceId);
    }

    private Optional<ElasticIp> address(String allocationId) {
        return known.subject(ElasticIp.class, ResourceType.ELASTIC_IP, allocationId, Parts.ELASTIC_IPS, found);
    }
}
