package io.atalaya.logs.find.regex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Texts of which every match of a regular expression holds one, or none at all where there is nothing that all must hold. Letters of
 * both cases are told in lower case; then {@code fold} says that case counts for nothing.
 *
 * @param any each of at least two bytes
 */
public record Literals(List<String> any, boolean fold) {
    private static final int SHORTEST = 2;
    private static final int MOST = 12;

    public Literals {
        any = List.copyOf(any);
    }

    static Optional<Literals> of(Node node) {
        var best = best(node);
        return best.map(found -> new Literals(found.any.stream().distinct().toList(), found.fold));
    }

    /** Something that every match holds one of. */
    private record Found(List<String> any, boolean fold) {
        int shortest() {
            return any.stream()
                    .mapToInt(each -> each.getBytes(StandardCharsets.UTF_8).length)
                    .min()
                    .orElse(0);
        }

        /** Long and few is good. */
        int worth() {
            return Math.min(shortest(), 8) * 4 - any.size();
        }
    }

    private static Optional<Found> best(Node node) {
        return switch (node) {
            case Node.Place place -> Optional.empty();
            case Node.One one -> runs(List.of(one));
            case Node.Sequence sequence -> runs(sequence.parts());
            case Node.Repeat repeat -> repeat.least() > 0 ? best(repeat.of()) : Optional.empty();
            case Node.Either either -> either(either);
        };
    }

    private static Optional<Found> either(Node.Either either) {
        var any = new ArrayList<String>();
        boolean fold = false;
        for (var choice : either.choices()) {
            var best = best(choice);
            if (best.isEmpty()) {
                return Optional.empty();
            }
            any.addAll(best.get().any);
            fold |= best.get().fold;
        }
        boolean lower = fold;
        return any.size() > MOST
                ? Optional.empty()
                : Optional.of(
                        new Found(lower ? any.stream().map(Literals::lower).toList() : any, lower));
    }

    private static Optional<Found> runs(List<Node> parts) {
        Optional<Found> best = Optional.empty();
        var run = new StringBuilder();
        boolean fold = false;
        for (var part : flat(parts)) {
            var letter = part instanceof Node.One one ? letter(one.set()) : -1;
            if (letter >= 0) {
                run.appendCodePoint(letter);
                fold |= part instanceof Node.One one && one.set().single() < 0;
            } else if (!(part instanceof Node.Place)) {
                best = better(best, run(run, fold));
                run.setLength(0);
                fold = false;
                best = better(best, part instanceof Node.One ? Optional.empty() : best(part));
            }
        }
        return better(best, run(run, fold));
    }

    private static List<Node> flat(List<Node> parts) {
        var flat = new ArrayList<Node>();
        for (var part : parts) {
            if (part instanceof Node.Sequence sequence) {
                flat.addAll(flat(sequence.parts()));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    private static Optional<Found> run(StringBuilder run, boolean fold) {
        var text = fold ? lower(run.toString()) : run.toString();
        return text.getBytes(StandardCharsets.UTF_8).length < SHORTEST
                ? Optional.empty()
                : Optional.of(new Found(List.of(text), fold));
    }

    private static Optional<Found> better(Optional<Found> one, Optional<Found> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return one.get().worth() >= other.get().worth() ? one : other;
    }

    private static String lower(String text) {
        var lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
        }
        return lower.toString();
    }

    /** The one character of a set, or the lower case where it is one letter in both cases; else -1. */
    private static int letter(CharSet set) {
        int single = set.single();
        if (single >= 0) {
            return single;
        }
        for (int c = 'a'; c <= 'z'; c++) {
            if (set.isLetter(c)) {
                return c;
            }
        }
        return -1;
    }
}
