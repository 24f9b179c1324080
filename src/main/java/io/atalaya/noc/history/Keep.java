package io.atalaya.noc.history;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param minutes how long each minute is
 * @param fives how long five minutes are, with their least, average and largest value
 * @param bytes how large the file may become; the oldest goes first
 */
public record Keep(Duration minutes, Duration fives, long bytes) {
    public static final Keep USUAL = new Keep(Duration.ofDays(3), Duration.ofDays(60), 1L << 30);
}
