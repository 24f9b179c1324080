package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.reach.End;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private final Groups groups;
    private final Instance machine;
    private final List<Instance> well;

    Lifelines(Routes routes, Reachability network, Instance machine, List<Instance> well) {
        this.routes = routes;
        this.network = network;
        this.groups = new Groups(routes);
        this.machine = machine;
        this.well = well.stream().limit(PEERS).toList();
    }

    void look(Seen seen) {
        var deployment = routes.index().deployment();
        files(seen, deployment.items(Parts.FILE_SYSTEMS));
        databases(
                seen,
                deployment.items(Parts.DATABASES).stream()
                        .filter(each -> Objects.equals(each.vpcId(), machine.vpcId()))
                        .toList());
        if (isCutOff(this::out)) {
            seen.put(Observation.WAY_OUT_CUT, true, machine.ref());
        }
    }

    /** Where its log misses the database, one that it cannot reach is the one, though its neighbours cannot either. */
    private void databases(Seen seen, List<Database> near) {
        var missed = seen.is(Observation.LOG_DATABASE_FAILS)
                && near.stream().allMatch(each -> Boolean.FALSE.equals(toDatabase(machine, each)));
        near.stream()
                .filter(each -> missed || isCutOff(from -> toDatabase(from, each)))
                .findFirst()
                .ifPresent(each -> seen.put(Observation.DATABASE_CUT_OFF, true, each.ref()));
    }

    private void files(Seen seen, List<FileSystem> files) {
        var cut = files.stream()
                .filter(each -> isCutOff(from -> toFiles(from, each)))
                .findFirst();
        if (cut.isPresent()) {
            seen.put(Observation.FILES_CUT_OFF, true, cut.get().ref());
        } else if (!files.isEmpty() && files.stream().allMatch(each -> Boolean.TRUE.equals(toFiles(machine, each)))) {
            seen.put(Observation.FILES_CUT_OFF, false);
        }
    }

    /** Whether healthy machines of its group can and it cannot. */
    private boolean isCutOff(Way way) {
        return Boolean.FALSE.equals(way.isOpen(machine))
                && well.stream().anyMatch(peer -> Boolean.TRUE.equals(way.isOpen(peer)));
    }

    private @Nullable Boolean toDatabase(Instance from, Database database) {
        var port = database.port();
        return port == null ? null : reaches(from, new End.Of(database.ref()), port);
    }

    private @Nullable Boolean out(Instance from) {
        return reaches(from, End.Internet.FOUR, HTTPS);
    }

    /** By the mount target of its zone, as the name of a file system resolves. */
    private @Nullable Boolean toFiles(Instance from, FileSystem files) {
        var known = routes.index().mountTargets(files.id()).stream()
                .filter(each -> from.zone().equals(each.zone()))
                .findFirst()
                .map(mount -> reaches(from, new End.Of(mount.ref()), NFS))
                .orElse(null);
        return known != null ? known : groups.reaches(from, files);
    }

    private @Nullable Boolean reaches(Instance from, End to, int port) {
        return switch (network.answer(Question.tcp(new End.Of(from.ref()), to, port))
                .verdict()) {
            case YES -> true;
            case NO -> false;
            case PARTLY, CANNOT_TELL -> null;
        };
    }

    /** Somewhere a machine may need to get. */
    private interface Way {
        /** Null where it cannot be told. */
        @Nullable
        Boolean isOpen(Instance from);
    }
}
