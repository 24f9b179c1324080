package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;

/** How long a log group keeps its events. */
final class LogRetention {
    private static final Set<Integer> DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogRetention() {}

    static void register(Operations logs) {
        logs.on(
                        "PutRetentionPolicy",
                        PutRetentionPolicyRequest.class,
                        PutRetentionPolicyResponse.class,
                        LogRetention::put)
                .on(
                        "DeleteRetentionPolicy",
                        DeleteRetentionPolicyRequest.class,
                        DeleteRetentionPolicyResponse.class,
                        LogRetention::delete);
    }

    private static PutRetentionPolicyResponse put(World world, PutRetentionPolicyRequest r, Call call) {
        if (!DAYS.contains(r.retentionInDays())) {
            throw CloudWatchLogs.invalid("1 validation error detected: Value '" + r.retentionInDays()
                    + "' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set");
        }
        set(world, r.logGroupName(), r.retentionInDays());
        return PutRetentionPolicyResponse.builder().build();
    }

    private static DeleteRetentionPolicyResponse delete(World world, DeleteRetentionPolicyRequest r, Call call) {
        set(world, r.logGroupName(), null);
        return DeleteRetentionPolicyResponse.builder().build();
    }

    private static void set(World world, String group, @Nullable Integer days) {
        String name = CloudWatchLogs.group(world, group, null).name();
        world.logs().groups().change(name, g -> g.kept(days));
    }
}
