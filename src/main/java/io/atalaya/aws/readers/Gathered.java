package io.atalaya.aws.readers;

import io.atalaya.watch.FanOut.Answer;
import io.atalaya.watch.PartialReadException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the answers to many questions of one read, hands them on as they come, and says at the end what is missing. Used by
 * one thread.
 *
 * @param <K> what was asked about
 * @param <T> of which an answer has several
 */
final class Gathered<K, T> implements Consumer<Answer<K, List<T>>> {
    private final Consumer<List<T>> page;
    private final List<T> answered = new ArrayList<>();
    private final Set<K> failed = new HashSet<>();
    private int good;
    private @Nullable Exception first;

    Gathered(Consumer<List<T>> page) {
        this.page = page;
    }

    @Override
    public void accept(Answer<K, List<T>> answer) {
        switch (answer) {
            case Answer.Ok<K, List<T>> ok -> add(ok.value());
            case Answer.Failed<K, List<T>> bad -> {
                failed.add(bad.key());
                first = first == null ? bad.thrown() : first;
            }
        }
    }

    /** An answer to another question than those of the keys. */
    void add(List<T> items) {
        good++;
        answered.addAll(items);
        page.accept(items);
    }

    /**
     * The read is over.
     *
     * @param before the items of the last read
     * @param key which question an item answers
     * @throws PartialReadException when some questions have no answer: their items of the last read are kept
     * @throws Exception the first failure, when none has
     */
    void finish(List<T> before, Function<T, K> key) throws Exception {
        if (first == null) {
            return;
        }
        if (good == 0) {
            throw first;
        }
        var kept =
                before.stream().filter(item -> failed.contains(key.apply(item))).toList();
        throw new PartialReadException(answered, kept, first);
    }
}
