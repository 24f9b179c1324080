package io.atalaya.ui.filesystems;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.files.FileSystemFacts;
import io.atalaya.deployment.files.MountFacts;
import io.atalaya.deployment.files.Remark;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a file system, in words. */
final class FileTexts {
    private static final Pattern AFTER = Pattern.compile("AFTER_(\\d+)_(DAYS?|ACCESS)");

    private final Texts texts;
    private final Units units;
    private final Ages ages;

    FileTexts(Texts texts, Ages ages) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
    }

    Units units() {
        return units;
    }

    /** {@code + 0.1 GiB}; a minus where it shrinks. */
    String perDay(double bytes) {
        return (bytes < 0 ? "− " : "+ ") + units.bytes(Math.abs(bytes));
    }

    /** When EFS measured the size, and how long ago that was. */
    String measured(FileSystem files, Instant now) {
        var at = files.sizeMeasuredAt();
        return at == null
                ? texts.get("filesystems.size.unmeasured")
                : texts.get("filesystems.size.measured", ages.time(at, now), ages.ago(at, now));
    }

    /** One line on growth; says so where too little is known. */
    String growth(FileSystemFacts facts) {
        var growth = facts.growth();
        return growth == null
                ? texts.get("filesystems.growth.unknown")
                : texts.get("filesystems.growth.known", perDay(growth.bytesPerDay()), Durations.words(growth.over()));
    }

    /** One sentence on the planned size. */
    String forecast(FileSystemFacts facts) {
        var planned = facts.plannedBytes() == null ? "" : units.bytes(facts.plannedBytes());
        var forecast = facts.forecast();
        return switch (forecast.kind()) {
            case NO_PLAN -> texts.get("filesystems.forecast.NO_PLAN");
            case ABOVE -> texts.get("filesystems.forecast.ABOVE", planned, units.bytes(forecast.bytes()));
            case REACHES -> texts.get("filesystems.forecast.REACHES", planned, Durations.words(left(forecast.left())));
            case STAYS_BELOW -> texts.get("filesystems.forecast.STAYS_BELOW", planned);
            case UNKNOWN -> texts.get("filesystems.forecast.UNKNOWN", planned, units.bytes(forecast.bytes()));
        };
    }

    /** The same in a column. */
    String forecastBrief(FileSystemFacts facts) {
        var forecast = facts.forecast();
        return switch (forecast.kind()) {
            case NO_PLAN -> "-";
            case ABOVE -> texts.get("filesystems.brief.ABOVE", units.bytes(forecast.bytes()));
            case REACHES -> texts.get("filesystems.brief.REACHES", Durations.words(left(forecast.left())));
            case STAYS_BELOW -> texts.get("filesystems.brief.STAYS_BELOW");
            case UNKNOWN -> texts.get("filesystems.brief.UNKNOWN");
        };
    }

    private static Duration left(@Nullable Duration left) {
        return Objects.requireNonNull(left, "of a forecast that reaches its plan");
    }

    String remark(Remark remark) {
        var words =
                remark.facts().stream().map(fact -> word(fact, remark.kind())).toArray();
        return texts.get("filesystems.remark." + remark.kind(), words);
    }

    private String word(Object fact, Remark.Kind kind) {
        if (fact instanceof Double number) {
            return kind == Remark.Kind.ABOVE_PLAN ? units.bytes(number) : units.percent(number);
        }
        return fact instanceof Duration duration ? Durations.words(duration) : fact.toString();
    }

    /** {@code bursting}, {@code provisioned 128 MiB/s}; EFS's word. */
    static String throughputMode(FileSystem files) {
        return files.provisionedMibps() == null
                ? files.throughputMode()
                : files.throughputMode() + " " + Math.round(files.provisionedMibps()) + " MiB/s";
    }

    /** Which files move where and when. */
    String lifecycle(FilePolicies policies) {
        if (!policies.moves() && policies.toPrimary() == null) {
            return texts.get("filesystems.lifecycle.none");
        }
        return java.util.stream.Stream.of(
                        rule("infrequent", policies.toInfrequent()),
                        rule("archive", policies.toArchive()),
                        rule("primary", policies.toPrimary()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String rule(String where, @Nullable String when) {
        return when == null ? null : texts.get("filesystems.lifecycle." + where, when(when));
    }

    private String when(String rule) {
        var matcher = AFTER.matcher(rule);
        if (!matcher.matches()) {
            return rule;
        }
        return texts.get(
                matcher.group(2).equals("ACCESS") ? "filesystems.lifecycle.access" : "filesystems.lifecycle.days",
                Integer.parseInt(matcher.group(1)));
    }

    String backup(FilePolicies policies) {
        return policies.backup() == null ? texts.get("filesystems.backup.none") : policies.backup();
    }

    /** {@code chop-efs}, by name where it was read. */
    static String groups(MountFacts mount) {
        var named = mount.groups().stream().collect(Collectors.toMap(it -> it.id(), it -> it.name(), (a, b) -> a));
        return mount.mount().securityGroupIds().stream()
                .map(id -> named.getOrDefault(id, id))
                .collect(Collectors.joining(", "));
    }

    /** {@code 1001 : 1001}, or that clients keep their own. */
    String user(AccessPoint point) {
        return point.uid() == null
                ? texts.get("filesystems.point.own")
                : point.uid() + " : " + (point.gid() == null ? "-" : point.gid());
    }
}
