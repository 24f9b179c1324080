package io.atalaya.aws.logs;

import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;

/** Live Tail names an event's group {@code account:name}; here it is known by the ARN that was asked for. */
final class GroupsOfEvents {
    private final Map<String, String> arns = new HashMap<>();
    private final String first;

    GroupsOfEvents(List<TailedGroup> groups) {
        first = groups.getFirst().arn();
        for (var group : groups) {
            var bare = GroupArn.bare(group.arn());
            arns.putIfAbsent(group.name(), group.arn());
            arns.put(bare, group.arn());
            arns.put(bare + ":*", group.arn());
            arns.put(GroupArn.account(bare) + ':' + group.name(), group.arn());
        }
    }

    LogEvent event(LiveTailSessionLogEvent event) {
        var ingested = event.ingestionTime() == null ? 0 : event.ingestionTime();
        var at = event.timestamp() == null ? ingested : event.timestamp();
        return new LogEvent(
                arn(event.logGroupIdentifier()),
                event.logStreamName() == null ? "" : event.logStreamName(),
                at,
                event.ingestionTime() == null ? at : ingested,
                event.message() == null ? "" : event.message());
    }

    /** An event of a session is of one of its groups, however it is named; the name alone is the last resort. */
    private String arn(@Nullable String identifier) {
        if (identifier == null) {
            return first;
        }
        var known = arns.get(identifier);
        if (known == null) {
            known = arns.get(identifier.substring(identifier.indexOf(':') + 1));
        }
        return known == null ? first : known;
    }
}
