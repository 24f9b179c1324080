package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of one part are worth telling when they change, and how its things are told apart. Numbers that move by
 * themselves (a size that grows, a time that advances) are not among them.
 */
final class TrackedPart<T> {
    private final Part<T> part;
    private final Function<T, Subject> subject;
    private final Map<String, Function<T, @Nullable Object>> fields = new LinkedHashMap<>();
    private Function<T, Optional<Instant>> time = thing -> Optional.empty();

    /**
     * Whose change it is.
     *
     * @param item null for the resource itself
     */
    record Subject(
            ResourceRef resource, String name, @Nullable String item) {
        /** What tells things of one part apart. */
        String key() {
            return resource + " " + item;
        }
    }

    private TrackedPart(Part<T> part, Function<T, Subject> subject) {
        this.part = part;
        this.subject = subject;
    }

    /** Things that are resources themselves. */
    static <T extends Resource> TrackedPart<T> of(Part<T> part) {
        return new TrackedPart<>(part, thing -> new Subject(thing.ref(), thing.name(), null));
    }

    /** Things that belong to a resource. */
    static <T> TrackedPart<T> of(Part<T> part, Function<T, Subject> subject) {
        return new TrackedPart<>(part, subject);
    }

    /**
     * Adds a field.
     *
     * @param value null for nothing; of a collection each element that comes or goes is a change of its own
     */
    TrackedPart<T> field(String name, Function<T, @Nullable Object> value) {
        fields.put(name, value);
        return this;
    }

    /** AWS's own time of the last change. */
    TrackedPart<T> changedAt(Function<T, @Nullable Instant> when) {
        time = thing -> Optional.ofNullable(when.apply(thing));
        return this;
    }

    Part<T> part() {
        return part;
    }

    /** The changes between two complete listings; none when either was not read completely. */
    List<Change> between(Deployment before, Deployment after) {
        var old = before.observed(part).value();
        var now = after.observed(part).value();
        var asked = after.observed(part).askedAt();
        if (old == null || now == null || asked == null || old == now || !old.complete() || !now.complete()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        var left = index(old.items());
        var span = new Span(before.observed(part).askedAt(), asked);
        index(now.items()).forEach((key, thing) -> {
            var known = left.remove(key);
            if (known == null) {
                changes.add(span.change(Change.Kind.APPEARED, subject.apply(thing), "", null, state(thing)));
            } else {
                compare(known, thing, span, changes);
            }
        });
        left.values()
                .forEach(gone ->
                        changes.add(span.change(Change.Kind.DISAPPEARED, subject.apply(gone), "", state(gone), null)));
        return changes;
    }

    /** When it happened, as far as can be told. */
    private record Span(@Nullable Instant notBefore, Instant at) {
        Change change(
                Change.Kind kind, Subject subject, String field, @Nullable String before, @Nullable String after) {
            return new Change(
                    at, notBefore, kind, subject.resource(), subject.name(), subject.item(), field, before, after);
        }
    }

    private void compare(T known, T thing, Span asked, List<Change> changes) {
        if (known.equals(thing)) {
            return;
        }
        var own = time.apply(thing);
        // AWS's time belongs to this change only if it is new
        var span = own.isPresent() && !own.equals(time.apply(known)) ? new Span(null, own.get()) : asked;
        fields.forEach((name, value) -> {
            var before = value.apply(known);
            var after = value.apply(thing);
            if (before instanceof Collection<?> some && after instanceof Collection<?> others) {
                minus(some, others)
                        .forEach(gone -> changes.add(
                                span.change(Change.Kind.CHANGED, subject.apply(thing), name, gone.toString(), null)));
                minus(others, some)
                        .forEach(came -> changes.add(
                                span.change(Change.Kind.CHANGED, subject.apply(thing), name, null, came.toString())));
            } else if (!Objects.equals(before, after)) {
                changes.add(span.change(Change.Kind.CHANGED, subject.apply(thing), name, text(before), text(after)));
            }
        });
    }

    private static Collection<?> minus(Collection<?> from, Collection<?> others) {
        var left = new LinkedHashSet<Object>(from);
        others.forEach(left::remove);
        return left;
    }

    /** The first field tells most of a thing. */
    private @Nullable String state(T thing) {
        return fields.values().stream()
                .findFirst()
                .map(value -> value.apply(thing))
                .map(Object::toString)
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Map<String, T> index(List<T> things) {
        var index = new LinkedHashMap<String, T>();
        things.forEach(thing -> index.put(subject.apply(thing).key(), thing));
        return index;
    }
}
