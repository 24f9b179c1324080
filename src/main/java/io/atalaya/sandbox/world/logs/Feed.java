package io.atalaya.sandbox.world.logs;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a group's streams say, all together: for what {@link Voice}s cannot carry, because it is too much, or comes later than
 * {@link Logs#LATEST_INGESTION_MILLIS} or before its own time, or was written from outside. Asked under the lock of the world.
 */
public interface Feed {
    /**
     * All events whose timestamps lie in that second, whether they have been ingested yet or not: by timestamp, then stream, always
     * in the same order.
     *
     * @param streams by name
     */
    List<LogLine> second(Predicate<String> streams, long second);

    /**
     * The events that are ingested in {@code (after, to]}, milliseconds since the epoch, in the order of ingestion.
     *
     * @param streams by name
     */
    List<LogLine> ingested(Predicate<String> streams, long after, long to);

    /** How far timestamps run ahead of ingestion at most, in milliseconds; CloudWatch takes two hours. */
    long aheadMillis();
}
