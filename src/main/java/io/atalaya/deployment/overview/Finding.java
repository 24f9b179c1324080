package io.atalaya.deployment.overview;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that needs a person. The sentences are made from the kind and its arguments in the user's language.
 *
 * @param subject what it is about; null where it is about no resource
 * @param basis the part it was read from: its age is the finding's age
 * @param since when it began as AWS says; null where AWS does not say
 * @param arguments in the order {@link FindingKind} states; AWS's words stay verbatim
 */
public record Finding(
        FindingKind kind,
        Urgency urgency,
        @Nullable ResourceRef subject,
        Part<?> basis,
        @Nullable Instant since,
        List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** The same over refreshes while the trouble is the same: what it is and about what. */
    public String key() {
        return kind + " " + (subject == null ? basis.id() : subject.type() + " " + subject.id())
                + (kind.perFirstArgument() ? " " + arguments.getFirst() : "");
    }
}
