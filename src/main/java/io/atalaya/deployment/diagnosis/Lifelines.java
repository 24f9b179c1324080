package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.deployment.reach.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a machine may need to serve. Which machine uses what AWS does not say: what its healthy peers can reach is what it may need.
 */
final class Lifelines {
    private static final int NFS = 2049;
    private static final int HTTPS = 443;

    /** Peers that are asked for comparison: more say no more. */
    private static final int PEERS = 3;

    private final Routes routes;
    private final Reachability network;
    private final Instance machine;
    private final List<Instance> well;

    Lifelines(Routes routes, Reachability network, Instance machine, List<Instance> well) {
        this.routes = routes;
        this.network = network;
        this.machine = machine;
        this.well = well.stream().limit(PEERS).toList();
    }

    void look(Seen seen) {
        var deployment = routes.index().deployment();
        files(seen, deployment.items(Parts.FILE_SYSTEMS));
        deployment.items(Parts.DATABASES).stream()
                .filter(each -> isCutOff(from -> toDatabase(from, each)))
                .findFirst()
                .ifPresent(each -> seen.put(Observation.DATABASE_CUT_OFF, true, each.ref()));
        if (isCutOff(from -> Optional.of(Question.tcp(of(from), End.Internet.FOUR, HTTPS)))) {
            seen.put(Observation.WAY_OUT_CUT, true, machine.ref());
        }
    }

    private void files(Seen seen, List<FileSystem> files) {
        var cut = files.stream()
                .filter(each -> isCutOff(from -> toFiles(from, each)))
                .findFirst();
        if (cut.isPresent()) {
            seen.put(Observation.FILES_CUT_OFF, true, cut.get().ref());
        } else if (!files.isEmpty()
                && files.stream().allMatch(each -> toFiles(machine, each)
                        .filter(question -> network.answer(question).verdict() == Verdict.YES)
                        .isPresent())) {
            seen.put(Observation.FILES_CUT_OFF, false);
        }
    }

    /** Whether healthy machines of its group can and it cannot. */
    private boolean isCutOff(Function<Instance, Optional<Question>> way) {
        return verdicts(Stream.of(machine), way).anyMatch(Verdict.NO::equals)
                && verdicts(well.stream(), way).anyMatch(Verdict.YES::equals);
    }

    private Stream<Verdict> verdicts(Stream<Instance> from, Function<Instance, Optional<Question>> way) {
        return from.flatMap(each -> way.apply(each).stream())
                .map(question -> network.answer(question).verdict());
    }

    private static Optional<Question> toDatabase(Instance from, Database database) {
        return Optional.ofNullable(database.port())
                .map(port -> Question.tcp(of(from), new End.Of(database.ref()), port));
    }

    /** By the mount target of its zone, as the name of a file system resolves. */
    private Optional<Question> toFiles(Instance from, FileSystem files) {
        return routes.index().mountTargets(files.id()).stream()
                .filter(each -> from.zone().equals(each.zone()))
                .map(MountTarget::ref)
                .map(to -> Question.tcp(of(from), new End.Of(to), NFS))
                .findFirst();
    }

    private static End of(Instance instance) {
        return new End.Of(instance.ref());
    }
}
