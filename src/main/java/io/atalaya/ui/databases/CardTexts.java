package io.atalaya.ui.databases;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.ParameterGroupUse;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.Caution;
import io.atalaya.deployment.databases.ConnectionLimit;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.facts.Engines;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words on the card of a database. */
final class CardTexts {
    private static final double MIB_PER_GIB = 1024;

    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final DateTimeFormatter day;

    CardTexts(Texts texts, Ages ages, ZoneId zone) {
        this.texts = texts;
        this.ages = ages;
        this.units = new Units(texts.getLocale());
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu", texts.getLocale()).withZone(zone);
    }

    String day(Instant at) {
        return day.format(at);
    }

    /** Since when it has its status. */
    String since(DatabaseView view, Instant now) {
        var since = view.since();
        if (since == null) {
            return "";
        }
        var at = ages.time(since.at(), now);
        return texts.get("databases.since." + since.basis(), at, ages.ago(since.at(), now));
    }

    /** Who says so. */
    String sinceWhy(DatabaseView view, Instant now) {
        var since = view.since();
        return since == null ? "" : texts.get("databases.sinceWhy." + since.basis(), ages.time(since.at(), now));
    }

    String role(DatabaseView view) {
        return texts.get("databases.role." + view.role().kind(), view.role().of());
    }

    String engine(Database database) {
        return Engines.name(database.engine()) + " " + database.engineVersion();
    }

    List<CardFact> facts(DatabaseView view) {
        var it = view.database();
        var facts = new ArrayList<CardFact>();
        facts.add(CardFact.words(label("role"), role(view)));
        facts.add(CardFact.words(label("engine"), engine(it)));
        facts.add(CardFact.mono(label("class"), size(view)));
        facts.add(zone(view));
        facts.add(CardFact.words(label("subnets"), subnets(it)));
        facts.add(CardFact.words(label("storage"), storage(it)));
        facts.add(encryption(it));
        facts.add(new CardFact(
                label("connections"), connections(view.limit()), connectionsHint(view.limit()), false, null));
        facts.add(parameters(view));
        facts.add(certificate(view));
        facts.add(CardFact.words(label("authority"), authority(view)));
        facts.add(backups(view));
        facts.add(CardFact.words(label("window"), orUnknown(it.settings().maintenanceWindow(), " UTC")));
        facts.add(access(view));
        return facts;
    }

    private String label(String key) {
        return texts.get("databases.fact." + key);
    }

    private String size(DatabaseView view) {
        var size = view.size();
        var name = view.database().instanceClass();
        return size == null
                ? texts.get("databases.class.notRead", name)
                : texts.get("databases.class.size", name, size.vcpus(), units.gib(size.memoryMib() / MIB_PER_GIB));
    }

    private CardFact zone(DatabaseView view) {
        var it = view.database();
        var zone = it.zone() == null ? texts.get("databases.unknown") : it.zone();
        if (it.multiAz()) {
            return CardFact.words(
                    label("zone"),
                    it.secondaryZone() == null
                            ? texts.get("databases.zone.standby", zone)
                            : texts.get("databases.zone.standbyIn", zone, it.secondaryZone()));
        }
        if (view.cluster() != null) {
            return CardFact.words(
                    label("zone"),
                    texts.get("databases.zone.cluster", zone, view.zones().size()));
        }
        return it.replicaOf() != null || it.clusterId() != null
                ? CardFact.words(label("zone"), zone)
                : new CardFact(label("zone"), texts.get("databases.zone.alone", zone), "", false, State.DEGRADED);
    }

    private String subnets(Database database) {
        var settings = database.settings();
        return settings.subnetGroup() == null
                ? texts.get("databases.unknown")
                : texts.get("databases.subnets", settings.subnetGroup(), String.join(", ", settings.zones()));
    }

    private String storage(Database database) {
        var words = new ArrayList<String>();
        words.add(database.storageType() == null ? texts.get("databases.unknown") : database.storageType());
        if (database.settings().iops() != null) {
            words.add(
                    texts.get("databases.iops", units.count(database.settings().iops())));
        }
        if (database.settings().throughputMibps() != null) {
            words.add(units.count(database.settings().throughputMibps()) + " MiB/s");
        }
        return String.join(", ", words);
    }

    private CardFact encryption(Database database) {
        if (!database.encrypted()) {
            return new CardFact(label("encryption"), texts.get("databases.encryption.off"), "", false, State.DEGRADED);
        }
        var key = database.settings().kmsKeyId();
        return CardFact.words(
                label("encryption"),
                key == null ? texts.get("databases.encryption.on") : key.substring(key.lastIndexOf(':') + 1));
    }

    /** How many may connect, and from what that is known. */
    String connections(@Nullable ConnectionLimit limit) {
        if (limit == null) {
            return texts.get("databases.limit.unknown");
        }
        return texts.get(
                "databases.limit." + limit.basis(),
                units.count(limit.value()),
                limit.group() == null ? "" : limit.group());
    }

    /** How it was computed; empty where it was not. */
    String connectionsHint(@Nullable ConnectionLimit limit) {
        return limit == null || limit.formula() == null ? "" : texts.get("databases.limit.formula", limit.formula());
    }

    private CardFact parameters(DatabaseView view) {
        var own = view.database().settings().parameterGroups();
        if (own.isEmpty()) {
            return CardFact.words(label("parameters"), texts.get("databases.unknown"));
        }
        var drifting = own.stream().map(ParameterGroupUse::status).anyMatch(status -> !status.equals("in-sync"));
        return new CardFact(
                label("parameters"),
                own.stream().map(use -> use.name() + ", " + use.status()).collect(Collectors.joining("; ")),
                "",
                false,
                drifting ? State.DEGRADED : null);
    }

    private CardFact certificate(DatabaseView view) {
        var until = view.database().caCertificateValidUntil();
        var ends = view.cautions().stream().anyMatch(each -> each.kind() == Caution.Kind.CERTIFICATE_ENDS);
        var id = view.database().settings().caId();
        // RDS renews what its rotating authorities sign; where it ends soon all the same, it did not
        var renewed = id != null && id.endsWith("-g1") && !ends;
        return new CardFact(
                label("certificate"),
                until == null
                        ? texts.get("databases.unknown")
                        : texts.get(renewed ? "databases.untilRenewed" : "databases.until", day(until)),
                "",
                false,
                ends ? State.DEGRADED : null);
    }

    private String authority(DatabaseView view) {
        var id = view.database().settings().caId();
        var authority = view.authority();
        if (id == null) {
            return texts.get("databases.unknown");
        }
        return authority == null || authority.validUntil() == null
                ? texts.get("databases.authority.notRead", id)
                : texts.get("databases.authority", id, day(authority.validUntil()));
    }

    private CardFact backups(DatabaseView view) {
        var days = view.cluster() == null
                ? view.database().backupRetentionDays()
                : view.cluster().backupRetentionDays();
        var window = view.cluster() == null
                ? view.database().settings().backupWindow()
                : view.cluster().backupWindow();
        return days == 0
                ? new CardFact(label("backups"), texts.get("databases.backups.off"), "", false, State.DEGRADED)
                : CardFact.words(
                        label("backups"), texts.get("databases.backups.kept", days, orUnknown(window, " UTC")));
    }

    private CardFact access(DatabaseView view) {
        var open = view.database().publiclyAccessible();
        var guarded = view.cluster() == null
                ? view.database().deletionProtection()
                : view.cluster().deletionProtection();
        return new CardFact(
                label("access"),
                texts.get(open ? "databases.access.public" : "databases.access.private") + ", "
                        + texts.get(guarded ? "databases.guard.on" : "databases.guard.off"),
                "",
                false,
                open || !guarded ? State.DEGRADED : null);
    }

    private String orUnknown(@Nullable String text, String unit) {
        return text == null ? texts.get("databases.unknown") : text + unit;
    }
}
