package io.atalaya.operate.run;

import io.atalaya.operate.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * An act whose outcome a crash took away.
 *
 * @param settled the line that settled it; null while AWS is being looked at: "outcome unknown"
 */
public record Unsettled(JournalEntry intent, @Nullable JournalEntry settled) {}
