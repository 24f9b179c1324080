package io.atalaya.ui.dns;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.dns.CheckFacts;
import io.atalaya.deployment.dns.DnsView;
import io.atalaya.deployment.dns.FailoverPair;
import io.atalaya.deployment.dns.RecordFacts;
import io.atalaya.deployment.dns.ZoneFacts;
import io.atalaya.ui.Moment;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the view of DNS shows: rows of three tables, the filter, and what is selected in each. */
public final class DnsModel {
    /** What the view is made of, and so what it asks for. */
    static final Set<Part<?>> MADE_OF = Set.of(
            Parts.HOSTED_ZONES,
            Parts.RECORD_SETS,
            Parts.HEALTH_CHECKS,
            Parts.ZONE_DELEGATIONS,
            Parts.DNS_ANSWERS,
            Parts.NAMES_SEEN,
            Parts.LOAD_BALANCERS,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.DATABASES,
            Parts.INSTANCES,
            Parts.ELASTIC_IPS,
            Parts.MOUNT_TARGETS,
            Parts.SUBNETS);

    /** All rows of one snapshot. */
    record Shown(
            List<Row<RecordFacts>> records,
            List<Row<ZoneFacts>> zones,
            List<Row<CheckFacts>> checks,
            List<FailoverPair> pairs) {
        List<? extends Row<?>> of(Kind kind) {
            return switch (kind) {
                case RECORDS -> records;
                case ZONES -> zones;
                case CHECKS -> checks;
            };
        }
    }

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, Map<Part<?>, Freshness> trust, Shown shown) {}

    private final Texts texts;
    private final boolean looksUp;
    private final ReadOnlyObjectWrapper<Deployment> current =
            new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.RECORDS);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<@Nullable ResourceRef> detailed = new ReadOnlyObjectWrapper<>(this, "detailed");
    private final Map<Kind, ResourceRef> chosen = new EnumMap<>(Kind.class);
    private volatile @Nullable Prepared prepared;

    /** @param looksUp whether names are asked of public DNS: only where the endpoint is AWS itself */
    public DnsModel(Texts texts, boolean looksUp) {
        this.texts = texts;
        this.looksUp = looksUp;
    }

    /** The snapshot the rows are of: ages beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    @Nullable
    Shown shown() {
        return prepared == null ? null : prepared.shown();
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Of what the details are on screen, as {@link #detail} was told. */
    ReadOnlyObjectProperty<@Nullable ResourceRef> detailedProperty() {
        return detailed.getReadOnlyProperty();
    }

    /** The details of this are shown; null for none. */
    void detail(@Nullable Row<?> row) {
        detailed.set(row == null ? null : row.ref());
    }

    void select(Kind in, ResourceRef ref) {
        chosen.put(in, ref);
    }

    /** Whose details are shown: what was selected in that table, else what needs attention most, else the first. */
    <F> @Nullable Row<F> chosen(Kind in, List<Row<F>> rows) {
        var wanted = chosen.get(in);
        return rows.stream()
                .filter(row -> row.ref().equals(wanted))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(this::admits)
                        .filter(row -> row.seen().condition().state().compareTo(State.DEGRADED) >= 0)
                        .max((one, other) -> one.seen()
                                .condition()
                                .state()
                                .compareTo(other.seen().condition().state())))
                .or(() -> rows.stream().filter(this::admits).findFirst())
                .orElse(null);
    }

    boolean admits(Row<?> row) {
        return Words.admits(filter.get(), row.words());
    }

    /** Makes all rows of a snapshot; on any thread. What says the same as what is shown is not made again. */
    Prepared prepare(Moment moment) {
        var newer = moment.deployment();
        var trust = trust(moment);
        var before = prepared;
        if (before != null && trust.equals(before.trust()) && newer.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(newer, trust, before.shown());
        }
        var view = DnsView.of(newer, looksUp);
        return new Prepared(
                newer,
                trust,
                new Shown(
                        view.records().stream().map(it -> record(it, trust)).toList(),
                        view.zones().stream().map(it -> zone(it, trust)).toList(),
                        view.checks().stream().map(it -> check(it, trust)).toList(),
                        view.pairs()));
    }

    /** Shows what was made. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
    }

    /** Whether values became last known since the rows were made. */
    boolean isOutdated(Moment moment) {
        var made = prepared;
        return made != null
                && !trust(new Moment(made.deployment(), moment.now())).equals(made.trust());
    }

    private static Map<Part<?>, Freshness> trust(Moment moment) {
        return MADE_OF.stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> drawn(moment.deployment().observed(part).freshness(moment.now()))));
    }

    /** A value that is only late is drawn as a current one. */
    private static Freshness drawn(Freshness freshness) {
        return freshness == Freshness.LATE ? Freshness.CURRENT : freshness;
    }

    private static Seen seen(Condition condition, Part<?> part, Map<Part<?>, Freshness> trust) {
        return new Seen(condition, Objects.requireNonNull(trust.get(part)));
    }

    private static Row<RecordFacts> record(RecordFacts facts, Map<Part<?>, Freshness> trust) {
        var it = facts.record();
        var words = new ArrayList<String>(List.of(it.name(), it.recordType(), it.routing(), it.hostedZoneId()));
        words.addAll(it.values());
        Stream.of(
                        it.alias() == null ? null : it.alias().dnsName(),
                        it.setIdentifier(),
                        it.healthCheckId(),
                        facts.check() == null ? null : facts.check().name(),
                        facts.zone() == null ? null : facts.zone().name())
                .filter(Objects::nonNull)
                .forEach(words::add);
        facts.leadsTo().forEach(to -> {
            words.add(to.name());
            words.add(to.id());
        });
        var condition = facts.condition();
        words.add(condition.word());
        return new Row<>(it.ref(), seen(condition, Parts.RECORD_SETS, trust), facts, String.join("\n", words));
    }

    private Row<ZoneFacts> zone(ZoneFacts facts, Map<Part<?>, Freshness> trust) {
        var it = facts.zone();
        var delegated = facts.delegated();
        var state = facts.ownServersDiffer() && delegated.state().compareTo(State.DEGRADED) < 0
                ? State.DEGRADED
                : delegated.state();
        var words = new ArrayList<String>(List.of(it.name(), it.id(), it.isPrivate() ? "private" : "public"));
        if (it.comment() != null) {
            words.add(it.comment());
        }
        words.addAll(facts.ownServers());
        return new Row<>(
                it.ref(),
                seen(
                        new Condition(
                                state,
                                texts.get("dns.delegated." + delegated),
                                texts.get("dns.delegated.why." + delegated)),
                        Parts.HOSTED_ZONES,
                        trust),
                facts,
                String.join("\n", words));
    }

    private static Row<CheckFacts> check(CheckFacts facts, Map<Part<?>, Freshness> trust) {
        var it = facts.check();
        var words = new ArrayList<String>(List.of(it.name(), it.id(), it.checkType(), String.valueOf(it.host())));
        words.add(String.valueOf(it.path()));
        words.addAll(facts.usedBy());
        facts.regions().forEach(region -> words.add(region.name()));
        words.add(facts.condition().word());
        return new Row<>(
                it.ref(), seen(facts.condition(), Parts.HEALTH_CHECKS, trust), facts, String.join("\n", words));
    }
}
