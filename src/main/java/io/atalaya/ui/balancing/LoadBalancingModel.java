package io.atalaya.ui.balancing;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.balancing.Callout;
import io.atalaya.deployment.balancing.Callouts;
import io.atalaya.deployment.balancing.Registration;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.ui.common.Words;
import io.atalaya.watch.TargetSpan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the load balancing view shows: rows, what is called out, the filter, and what is selected. */
public final class LoadBalancingModel {
    /** What the rows and what is called out are made of. */
    static final List<Part<?>> ROWS_OF = List.of(
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.LISTENER_RULES,
            Parts.CERTIFICATES,
            Parts.TARGET_GROUPS,
            Parts.TARGET_GROUP_ATTRIBUTES,
            Parts.TARGETS,
            Parts.INSTANCES,
            Parts.INSTANCE_CHECKS,
            Parts.IMAGES,
            Parts.SCALING_GROUPS,
            Parts.SECURITY_GROUPS,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS);

    /** What the view is made of: with that which tells why a target fails, where it may be read. */
    static final List<Part<?>> MADE_OF = Stream.concat(
                    ROWS_OF.stream(),
                    Stream.<Part<?>>of(
                            Parts.DATABASES,
                            Parts.VPCS,
                            Parts.SUBNETS,
                            Parts.ROUTE_TABLES,
                            Parts.NETWORK_ACLS,
                            Parts.NETWORK_INTERFACES,
                            Parts.INTERNET_GATEWAYS,
                            Parts.NAT_GATEWAYS,
                            Parts.PEERINGS,
                            Parts.PREFIX_LISTS,
                            Parts.LOG_COMPLAINTS))
            .toList();

    /** All rows of one snapshot. */
    record Shown(
            Routes routes,
            Reachability network,
            List<PathRow> path,
            List<GroupRow> groups,
            List<TargetRow> targets,
            List<Callout> callouts) {
        long failedTargets() {
            return targets.stream()
                    .filter(each -> each.seen().condition().state() == State.FAILED)
                    .count();
        }

        /** Null where it is not registered any more. */
        @Nullable
        TargetRow target(Registration registration) {
            return targets.stream()
                    .filter(each -> each.key().equals(registration))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, Instant at, Map<Part<?>, Freshness> trust, Shown shown) {}

    private final BalancingTexts texts;
    private final Function<Target, List<TargetSpan>> history;
    private final TargetChanges changes;
    private final ReadOnlyObjectWrapper<Deployment> current =
            new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<@Nullable Selected> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable ResourceRef> narrowed = new ReadOnlyObjectWrapper<>(this, "narrowed");
    private volatile @Nullable Prepared prepared;

    /**
     * @param history how a target was, oldest first; may be asked from any thread
     * @param trail who changed the perimeter
     */
    LoadBalancingModel(BalancingTexts texts, Function<Target, List<TargetSpan>> history, PerimeterTrail trail) {
        this.changes = new TargetChanges(trail, history);
        this.texts = texts;
        this.history = history;
    }

    /** The snapshot the rows are of: ages and counts beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    /** Null before the first snapshot. */
    @Nullable
    Shown shown() {
        return prepared == null ? null : prepared.shown();
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** What was typed; the same for all tables. */
    StringProperty filterProperty() {
        return filter;
    }

    /** What is selected; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The balancer, listener, rule or group whose targets are shown; null for all targets. */
    ReadOnlyObjectProperty<@Nullable ResourceRef> narrowedProperty() {
        return narrowed.getReadOnlyProperty();
    }

    /** Selects a balancer, listener, rule or group: from now on its targets are shown. */
    void select(ResourceRef resource) {
        narrowed.set(resource);
        selected.set(new Selected(resource, null));
    }

    void select(TargetRow target) {
        selected.set(new Selected(target.facts().ref(), target.key()));
    }

    void selectNothing() {
        narrowed.set(null);
        selected.set(null);
    }

    boolean admits(String words) {
        return Words.admits(filter.get(), words);
    }

    /** Whether a target is among those shown: of what is selected, and as typed. */
    boolean admits(TargetRow row) {
        var made = prepared;
        var ref = narrowed.get();
        return admits(row.words())
                && (ref == null
                        || made == null
                        || groupArns(ref, made.shown().routes())
                                .contains(row.facts().target().targetGroupArn()));
    }

    /** The groups behind a balancer, listener, rule or group; empty when it is gone. */
    private static Set<String> groupArns(ResourceRef ref, Routes routes) {
        return switch (routes.index().find(ref).orElse(null)) {
            case LoadBalancer it -> routes.groupArns(it);
            case Listener it -> routes.groupArns(it);
            case ListenerRule it -> routes.groupArns(it);
            case TargetGroup it -> Set.of(it.arn());
            case null -> Set.of();
            default -> Set.of();
        };
    }

    /** Whether all targets shown are of one group. */
    boolean isOneGroup() {
        var made = prepared;
        var ref = narrowed.get();
        return ref != null
                && made != null
                && groupArns(ref, made.shown().routes()).size() == 1;
    }

    /** What the targets shown are of; empty for all. */
    Optional<String> narrowedName() {
        var made = prepared;
        return made == null || narrowed.get() == null
                ? Optional.empty()
                : made.shown().routes().index().find(narrowed.get()).map(each -> each.name());
    }

    /** A newer snapshot, made and shown at once. */
    void apply(Deployment newer, Instant now) {
        show(prepare(newer, now));
    }

    /** Makes everything of a snapshot; on any thread. What says the same as what is shown is not made again. */
    Prepared prepare(Deployment newer, Instant now) {
        var before = prepared;
        var trust = trust(newer, now);
        if (before != null
                && trust.equals(before.trust())
                && hour(now).equals(hour(before.at()))
                && newer.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(newer, now, trust, before.shown());
        }
        var routes = new Routes(newer.index());
        var callouts = Callouts.of(routes, now);
        var rows = new Rows(routes, texts, history, now);
        return new Prepared(
                newer,
                now,
                trust,
                new Shown(
                        routes,
                        Reachability.of(newer),
                        PathRows.of(routes, texts, now),
                        rows.groups(callouts),
                        rows.targets(),
                        callouts));
    }

    /** Days left of a certificate change by themselves. */
    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    /** Shows what was made. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
    }

    /** Whether values became last known since the rows were made. */
    boolean isOutdated(Instant now) {
        var made = prepared;
        return made != null && !trust(made.deployment(), now).equals(made.trust());
    }

    /** Whether what is selected counts down. */
    boolean isDraining() {
        var made = prepared;
        var what = selected.get();
        var row = made == null || what == null || what.registration() == null
                ? null
                : made.shown().target(what.registration());
        return row != null && row.draining() != null;
    }

    /** What is said of what is selected. */
    Detail detail(Instant now) {
        var made = prepared;
        return made == null
                ? new Detail("", "", null, List.of(), List.of())
                : new Details(made.shown(), texts, changes, now).of(selected.get());
    }

    private static Map<Part<?>, Freshness> trust(Deployment deployment, Instant now) {
        return ROWS_OF.stream()
                .collect(Collectors.toMap(
                        each -> each,
                        each -> Rows.drawn(deployment.observed(each).freshness(now))));
    }
}
