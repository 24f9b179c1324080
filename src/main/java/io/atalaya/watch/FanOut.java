package io.atalaya.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Asks many questions of one read at a time, a few at once, each in the {@link CallContext} of the one who asks. */
public final class FanOut {
    private final ThreadFactory threads;
    private final int atOnce;
    private final AtomicInteger probes = new AtomicInteger();

    /**
     * @param threads virtual threads
     * @param atOnce how many questions are under way together
     */
    public FanOut(ThreadFactory threads, int atOnce) {
        this.threads = threads;
        this.atOnce = atOnce;
    }

    /** One question failed, the others may have answers. */
    @FunctionalInterface
    public interface Question<K, V> {
        V ask(K key) throws Exception;
    }

    /** An answer, or what was thrown instead. Exactly one is there. */
    public sealed interface Answer<K, V> {
        K key();

        /** AWS answered. */
        record Ok<K, V>(K key, V value) implements Answer<K, V> {}

        /** It did not. */
        record Failed<K, V>(K key, Exception thrown) implements Answer<K, V> {}
    }

    /**
     * Asks for every key, and hands each answer over on the calling thread as it comes. A probe asks for one or two keys, other
     * ones each time, and for the rest when one of them is answered.
     *
     * @throws InterruptedException when interrupted: the questions under way are interrupted too and have ended
     */
    public <K, V> void ask(Collection<K> keys, Question<K, V> question, Consumer<Answer<K, V>> answer)
            throws InterruptedException {
        var rest = new ArrayList<K>(keys);
        var first = CallContext.current().scouts();
        if (first > 0 && rest.size() > first) {
            Collections.rotate(rest, -Math.floorMod(probes.getAndAdd(first), rest.size()));
            var scouts = rest.subList(0, first);
            var failure = askAll(List.copyOf(scouts), question, answer);
            scouts.clear();
            if (failure.isPresent()) {
                rest.forEach(key -> answer.accept(new Answer.Failed<>(key, failure.get())));
                return;
            }
        }
        askAll(rest, question, answer);
    }

    /** What the first of them failed with; empty when any was answered. */
    private <K, V> Optional<Exception> askAll(List<K> keys, Question<K, V> question, Consumer<Answer<K, V>> answer)
            throws InterruptedException {
        var context = CallContext.current();
        var turn = new Semaphore(atOnce);
        var failures = new ArrayList<Exception>();
        try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
            try {
                var answers = new ExecutorCompletionService<Answer<K, V>>(executor);
                for (var key : keys) {
                    answers.submit(() -> inTurn(turn, context, () -> one(key, question)));
                }
                for (var i = 0; i < keys.size(); i++) {
                    var next = answers.take().get();
                    if (next instanceof Answer.Failed<K, V> failed) {
                        failures.add(failed.thrown());
                    }
                    answer.accept(next);
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException | RuntimeException e) {
                executor.shutdownNow();
                throw e;
            }
        }
        return failures.size() < keys.size()
                ? Optional.empty()
                : failures.stream().findFirst();
    }

    /** As {@link #ask}, when every answer is needed: all values in the order of their keys, or the first failure. */
    public <K, V> List<V> all(List<K> keys, Question<K, V> question) throws Exception {
        var values = new HashMap<K, V>();
        var failures = new ArrayList<Exception>();
        this.<K, V>ask(keys, question, answer -> {
            switch (answer) {
                case Answer.Ok<K, V> ok -> values.put(ok.key(), ok.value());
                case Answer.Failed<K, V> failed -> failures.add(failed.thrown());
            }
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return keys.stream().map(values::get).toList();
    }

    private static <T> T inTurn(Semaphore turn, CallContext context, Callable<T> body) throws Exception {
        turn.acquire();
        try {
            return context.call(body);
        } finally {
            turn.release();
        }
    }

    private static <K, V> Answer<K, V> one(K key, Question<K, V> question) {
        try {
            return new Answer.Ok<>(key, question.ask(key));
        } catch (Exception e) {
            return new Answer.Failed<>(key, e);
        }
    }
}
