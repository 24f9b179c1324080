package io.atalaya.ui.overview;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.CalledOut;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.Happening;
import io.atalaya.deployment.overview.Happenings;
import io.atalaya.deployment.overview.Headline;
import io.atalaya.deployment.overview.KeyFigures;
import io.atalaya.deployment.overview.RequestPath;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.deployment.overview.Urgency;
import io.atalaya.ui.Moment;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Attention;
import io.atalaya.watch.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the overview says. Takes a snapshot, and a tick each second for the ages. */
public final class OverviewModel {
    static final Duration SPAN = Duration.ofHours(24);

    /**
     * What is asked for while the overview is open, which is all day: what its findings, figures and changes rest on, and what
     * every view and the palette need to name things. What one view alone tells of is asked for while that view is open.
     */
    public static final List<Part<?>> MADE_OF = List.of(
            Parts.INSTANCES,
            Parts.INSTANCE_CHECKS,
            Parts.INSTANCE_TYPES,
            Parts.IMAGES,
            Parts.VOLUMES,
            Parts.ELASTIC_IPS,
            Parts.VPCS,
            Parts.SUBNETS,
            Parts.SECURITY_GROUPS,
            Parts.NETWORK_ACLS,
            Parts.VPN_CONNECTIONS,
            Parts.LAUNCH_TEMPLATES,
            Parts.SCALING_GROUPS,
            Parts.SCALING_ACTIVITIES,
            Parts.INSTANCE_REFRESHES,
            Parts.LOAD_BALANCERS,
            Parts.LISTENERS,
            Parts.CERTIFICATES,
            Parts.LISTENER_RULES,
            Parts.TARGET_GROUPS,
            Parts.TARGETS,
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.DATABASE_SNAPSHOTS,
            Parts.DATABASE_EVENTS,
            Parts.FILE_SYSTEMS,
            Parts.MOUNT_TARGETS,
            Parts.HOSTED_ZONES,
            Parts.RECORD_SETS,
            Parts.HEALTH_CHECKS,
            Parts.ALARMS,
            Parts.METRICS);

    private static final Set<Part<?>> TELLING =
            Set.of(Parts.SCALING_ACTIVITIES, Parts.DATABASE_EVENTS, Parts.DATABASE_SNAPSHOTS, Parts.IMAGES);

    /** Everything on screen at one moment; replaced as a whole, so that no two parts of the view disagree. */
    record Shown(
            State state,
            String headline,
            Freshness trust,
            List<StageText> stages,
            List<FigureText> figures,
            List<AttentionRow> attention,
            List<ChangeRow> changes,
            List<FreshRow> fresh) {
        /** Whether any source that tells of changes has answered. */
        boolean changesRead() {
            return !changes.isEmpty()
                    || fresh.stream()
                            .filter(row -> TELLING.contains(row.part()))
                            .anyMatch(row -> row.seconds() != null);
        }

        long count(Urgency urgency) {
            return attention.stream()
                    .filter(each -> each.finding().urgency() == urgency)
                    .count();
        }
    }

    /** What is made of a snapshot away from the screen. */
    private record Prepared(
            Moment moment,
            List<Finding> findings,
            RequestPath path,
            List<FigureText> figures,
            List<ChangeRow> changes,
            CallOuts callOuts) {}

    /** What time alone changes is looked at again at least this often. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    private final Texts texts;
    private final Supplier<List<Change>> seen;
    private final Ages ages;
    private final FindingTexts findingTexts;
    private final StageTexts stageTexts;
    private final FreshRows freshRows;
    private final Begun begun = new Begun();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ObjectProperty<List<Finding>> found = new SimpleObjectProperty<>(this, "found", List.of());
    private final ObjectProperty<CallOuts> callOuts = new SimpleObjectProperty<>(this, "callOuts", CallOuts.NONE);
    private final ReadOnlyObjectWrapper<Deployment> current;
    private volatile @Nullable Prepared prepared;
    private @Nullable InvalidationListener following;
    private @Nullable InvalidationListener followingTick;

    /** @param seen what this console saw change, newest first; asked at each snapshot */
    public OverviewModel(Texts texts, ZoneId zone, Supplier<List<Change>> seen) {
        this.texts = texts;
        this.seen = seen;
        ages = new Ages(texts, zone);
        findingTexts = new FindingTexts(texts, ages);
        stageTexts = new StageTexts(texts, ages);
        freshRows = new FreshRows(texts, ages);
        current = new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    }

    /** The snapshot that is on screen: ages beside it are its own. */
    public ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    /** What is on screen; null before the first snapshot. */
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What needs attention, notes not counted: the badge on the rail. */
    public ObservableValue<Attention> attention() {
        return found.map(Badges::of);
    }

    /** The same, of these kinds of resources only: the badge of the view that shows them. */
    public ObservableValue<Attention> attention(Set<ResourceType> kinds) {
        return found.map(all -> Badges.of(all, kinds));
    }

    /** The same, and what that view calls out by rules of its own in resources of which nothing was found. */
    public ObservableValue<Attention> attention(Set<ResourceType> kinds, CalledOut.Where view) {
        return found.flatMap(all -> callOuts.map(called -> Badges.of(all, kinds, called.in(view))));
    }

    /** From now on takes each snapshot, and makes what it says of it at once. */
    public void follow(ViewContext context) {
        follow(context, Runnable::run, Runnable::run);
    }

    /**
     * From now on takes each snapshot of a connection, whether or not a view shows it. The connection knows this model only
     * weakly: it ends with whoever shows its badge or its view.
     *
     * @param background where findings and figures are made
     * @param screen the JavaFX thread
     */
    public void follow(ViewContext context, Executor background, Executor screen) {
        if (following != null) {
            throw new IllegalStateException("already following");
        }
        var preparation =
                new Preparation<Moment, Prepared>(background, screen, this::prepare, this::show, Moment::isSmall);
        InvalidationListener taking = it -> preparation.want(Moment.of(context));
        InvalidationListener ticking = it -> preparation.tick();
        following = taking;
        followingTick = ticking;
        context.deployment().addListener(new WeakInvalidationListener(taking));
        context.now().addListener(new WeakInvalidationListener(ticking));
        taking.invalidated(context.deployment());
    }

    /** A newer snapshot. */
    public void apply(Deployment newer, Instant now) {
        show(prepare(new Moment(newer, now)));
    }

    private Prepared prepare(Moment moment) {
        var before = prepared;
        if (before != null && isSame(before.moment(), moment)) {
            return new Prepared(
                    new Moment(moment.deployment(), before.moment().now()),
                    before.findings(),
                    before.path(),
                    before.figures(),
                    before.changes(),
                    before.callOuts());
        }
        var newer = moment.deployment();
        var now = moment.now();
        var situation = Situation.of(newer, now);
        return new Prepared(
                moment,
                AttentionList.of(situation),
                RequestPath.of(situation),
                KeyFigures.of(situation).stream()
                        .map(each -> FigureText.of(each, texts))
                        .toList(),
                Stream.concat(Happenings.of(situation, SPAN).stream(), SeenChanges.of(seen.get(), texts))
                        .filter(each -> each.at().isAfter(now.minus(SPAN)))
                        .sorted(Comparator.comparing(Happening::at).reversed())
                        .map(each -> new ChangeRow(each, ages.time(each.at(), now)))
                        .toList(),
                (before == null ? CallOuts.NONE : before.callOuts()).next(moment, AGAIN_AFTER));
    }

    /** Whether a newer snapshot can say nothing else: all answers are the same and none has become older than it was. */
    private static boolean isSame(Moment before, Moment after) {
        var parts = after.deployment().parts();
        return parts.equals(before.deployment().parts())
                && Duration.between(before.now(), after.now()).compareTo(AGAIN_AFTER) < 0
                && after.deployment().saysSame(before.deployment(), parts)
                && parts.stream()
                        .allMatch(part -> after.deployment().observed(part).freshness(after.now())
                                == before.deployment().observed(part).freshness(before.now()));
    }

    private void show(Prepared made) {
        prepared = made;
        var newer = made.moment().deployment();
        var now = made.moment().now();
        begun.note(made.findings(), now);
        if (made.findings() != found.get()) {
            found.set(made.findings());
        }
        callOuts.set(made.callOuts());
        if (settled(newer)) {
            newer.parts().stream()
                    .filter(part -> newer.observed(part).value() != null)
                    .forEach(part -> begun.looked(part.id()));
        }
        var headline = made.path().headline();
        current.set(newer);
        shown.set(new Shown(
                headline.state(),
                headline(headline),
                newer.observed(Parts.TARGETS).freshness(now),
                stages(made.path(), newer, now),
                made.figures(),
                attention(newer, now),
                made.changes(),
                freshRows.of(newer, now)));
    }

    /** Each of its sources has answered or failed once: what shows up later came to be while this console watched. */
    private static boolean settled(Deployment deployment) {
        var parts = deployment.parts();
        return MADE_OF.stream()
                .filter(parts::contains)
                .map(deployment::observed)
                .allMatch(each -> {
                    var listing = each.value();
                    return listing == null ? each.problem() != null : listing.complete();
                });
    }

    /** The same snapshot, a second older: only ages change. */
    public void tick(Instant now) {
        var before = shown.get();
        var made = prepared;
        if (before == null || made == null) {
            return;
        }
        var known = made.moment().deployment();
        var path = made.path();
        shown.set(new Shown(
                before.state(),
                before.headline(),
                known.observed(Parts.TARGETS).freshness(now),
                stages(path, known, now),
                before.figures(),
                attention(known, now),
                before.changes(),
                freshRows.of(known, now)));
    }

    private List<StageText> stages(RequestPath path, Deployment newer, Instant now) {
        return List.of(
                stageTexts.of(path.dns(), newer, now),
                stageTexts.of(path.balancers(), newer, now),
                stageTexts.of(path.targets(), newer, now),
                stageTexts.of(path.databases(), newer, now),
                stageTexts.of(path.files(), newer, now));
    }

    private String headline(Headline headline) {
        var reason = texts.get(
                "overview.headline." + headline.kind(), headline.arguments().toArray());
        return stageTexts.word(headline.state()) + ": " + reason;
    }

    /** Newest first; what was there before this console looked counts from its first look, worst first; notes last. */
    private List<AttentionRow> attention(Deployment known, Instant now) {
        return found.get().stream()
                .sorted(Comparator.comparing((Finding each) -> each.urgency() == Urgency.NOTE)
                        .thenComparing(each -> begun.of(each, now).at(), Comparator.reverseOrder())
                        .thenComparing(Finding::urgency)
                        .thenComparing(Finding::key))
                .map(each -> row(each, known, now))
                .toList();
    }

    private AttentionRow row(Finding finding, Deployment known, Instant now) {
        var moment = begun.of(finding, now);
        var ago = Durations.words(Duration.between(moment.at(), now));
        var at = ages.time(moment.at(), now);
        return new AttentionRow(
                finding,
                findingTexts.title(finding, now),
                findingTexts.detail(finding, now),
                moment.exact() ? ago : texts.get("overview.attention.longer", ago),
                moment.exact() ? at : texts.get("overview.attention.before", at),
                finding.kind().name().startsWith("SOURCE")
                        ? Freshness.CURRENT
                        : known.observed(finding.basis()).freshness(now));
    }
}
