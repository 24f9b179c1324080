package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;

/**
 * Something RDS reports (rds:DescribeEvents, 14 days).
 */
public record DatabaseEvent(String sourceId, String sourceType, Instant at, List<String> categories, String message) {
    public DatabaseEvent {
        categories = List.copyOf(categories);
    }
}
