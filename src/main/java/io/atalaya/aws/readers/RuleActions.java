package io.atalaya.aws.readers;

import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** Actions of listeners and rules. */
final class RuleActions {
    private RuleActions() {}

    static List<RuleAction> of(List<Action> actions) {
        return actions.stream()
                .sorted(Comparator.comparingInt(a -> Absent.number(a.order())))
                .map(RuleActions::action)
                .toList();
    }

    private static RuleAction action(Action action) {
        return new RuleAction(Absent.text(action.typeAsString()), groups(action), detail(action), sticky(action));
    }

    private static @Nullable Integer sticky(Action action) {
        var forward = action.forwardConfig();
        var sticky = forward == null ? null : forward.targetGroupStickinessConfig();
        return sticky != null && Absent.yes(sticky.enabled()) ? sticky.durationSeconds() : null;
    }

    /** One group stands at the action, several with weights in its configuration; for one, both are sent. */
    private static List<WeightedTargetGroup> groups(Action action) {
        var forward = action.forwardConfig();
        if (forward != null && !forward.targetGroups().isEmpty()) {
            return forward.targetGroups().stream()
                    .map(g -> new WeightedTargetGroup(
                            Absent.text(g.targetGroupArn()), g.weight() == null ? 1 : g.weight()))
                    .toList();
        }
        return action.targetGroupArn() == null
                ? List.of()
                : List.of(new WeightedTargetGroup(action.targetGroupArn(), 1));
    }

    private static @Nullable String detail(Action action) {
        var redirect = action.redirectConfig();
        if (redirect != null) {
            var code = Absent.text(redirect.statusCodeAsString()).replace("HTTP_", "");
            return words(redirect.protocol(), redirect.host(), redirect.port(), redirect.path(), code);
        }
        var fixed = action.fixedResponseConfig();
        return fixed == null ? null : words(fixed.statusCode(), fixed.contentType());
    }

    /** Without what only says "as it came": {@code #{host}}. */
    private static String words(@Nullable String... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .filter(word -> !word.isEmpty() && !word.matches("/?#\\{\\w+}"))
                .collect(Collectors.joining(" "));
    }
}
