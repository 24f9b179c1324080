package io.atalaya.aws.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/**
 * What a database will change into, by AWS's names: {@code DBInstanceClass=db.r5.2xlarge}. Of a new password only that there
 * is one.
 */
final class PendingModifications {
    private static final Set<String> SECRET = Set.of("MasterUserPassword");

    private PendingModifications() {}

    static List<String> of(@Nullable PendingModifiedValues pending) {
        var modifications = new ArrayList<String>();
        if (pending == null) {
            return modifications;
        }
        // by the SDK's own list of fields, so that a setting RDS adds is shown as soon as the SDK knows it
        for (var field : pending.sdkFields()) {
            var value = field.getValueOrDefault(pending);
            if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
                var name = field.memberName();
                modifications.add(name + "=" + (SECRET.contains(name) ? "****" : value));
            }
        }
        return modifications;
    }
}
