package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.ElasticIp;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Volume;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is paid for and serves nobody. One finding each, however many there are. */
final class UnusedRule implements Rule {
    private static final int NAMED = 3;

    @Override
    public Stream<Finding> find(Situation situation) {
        var addresses = situation.items(Parts.ELASTIC_IPS).stream()
                .filter(each -> Conditions.of(each).state() == State.DEGRADED)
                .toList();
        var volumes = situation.items(Parts.VOLUMES).stream()
                .filter(each -> each.state().equals("available"))
                .toList();
        return Stream.concat(addresses(addresses), volumes(volumes));
    }

    private static Stream<Finding> addresses(List<ElasticIp> unused) {
        return unused.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.ADDRESSES_UNUSED,
                        Urgency.NOTE,
                        unused.size() == 1 ? unused.getFirst().ref() : null,
                        Parts.ELASTIC_IPS,
                        null,
                        List.of(
                                unused.size(),
                                unused.stream()
                                                .limit(NAMED)
                                                .map(ElasticIp::publicIp)
                                                .collect(Collectors.joining(", "))
                                        + (unused.size() > NAMED ? " +" + (unused.size() - NAMED) : ""))));
    }

    private static Stream<Finding> volumes(List<Volume> unattached) {
        return unattached.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.VOLUMES_UNATTACHED,
                        Urgency.NOTE,
                        unattached.size() == 1 ? unattached.getFirst().ref() : null,
                        Parts.VOLUMES,
                        null,
                        List.of(
                                unattached.size(),
                                unattached.stream().mapToInt(Volume::sizeGib).sum())));
    }
}
