package io.atalaya.watch;

import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is different from what it was. Seen by asking, so it happened somewhere between two answers, unless AWS
 * says when.
 *
 * @param at when the answer was asked for that shows it, or AWS's own time where it gives one
 * @param notBefore when the last answer was asked for that did not show it yet; null when {@code at} is AWS's own time
 * @param resource that changed
 * @param name of the resource, for people
 * @param item the part of the resource that changed, where the resource has several: {@code i-0a1 8080} of a target group;
 *     null when it is the resource itself
 * @param field that changed, in AWS's words ({@code State}, {@code DesiredCapacity}); empty when it appeared or disappeared
 * @param before what it was; null when there was nothing
 * @param after what it is; null when there is nothing any more
 */
public record Change(
        Instant at,
        @Nullable Instant notBefore,
        Kind kind,
        ResourceRef resource,
        String name,
        @Nullable String item,
        String field,
        @Nullable String before,
        @Nullable String after) {

    /** What sort of difference. */
    public enum Kind {
        APPEARED,
        DISAPPEARED,
        CHANGED
    }
}
