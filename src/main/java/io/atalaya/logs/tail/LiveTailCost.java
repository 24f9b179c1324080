package io.atalaya.logs.tail;

import io.atalaya.logs.TailedGroup;
import java.time.LocalDate;
import java.util.List;

/**
 * What Live Tail costs. CloudWatch bills each session by the minute, whatever comes.
 *
 * @param sessions that a tail opens
 * @param dollarsPerMinute of all of them, once the free minutes of the month are used up
 */
public record LiveTailCost(int sessions, double dollarsPerMinute) {
    /**
     * In us-east-1: as others quote it from AWS's price list on {@link #AS_OF}. AWS's page shows it in a table that depends on the
     * region, which nobody read for this program; other regions may cost more.
     */
    public static final double DOLLARS_PER_SESSION_MINUTE = 0.01;

    /** Of an account, each month; so AWS's own page, {@link #SOURCE}, in a copy that has no date. */
    public static final int FREE_MINUTES_A_MONTH = 1_800;

    /** Where AWS says what it takes. */
    public static final String SOURCE = "https://aws.amazon.com/cloudwatch/pricing/";

    /** When the price was the one quoted. */
    public static final LocalDate AS_OF = LocalDate.of(2025, 10, 28);

    /** Of a tail of these groups: ten share a session, and each of which only some streams are read has its own. */
    public static LiveTailCost of(List<TailedGroup> groups) {
        var sessions = LiveBatches.of(groups).size();
        return new LiveTailCost(sessions, sessions * DOLLARS_PER_SESSION_MINUTE);
    }
}
