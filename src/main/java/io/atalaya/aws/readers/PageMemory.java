package io.atalaya.aws.readers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * What the pages of one long list said when they were last read. A page that says the same to the byte needs not be
 * unmarshalled again: of ten thousand instances that costs more than everything else together, and mostly nothing changed.
 *
 * @param <T> what a page has several of
 */
final class PageMemory<T> {
    static final ExecutionAttribute<PageMemory<?>.Reading> READING = new ExecutionAttribute<>("io.atalaya.PageMemory");

    /**
     * @param more whether another page followed
     */
    private record Page<T>(List<T> items, boolean more) {}

    /** By what they say; replaced as a whole when a read has come to its end. */
    private volatile Map<String, Page<T>> last = Map.of();

    /** Begins a read. */
    Reading begin() {
        return new Reading(last);
    }

    /** One read, on one thread; {@link UnchangedPages} recognises its pages while they arrive. */
    final class Reading {
        private final Map<String, Page<T>> before;
        private final Map<String, Page<T>> now = new HashMap<>();
        private @Nullable String arriving;
        private boolean same;

        private Reading(Map<String, Page<T>> before) {
            this.before = before;
        }

        /** Has the answers to this request looked up here. */
        void remember(AwsRequestOverrideConfiguration.Builder request) {
            request.putExecutionAttribute(READING, this);
        }

        /**
         * Hands over all pages.
         *
         * @param answers of requests that {@linkplain #remember remember}
         * @param items maps an answer
         * @param token of the next page; null or empty on the last
         */
        <R> void read(
                Iterable<R> answers,
                Function<R, List<T>> items,
                Function<R, @Nullable String> token,
                Consumer<List<T>> page) {
            for (var answer : answers) {
                page.accept(recognised().orElseGet(() -> {
                    var fresh = List.copyOf(items.apply(answer));
                    var next = token.apply(answer);
                    keep(new Page<>(fresh, next != null && !next.isEmpty()));
                    return fresh;
                }));
            }
            last = Map.copyOf(now);
        }

        /**
         * A page is arriving.
         *
         * @param digest of all it says
         * @param more whether it names a next page
         * @return whether it is known, so that its answer may be left empty
         */
        boolean arrives(String digest, boolean more) {
            var page = before.get(digest);
            arriving = digest;
            same = page != null && page.more() == more;
            return same;
        }

        private Optional<List<T>> recognised() {
            var page = arriving == null || !same ? null : before.get(arriving);
            if (page != null) {
                keep(page);
            }
            return Optional.ofNullable(page).map(Page::items);
        }

        private void keep(Page<T> page) {
            if (arriving != null) {
                now.put(arriving, page);
            }
            arriving = null;
            same = false;
        }
    }
}
