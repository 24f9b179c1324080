package io.atalaya.evidence.replay;

import io.atalaya.evidence.replay.Replay.ClaimChange;
import io.atalaya.evidence.replay.Replay.FactChange;
import io.atalaya.evidence.replay.Replay.FieldChange;
import io.atalaya.evidence.replay.Replay.Kind;
import io.atalaya.evidence.replay.Replay.ListChange;
import io.atalaya.evidence.replay.Replay.RowChange;
import io.atalaya.evidence.replay.Replay.Unlike;
import io.atalaya.evidence.replay.Replay.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets two capsules side by side. */
public final class Comparison {
    private Comparison() {}

    public static Replay of(Side then, Side now) {
        return new Replay(then, now, unlike(then, now), claims(then, now), lists(then, now), unread(then, now));
    }

    private static List<Unlike> unlike(Side then, Side now) {
        var unlike = new ArrayList<Unlike>();
        var before = then.facts().origin();
        var after = now.facts().origin();
        if (!before.account().equals(after.account())) {
            unlike.add(Unlike.ACCOUNT);
        }
        if (!before.region().equals(after.region())) {
            unlike.add(Unlike.REGION);
        }
        if (before.kind() != after.kind()) {
            unlike.add(Unlike.ORIGIN);
        }
        if (!then.facts().recipe().equals(now.facts().recipe())) {
            unlike.add(Unlike.RECIPE);
        }
        if (!before.caller().equals(after.caller())) {
            unlike.add(Unlike.CALLER);
        }
        if (!then.facts().programSha256().equals(now.facts().programSha256())) {
            unlike.add(Unlike.PROGRAM);
        }
        if (then.part() || now.part()) {
            unlike.add(Unlike.PART);
        }
        return unlike;
    }

    private static List<ClaimChange> claims(Side then, Side now) {
        var before = new LinkedHashMap<String, JudgedClaim>();
        then.claims().forEach(it -> before.put(it.id(), it));
        var after = new LinkedHashMap<String, JudgedClaim>();
        now.claims().forEach(it -> after.put(it.id(), it));
        var changes = new ArrayList<ClaimChange>();
        for (var id : both(before.keySet(), after.keySet())) {
            var one = before.get(id);
            var other = after.get(id);
            if (!Objects.equals(one, other)) {
                var facts = one == null || other == null ? List.<FactChange>of() : facts(one, other);
                changes.add(new ClaimChange(
                        id, one == null ? null : one.verdict(), other == null ? null : other.verdict(), facts));
            }
        }
        return changes;
    }

    private static List<FactChange> facts(JudgedClaim then, JudgedClaim now) {
        var before = byName(then);
        var after = byName(now);
        var changes = new ArrayList<FactChange>();
        for (var name : both(before.keySet(), after.keySet())) {
            var one = before.get(name);
            var other = after.get(name);
            if (!Objects.equals(one, other)) {
                changes.add(new FactChange(name.resource(), name.fact(), words(one), words(other)));
            }
        }
        return changes;
    }

    /** @param copy from 1; higher where a resource has the same fact twice */
    private record FactName(String resource, String fact, int copy) {}

    private static Map<FactName, JudgedClaim.Data> byName(JudgedClaim claim) {
        var facts = new LinkedHashMap<FactName, JudgedClaim.Data>();
        for (var point : claim.points()) {
            int copy = 1;
            while (facts.containsKey(new FactName(point.resource(), point.fact(), copy))) {
                copy++;
            }
            facts.put(new FactName(point.resource(), point.fact(), copy), point);
        }
        return facts;
    }

    private static @Nullable String words(JudgedClaim.@Nullable Data point) {
        if (point == null) {
            return null;
        }
        var holds = point.holds() == null ? "?" : point.holds() ? "+" : "-";
        return holds + " " + point.value();
    }

    private static List<ListChange> lists(Side then, Side now) {
        var before = byPart(then);
        var after = byPart(now);
        var changes = new ArrayList<ListChange>();
        for (var part : both(before.keySet(), after.keySet())) {
            var one = before.get(part);
            var other = after.get(part);
            if (one == null || other == null) {
                // rows of a list that only one of them asked for did not come or go
                changes.add(new ListChange(part, one == null ? Kind.ADDED : Kind.REMOVED, List.of()));
            } else if (trouble(one) == null && trouble(other) == null) {
                var rows = rows(one, other);
                if (!rows.isEmpty()) {
                    changes.add(new ListChange(part, Kind.CHANGED, rows));
                }
            }
        }
        return changes;
    }

    private static List<Unread> unread(Side then, Side now) {
        var before = byPart(then);
        var after = byPart(now);
        var unread = new ArrayList<Unread>();
        for (var part : both(before.keySet(), after.keySet())) {
            var one = trouble(before.get(part));
            var other = trouble(after.get(part));
            if (one != null || other != null) {
                unread.add(new Unread(part, one, other));
            }
        }
        return unread;
    }

    private static Map<String, KeptList> byPart(Side side) {
        var lists = new LinkedHashMap<String, KeptList>();
        side.lists().forEach(it -> lists.put(it.part(), it));
        return lists;
    }

    private static @Nullable String trouble(@Nullable KeptList list) {
        if (list == null) {
            return null;
        }
        var problem = list.problem();
        return problem == null && !list.complete() ? "…" : problem;
    }

    private static List<RowChange> rows(KeptList then, KeptList now) {
        var changes = new ArrayList<RowChange>();
        for (var key : both(then.rows().keySet(), now.rows().keySet())) {
            var before = then.rows().get(key);
            var after = now.rows().get(key);
            var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
            var fields = fields(before == null ? Map.of() : before, after == null ? Map.of() : after);
            if (kind != Kind.CHANGED || !fields.isEmpty()) {
                changes.add(new RowChange(kind, key, fields));
            }
        }
        return changes;
    }

    private static List<FieldChange> fields(Map<String, String> then, Map<String, String> now) {
        var changes = new ArrayList<FieldChange>();
        for (var field : both(then.keySet(), now.keySet())) {
            var before = then.getOrDefault(field, "");
            var after = now.getOrDefault(field, "");
            if (!before.equals(after)) {
                changes.add(new FieldChange(field, before, after));
            }
        }
        return changes;
    }

    /** In the order of the first, then what only the other has. */
    private static <T> List<T> both(Set<T> one, Set<T> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
