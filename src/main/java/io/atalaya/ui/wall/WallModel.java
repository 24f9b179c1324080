package io.atalaya.ui.wall;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.RequestPath;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Counts;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.noc.DeskRow;
import io.atalaya.ui.noc.DeskRows;
import io.atalaya.ui.noc.KeepingTexts;
import io.atalaya.ui.noc.TileText;
import io.atalaya.ui.noc.TileTexts;
import io.atalaya.ui.overview.StageTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the wall says. Pure: the same snapshot, board, desk and second make the same wall. */
final class WallModel {
    /** How long a page of tiles stays. */
    static final Duration PAGE = Duration.ofSeconds(20);

    static final int TILES = 5;
    static final int ENTRIES = 4;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12,}|[0-9a-f]{4}-[0-9a-f]{4}-");
    private static final Duration SOON = Duration.ofMinutes(10);

    private final Texts texts;
    private final Ages ages;
    private final Units units;
    private final StageTexts stageTexts;
    private final TileTexts tileTexts;
    private final DeskRows rows;
    private final KeepingTexts keepingTexts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final DateTimeFormatter utc;
    private @Nullable Instant begun;

    WallModel(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts, zone);
        this.units = new Units(texts.getLocale());
        this.stageTexts = new StageTexts(texts, ages);
        this.tileTexts = new TileTexts(texts);
        this.rows = new DeskRows(texts, zone);
        this.keepingTexts = new KeepingTexts(texts, zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        this.date = DateTimeFormatter.ofPattern("EEE d MMM uuuu, xxx", texts.getLocale())
                .withZone(zone);
        this.utc = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** What the wall is made of besides the snapshot. */
    record Watched(
            @Nullable Board board, DeskState desk, @Nullable Instant lookedAt, Keeping keeping, WallHealth health) {}

    WallShown of(Deployment deployment, Watched watched, Instant now) {
        var board = watched.board();
        var health = watched.health();
        var since = begun == null ? now : begun;
        begun = since;
        var sight = Sight.of(deployment, health, board == null ? null : board.at(), since, now);
        var path = RequestPath.of(Situation.of(deployment, now));
        var headline = path.headline();
        var stages = List.of(
                stageTexts.of(path.dns(), deployment, now),
                stageTexts.of(path.balancers(), deployment, now),
                stageTexts.of(path.targets(), deployment, now),
                stageTexts.of(path.databases(), deployment, now),
                stageTexts.of(path.files(), deployment, now));
        var tiles = board == null ? List.<TileText>of() : tiles(board);
        int pages = Math.max(1, (tiles.size() + TILES - 1) / TILES);
        int page = (int) Math.floorMod(now.getEpochSecond() / PAGE.toSeconds(), (long) pages);
        var queue = rows.of(watched.desk(), DeskRows.Page.OPEN, now);
        var keeping = keepingTexts.brief(watched.keeping());
        var reason = texts.get(
                "overview.headline." + headline.kind(), headline.arguments().toArray());
        return new WallShown(
                headline.state(),
                texts.get("wall.word." + headline.state()),
                sentence(reason),
                deployment.observed(Parts.TARGETS).freshness(now) == Freshness.LAST_KNOWN,
                notWatching(sight, now),
                sight.why() == Sight.Why.STARTING,
                stages,
                tiles.subList(page * TILES, Math.min(tiles.size(), (page + 1) * TILES)),
                queue.stream().limit(ENTRIES).map(this::row).toList(),
                nothing(watched.lookedAt(), now),
                queue.size() > ENTRIES ? texts.get("wall.more", queue.size() - ENTRIES) : "",
                time.format(now),
                date.format(now),
                utc.format(now),
                AwsText.line(health.deployment()),
                texts.get(health.armed() ? "wall.armed" : "wall.readOnly") + " · " + AwsText.line(health.where()),
                dataState(sight),
                data(sight, board, now),
                texts.get(
                        "wall.meter",
                        units.perSecond(health.callsPerSecond()),
                        units.percent(Math.rint(health.shareUsed() * 100))),
                credentialState(health, now),
                credentials(health, now),
                keeping.state(),
                keeping.words(),
                pages == 1
                        ? ""
                        : texts.get(
                                "wall.page",
                                page + 1,
                                pages,
                                PAGE.toSeconds() - now.getEpochSecond() % PAGE.toSeconds()));
    }

    /** That nothing is wrong is said only by a desk that looks. */
    private String nothing(@Nullable Instant lookedAt, Instant now) {
        if (lookedAt == null) {
            return texts.get("wall.notLooked");
        }
        return Duration.between(lookedAt, now).compareTo(Board.MADE_AGAIN_WITHIN) > 0
                ? texts.get("wall.lookedLast", ages.time(lookedAt, now))
                : texts.get("wall.nothing");
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** What is bad is on the first page; what has no value is counted in the foot. */
    private List<TileText> tiles(Board board) {
        var all = new ArrayList<TileText>();
        board.items().forEach(it -> all.add(tileTexts.of(it, null, reading -> Optional.empty())));
        return all.stream()
                .filter(TileText::hasValue)
                .sorted(Comparator.comparing(
                        it -> it.alarmed() || it.stale() ? -it.level().ordinal() : 0))
                .toList();
    }

    private WallShown.QueueRow row(DeskRow row) {
        var where = withoutIds(row.where());
        var what = where.isEmpty() || row.what().contains(where) ? row.what() : where + ": " + row.what();
        return new WallShown.QueueRow(
                row.key(), row.state(), row.blind() || row.held(), what, row.owner(), row.lasted());
    }

    /** An id says nothing at four metres, and leaves no room for what does. */
    private static String withoutIds(String where) {
        return Arrays.stream(where.split(" "))
                .filter(it -> !ID.matcher(it).find())
                .collect(Collectors.joining(" "));
    }

    private List<String> notWatching(Sight sight, Instant now) {
        var why = sight.why();
        if (why == null) {
            return List.of();
        }
        var newest = sight.newest();
        return List.of(
                texts.get(why == Sight.Why.STARTING ? "wall.starting" : "wall.notWatching"),
                texts.get("wall.why." + why),
                newest == null
                        ? texts.get("wall.neverAnswered")
                        : texts.get(
                                "wall.lastAnswer",
                                ages.time(newest, now),
                                Durations.words(Duration.between(newest, now))));
    }

    private static State dataState(Sight sight) {
        return !sight.sees() ? State.FAILED : sight.seesAll() ? State.HEALTHY : State.DEGRADED;
    }

    private String data(Sight sight, @Nullable Board board, Instant now) {
        var parts = new ArrayList<String>();
        var newest = sight.newest();
        parts.add(
                newest == null
                        ? texts.get("wall.neverAnswered")
                        : texts.get("wall.data", Durations.words(Duration.between(newest, now))));
        if (sight.sees()) {
            missing(sight).ifPresent(parts::add);
        }
        var counts = board == null ? null : board.counts();
        if (sight.seesAll()) { // of what is not read there is nothing, and no room to say so
            without(counts).ifPresent(parts::add);
        }
        return String.join(" · ", parts);
    }

    /** One by its name; of more there is room only for their number. */
    private Optional<String> missing(Sight sight) {
        int count = sight.blind().size() + sight.unanswered().size();
        if (count > 1) {
            return Optional.of(texts.get("wall.notCurrent", count));
        }
        return sight.blind().stream()
                .map(it -> texts.get("wall.blind", partName(it.id())))
                .findFirst()
                .or(() -> sight.unanswered().stream()
                        .map(it -> texts.get("wall.unanswered", partName(it.id())))
                        .findFirst());
    }

    private String partName(String part) {
        var key = "overview.part." + part;
        return texts.containsKey(key) ? texts.getString(key) : part;
    }

    private Optional<String> without(@Nullable Counts counts) {
        return counts == null || counts.withoutSource() == 0
                ? Optional.empty()
                : Optional.of(texts.get("wall.without", counts.withoutSource()));
    }

    private static State credentialState(WallHealth health, Instant now) {
        return health.credentials()
                .left(now)
                .map(it -> it.isZero() ? State.FAILED : it.compareTo(SOON) < 0 ? State.DEGRADED : State.HEALTHY)
                .orElse(State.HEALTHY);
    }

    private String credentials(WallHealth health, Instant now) {
        return health.credentials()
                .left(now)
                .map(it -> it.isZero()
                        ? texts.get("wall.credentials.over")
                        : texts.get("wall.credentials", Durations.words(it)))
                .orElse("");
    }
}
