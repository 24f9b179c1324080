package io.atalaya.deployment.facts;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.HostedZone;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.TargetGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the logs of a resource are in CloudWatch Logs, by the names that AWS and the CloudWatch agent give them, or why there are
 * none. Streams are not looked up: a machine's are those that begin with its id, as the agent names them unless it is told another
 * name.
 */
public final class LogsOf {
    /** More groups would be no answer. */
    public static final int MOST = 10;

    private LogsOf() {}

    /**
     * A log group, or a part of it.
     *
     * @param prefix of the streams that are meant; null for all
     */
    public record Source(LogGroup group, @Nullable String prefix) {}

    /** Why there is nothing to read. */
    public enum Absent {
        /** Which log groups there are is not known. */
        NOT_READ,
        /** Access logs of balancers are files in S3, where they are on at all. */
        BALANCER_IN_S3,
        /** RDS copies logs into CloudWatch Logs only where that was switched on. */
        RDS_NOT_EXPORTED,
        /** EFS writes none; its clients do, on the machines. */
        EFS_WRITES_NONE,
        /** Route 53 logs queries only where that was switched on. */
        NO_QUERY_LOG,
        /** No log group has such a name. */
        NO_GROUP,
        /** More groups than {@link #MOST} could hold streams of it. */
        TOO_MANY,
        /** Resources of this kind write no logs of their own. */
        WRITES_NONE
    }

    /** @param absent null where there are sources */
    public record Answer(List<Source> sources, @Nullable Absent absent) {
        public Answer {
            sources = List.copyOf(sources);
        }
    }

    /** The logs of any resource, as far as names tell. */
    public static Answer of(Resource resource, Deployment deployment) {
        if (deployment.observed(Parts.LOG_GROUPS).value() == null) {
            return none(Absent.NOT_READ);
        }
        var groups = deployment.items(Parts.LOG_GROUPS);
        return switch (resource) {
            case LogGroup it -> new Answer(List.of(new Source(it, null)), null);
            case Instance it -> machine(it, groups);
            case Database it -> database(it, groups);
            case DatabaseCluster it -> named(groups, "/aws/rds/cluster/" + it.id() + "/", Absent.RDS_NOT_EXPORTED);
            case LoadBalancer it -> none(Absent.BALANCER_IN_S3);
            case TargetGroup it ->
                machines(
                        deployment,
                        deployment.items(Parts.TARGETS).stream()
                                .filter(target -> target.targetGroupArn().equals(it.arn()))
                                .map(target -> target.targetId()));
            case ScalingGroup it -> machines(deployment, it.members().stream().map(member -> member.instanceId()));
            case FileSystem it -> none(Absent.EFS_WRITES_NONE);
            case MountTarget it -> none(Absent.EFS_WRITES_NONE);
            case HostedZone it -> named(groups, "/aws/route53/" + it.name(), Absent.NO_QUERY_LOG);
            default -> none(Absent.WRITES_NONE);
        };
    }

    private static Answer none(Absent why) {
        return new Answer(List.of(), why);
    }

    private static Answer named(List<LogGroup> groups, String begin, Absent otherwise) {
        var found = matching(groups, it -> it.name().startsWith(begin), null);
        return found.isEmpty() ? none(otherwise) : new Answer(found, null);
    }

    private static List<Source> matching(List<LogGroup> groups, Predicate<LogGroup> wanted, @Nullable String prefix) {
        return groups.stream().filter(wanted).map(it -> new Source(it, prefix)).toList();
    }

    private static Answer database(Database database, List<LogGroup> groups) {
        var own = matching(groups, it -> it.name().startsWith("/aws/rds/instance/" + database.id() + "/"), null);
        var cluster = database.clusterId();
        var shared = cluster == null
                ? List.<Source>of()
                : matching(groups, it -> it.name().startsWith("/aws/rds/cluster/" + cluster + "/"), database.id());
        var all = Stream.concat(own.stream(), shared.stream()).toList();
        return all.isEmpty() ? none(Absent.RDS_NOT_EXPORTED) : new Answer(all, null);
    }

    /** Groups that a person or the agent made; where there are many, those that share a word with the machine's name or tags. */
    private static Answer machine(Instance instance, List<LogGroup> groups) {
        var own = matching(groups, it -> !it.name().startsWith("/aws/"), instance.id());
        if (own.size() > MOST) {
            var words = words(instance);
            own = own.stream()
                    .filter(it -> Stream.of(
                                    it.group().name().toLowerCase(Locale.ROOT).split("[^\\p{Alnum}]+", -1))
                            .anyMatch(words::contains))
                    .toList();
            if (own.isEmpty() || own.size() > MOST) {
                return none(Absent.TOO_MANY);
            }
        }
        return own.isEmpty() ? none(Absent.NO_GROUP) : new Answer(own, null);
    }

    private static List<String> words(Instance instance) {
        return Stream.concat(Stream.of(instance.name()), instance.tags().values().stream())
                .flatMap(it -> Stream.of(it.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}]+", -1)))
                .filter(it -> it.length() > 2)
                .toList();
    }

    /** Groups as a whole: CloudWatch Logs takes one prefix of stream names, not several. */
    private static Answer machines(Deployment deployment, Stream<String> ids) {
        var found = new LinkedHashMap<String, Source>();
        var reasons = new LinkedHashMap<Absent, Boolean>();
        ids.flatMap(id ->
                        deployment
                                .index()
                                .find(Instance.class, io.atalaya.deployment.ResourceType.INSTANCE, id)
                                .stream())
                .map(it -> machine(it, deployment.items(Parts.LOG_GROUPS)))
                .forEach(each -> {
                    each.sources().forEach(it -> found.putIfAbsent(it.group().arn(), new Source(it.group(), null)));
                    if (each.absent() != null) {
                        reasons.put(each.absent(), true);
                    }
                });
        if (found.isEmpty()) {
            return none(
                    reasons.isEmpty()
                            ? Absent.NO_GROUP
                            : reasons.keySet().iterator().next());
        }
        return new Answer(List.copyOf(found.values()), null);
    }
}
