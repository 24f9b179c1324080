package io.atalaya.ui.acting;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.ModifyBackupPolicy;
import io.atalaya.operate.act.ModifyLifecycle;
import io.atalaya.operate.act.ModifyLogRetention;
import io.atalaya.operate.act.ModifyThroughput;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with a file system and with a log group. */
final class FileActs {
    /** The policy that is not there. */
    private static final ActField.Option NEVER = new ActField.Option("", "–");

    private FileActs() {}

    /** The policy is replaced as a whole: while the one in force is not read, none can be written. */
    static Stream<ActOffer> of(FileSystem files, Deployment known) {
        var lifecycle = known.items(Parts.FILE_POLICIES).stream()
                .filter(it -> it.fileSystemId().equals(files.id()))
                .map(now -> lifecycle(files, now));
        return Stream.concat(lifecycle, others(files));
    }

    private static ActOffer lifecycle(FileSystem files, FilePolicies now) {
        return ActOffer.of(
                ModifyLifecycle.class,
                files.ref(),
                () -> List.of(
                        ActField.choiceNow(
                                "toInfrequentAccess", Objects.requireNonNullElse(now.toInfrequent(), ""), ages()),
                        ActField.choiceNow("toArchive", Objects.requireNonNullElse(now.toArchive(), ""), ages()),
                        new ActField.Check("backOnAccess", now.toPrimary() != null, true)),
                values -> new ModifyLifecycle(
                        files.id(),
                        values.textOrNull("toInfrequentAccess"),
                        values.textOrNull("toArchive"),
                        values.flag("backOnAccess")));
    }

    private static Stream<ActOffer> others(FileSystem files) {
        return Stream.of(
                ActOffer.of(
                        ModifyThroughput.class,
                        files.ref(),
                        () -> List.of(
                                ActField.choiceNow(
                                        "mode",
                                        files.throughputMode(),
                                        ActField.words(ModifyThroughput.MODES.toArray(String[]::new))),
                                new ActField.Number("provisionedMibps", text(files.provisionedMibps()), true, "")),
                        values -> new ModifyThroughput(
                                files.id(), values.text("mode"), values.decimalOrNull("provisionedMibps"))),
                ActOffer.of(
                        ModifyBackupPolicy.class,
                        files.ref(),
                        () -> List.of(new ActField.Check("enabled", true, false)),
                        values -> new ModifyBackupPolicy(files.id(), values.flag("enabled"))));
    }

    private static List<ActField.Option> ages() {
        return Stream.concat(Stream.of(NEVER), ModifyLifecycle.AGES.stream().map(it -> new ActField.Option(it, it)))
                .toList();
    }

    private static String text(@Nullable Double mibps) {
        return mibps == null ? "" : mibps == Math.rint(mibps) ? String.valueOf(mibps.longValue()) : mibps.toString();
    }

    static Stream<ActOffer> of(LogGroup group) {
        var now = group.retentionDays();
        return Stream.of(ActOffer.of(
                ModifyLogRetention.class,
                group.ref(),
                () -> List.of(ActField.choiceNow(
                        "days",
                        now == null ? "" : String.valueOf(now),
                        Stream.concat(
                                        ModifyLogRetention.DAYS.stream()
                                                .map(String::valueOf)
                                                .map(it -> new ActField.Option(it, it)),
                                        Stream.of(new ActField.Option("", "∞")))
                                .toList())),
                values -> new ModifyLogRetention(group.name(), values.numberOrNull("days"))));
    }
}
