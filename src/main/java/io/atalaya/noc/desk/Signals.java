package io.atalaya.noc.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is wrong at one moment, and who could see: that a signal is missing means "over" only where its source sees.
 *
 * @param all each key once
 * @param seeing ids of the sources that see now
 * @param blindKeys keys that cannot be judged though their source sees others (one metric without data)
 */
public record Signals(List<Signal> all, Set<String> seeing, Set<String> blindKeys) {
    /** Nothing is wrong, and nobody looked. */
    public static final Signals NONE = new Signals(List.of(), Set.of(), Set.of());

    public Signals {
        all = List.copyOf(all.stream()
                .collect(Collectors.toMap(Signal::key, each -> each, Signals::worse, java.util.LinkedHashMap::new))
                .values());
        seeing = Set.copyOf(seeing);
        blindKeys = Set.copyOf(blindKeys);
    }

    /** One that sees before one that does not, then the worse. */
    private static Signal worse(Signal one, Signal other) {
        if (one.sees() != other.sees()) {
            return one.sees() ? one : other;
        }
        return other.severity().worseThan(one.severity()) ? other : one;
    }

    public static Signals of(Collection<Signal> all, Set<String> seeing) {
        return new Signals(List.copyOf(all), seeing, Set.of());
    }

    /** These and others. */
    public Signals and(Signals more) {
        return new Signals(
                Stream.concat(all.stream(), more.all.stream()).toList(),
                union(seeing, more.seeing),
                union(blindKeys, more.blindKeys));
    }

    /**
     * What two pairs of eyes see of the same deployment, each with its own rights: it is wrong as long as one of them sees that
     * it is, and over only where all that see say nothing; who is blind does not darken what the other sees.
     */
    public Signals beside(Signals other) {
        return new Signals(
                Stream.concat(seenWhere(other), other.seenWhere(this)).toList(),
                union(seeing, other.seeing),
                union(blindBeside(other), other.blindBeside(this)));
    }

    /** The same, told by one who sees no more. */
    public Signals blind() {
        return new Signals(all.stream().map(Signal::blind).toList(), Set.of(), blindKeys);
    }

    /** Without what is only last known here and can be judged there. */
    private Stream<Signal> seenWhere(Signals there) {
        return all.stream().filter(each -> each.sees() || !there.canSee(each.source(), each.key()));
    }

    private Set<String> blindBeside(Signals other) {
        return other.seeing.containsAll(seeing)
                ? blindKeys.stream().filter(other.blindKeys::contains).collect(Collectors.toSet())
                : blindKeys;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    /** Whether it is known that a trouble is over because no signal tells of it. */
    public boolean canSee(String source, String key) {
        return seeing.contains(source) && !blindKeys.contains(key);
    }

    Map<String, Signal> byKey() {
        return all.stream().collect(Collectors.toMap(Signal::key, each -> each));
    }
}
