package io.atalaya.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which entries a query finds, best first. Every word of the query must occur somewhere. What a person calls a thing counts
 * more than its id, the whole more than a beginning, a beginning more than a middle; views and actions come before resources
 * of the same rank because there are few of them.
 */
final class PaletteRanking {
    private static final int WHOLE = 400;
    private static final int BEGINNING = 300;
    private static final int WORD_BEGINNING = 200;
    private static final int MIDDLE = 100;
    private static final int OF_TITLE = 50;
    private static final int SHORTCUT = 20;

    private PaletteRanking() {}

    private record Hit(PaletteEntry entry, int score) {}

    /** At most {@code most} entries. An empty query finds views and actions only: what is there to choose from at once. */
    static List<PaletteEntry> find(String query, List<PaletteEntry> entries, int most) {
        var words = query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        if (query.isBlank()) {
            return entries.stream().filter(it -> !isMany(it.goal())).limit(most).toList();
        }
        return entries.stream()
                .flatMap(entry -> score(words, entry).map(it -> new Hit(entry, it)).stream())
                .sorted(Comparator.comparingInt(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.entry().title().length())
                        .thenComparing(hit -> hit.entry().title()))
                .limit(most)
                .map(Hit::entry)
                .toList();
    }

    /** Empty when a word of the query occurs nowhere. */
    static Optional<Integer> score(String[] words, PaletteEntry entry) {
        int sum = 0;
        var title = entry.title().toLowerCase(Locale.ROOT);
        for (var word : words) {
            int best = rank(word, title) > 0 ? rank(word, title) + OF_TITLE : 0;
            best = Math.max(best, rank(word, entry.detail().toLowerCase(Locale.ROOT)));
            best = Math.max(best, rank(word, entry.kind().toLowerCase(Locale.ROOT)) / 2);
            for (var other : entry.words()) {
                best = Math.max(best, rank(word, other));
            }
            if (best == 0) {
                return Optional.empty();
            }
            sum += best;
        }
        return Optional.of(sum / words.length + (isMany(entry.goal()) ? 0 : SHORTCUT));
    }

    /** Whether there is one for each resource. */
    private static boolean isMany(PaletteEntry.Goal goal) {
        return goal instanceof PaletteEntry.Goal.Reveal || goal instanceof PaletteEntry.Goal.Operate;
    }

    private static int rank(String word, String text) {
        int at = text.indexOf(word);
        if (at < 0) {
            return 0;
        }
        if (text.length() == word.length()) {
            return WHOLE;
        }
        if (at == 0) {
            return BEGINNING;
        }
        for (; at > 0; at = text.indexOf(word, at + 1)) {
            if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
                return WORD_BEGINNING;
            }
        }
        return MIDDLE;
    }
}
