package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.efs.model.FileSystemNotFoundException;
import software.amazon.awssdk.services.efs.model.LifecyclePolicy;
import software.amazon.awssdk.services.efs.model.PolicyNotFoundException;

/** Lifecycle and backup policy, two calls for each file system. A file system without a backup policy answers PolicyNotFound. */
final class FilePoliciesReader implements Reader<FilePolicies> {
    private static final String LIFECYCLE = "elasticfilesystem:DescribeLifecycleConfiguration";
    private static final String BACKUP = "elasticfilesystem:DescribeBackupPolicy";

    private final Clients clients;
    private final FanOut fanOut;

    FilePoliciesReader(Clients clients, FanOut fanOut) {
        this.clients = clients;
        this.fanOut = fanOut;
    }

    Source<FilePolicies> source() {
        return new Source<>(
                Parts.FILE_POLICIES,
                Set.of(LIFECYCLE, BACKUP),
                Cadence.FIVE_MINUTES,
                Set.of(Parts.FILE_SYSTEMS),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<FilePolicies>> page) throws Exception {
        var ids = known.items(Parts.FILE_SYSTEMS).stream()
                .map(FileSystem::id)
                .filter(id -> !id.isEmpty()) // an endpoint that takes after AWS may not send it; the client refuses it
                .toList();
        var gathered = new Gathered<String, FilePolicies>(page);
        fanOut.ask(ids, this::of, gathered);
        gathered.finish(known.items(Parts.FILE_POLICIES), FilePolicies::fileSystemId);
    }

    private List<FilePolicies> of(String id) throws CallFailedException {
        try {
            var rules = Calls.named(LIFECYCLE, () -> clients.efs()
                    .describeLifecycleConfiguration(r -> r.fileSystemId(id))
                    .lifecyclePolicies());
            return List.of(new FilePolicies(
                    id,
                    first(rules, LifecyclePolicy::transitionToIAAsString),
                    first(rules, LifecyclePolicy::transitionToArchiveAsString),
                    first(rules, LifecyclePolicy::transitionToPrimaryStorageClassAsString),
                    backup(id)));
        } catch (CallFailedException e) {
            if (e.getCause() instanceof FileSystemNotFoundException) {
                return List.of(); // deleted meanwhile
            }
            throw e;
        }
    }

    private @Nullable String backup(String id) throws CallFailedException {
        return Calls.<@Nullable String>named(BACKUP, () -> {
            try {
                var policy = clients.efs()
                        .describeBackupPolicy(r -> r.fileSystemId(id))
                        .backupPolicy();
                return policy == null ? null : policy.statusAsString();
            } catch (PolicyNotFoundException never) {
                return null;
            }
        });
    }

    /** Each transition stands in a rule of its own. */
    private static @Nullable String first(List<LifecyclePolicy> rules, Function<LifecyclePolicy, @Nullable String> of) {
        return rules.stream().map(of).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
