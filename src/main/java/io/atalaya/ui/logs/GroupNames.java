package io.atalaya.ui.logs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Short names of the groups of a tail, each another: {@code /checkop/system} is {@code system}, RDS's error log {@code rds}. */
final class GroupNames {
    private static final int MOST = 9;

    private final Map<String, String> byArn = new HashMap<>();
    private final List<String> order;

    /** @param arns in the order of the tail */
    GroupNames(List<String> arns) {
        this.order = List.copyOf(arns);
        var taken = new HashSet<String>();
        for (var arn : order) {
            var name = name(arn);
            var wish = name.startsWith("/aws/rds/") ? "rds" : cut(last(name));
            if (!taken.add(wish)) {
                wish = cut(last(name));
                for (int number = 2; !taken.add(wish); number++) {
                    var tail = String.valueOf(number);
                    var stem = last(name);
                    wish = stem.substring(0, Math.min(stem.length(), MOST - tail.length())) + tail;
                }
            }
            byArn.put(arn, wish);
        }
    }

    String of(String arn) {
        return byArn.getOrDefault(arn, cut(last(name(arn))));
    }

    LogInk ink(String arn) {
        return LogInk.stream(Math.max(0, order.indexOf(arn)));
    }

    /** The longest of them, in characters. */
    int widest() {
        return byArn.values().stream().mapToInt(String::length).max().orElse(4);
    }

    /** {@code arn:aws:logs:us-east-1:111122223333:log-group:/checkop/app} names {@code /checkop/app}. */
    static String name(String arn) {
        var at = arn.indexOf(":log-group:");
        return at < 0 ? arn : arn.substring(at + ":log-group:".length());
    }

    private static String last(String name) {
        var parts = name.split("[/]+", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty()) {
                return parts[i];
            }
        }
        return name;
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }
}
