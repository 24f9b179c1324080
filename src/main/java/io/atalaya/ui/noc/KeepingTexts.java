package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a desk survives this console and whether the team sees it, in words. */
public final class KeepingTexts {
    private final Texts texts;
    private final Ages ages;

    public KeepingTexts(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts, zone);
    }

    /**
     * What is said of it.
     *
     * @param state {@link State#HEALTHY} where all is as it should be
     * @param more what does not fit in a line; empty where there is nothing
     */
    public record Line(State state, String words, String more) {}

    /** A sentence for the desk: what is, and what to do where it is not as it should be. */
    public Line line(Keeping keeping, Instant now) {
        var words = new ArrayList<>(List.of(own(keeping.own(), now)));
        var more = new ArrayList<String>();
        if (keeping.own() instanceof Keeping.Kept kept) {
            kept.damaged().forEach(each -> more.add(AwsText.line(each)));
        } else if (keeping.own() instanceof Keeping.Unkept not && !not.file().isEmpty()) {
            more.add(AwsText.line(not.file()));
        }
        var shared = keeping.shared();
        if (shared != null) {
            words.add(shared(shared, now));
            more.add(AwsText.line(shared.name()));
            shared.unread().forEach(each -> more.add(AwsText.line(each)));
        }
        var state = state(keeping);
        var between = state == State.HEALTHY ? " · " : "\n";
        return new Line(state, String.join(between, words), String.join("\n", more));
    }

    /** A few words for the wall. Empty where nothing is to be kept, or nothing is known yet. */
    public Line brief(Keeping keeping) {
        return new Line(state(keeping), brief(keeping.own(), keeping.shared()), "");
    }

    private String brief(Keeping.Own own, Keeping.@Nullable Shared shared) {
        return switch (own) {
            case Keeping.Unkept not -> texts.get("noc.keeping.brief.not");
            case Keeping.Nowhere nowhere -> "";
            case Keeping.Opening opening -> "";
            case Keeping.Kept kept -> {
                if (shared == null) {
                    yield texts.get("noc.keeping.brief.kept");
                }
                yield shared.problem() != null
                        ? texts.get("noc.keeping.brief.alone")
                        : texts.get(
                                shared.exchangedAt() == null ? "noc.keeping.brief.kept" : "noc.keeping.brief.shared");
            }
        };
    }

    private static State state(Keeping keeping) {
        var shared = keeping.shared();
        boolean whole = !(keeping.own() instanceof Keeping.Unkept)
                && !(keeping.own() instanceof Keeping.Kept kept
                        && !kept.damaged().isEmpty())
                && (shared == null
                        || (shared.problem() == null && shared.unread().isEmpty()));
        return whole ? State.HEALTHY : State.DEGRADED;
    }

    private String own(Keeping.Own own, Instant now) {
        return switch (own) {
            case Keeping.Nowhere nowhere -> texts.get("noc.keeping.nowhere");
            case Keeping.Opening opening -> texts.get("noc.keeping.opening");
            case Keeping.Kept kept ->
                texts.get(
                        kept.damaged().isEmpty() ? "noc.keeping.kept" : "noc.keeping.damaged",
                        ages.time(kept.since(), now));
            case Keeping.Unkept not ->
                texts.get(
                        "noc.keeping.not",
                        ages.time(not.since(), now),
                        texts.get("noc.keeping.why." + not.why(), AwsText.line(folder(not)), AwsText.line(not.said())));
        };
    }

    /** The folder is what a person can do something about. */
    private static String folder(Keeping.Unkept not) {
        int slash = Math.max(not.file().lastIndexOf('/'), not.file().lastIndexOf('\\'));
        return slash < 1 ? not.file() : not.file().substring(0, slash);
    }

    private String shared(Keeping.Shared shared, Instant now) {
        var failing = shared.failingSince();
        var problem = shared.problem();
        if (failing != null && problem != null) {
            return texts.get("noc.keeping.shareFails", ages.time(failing, now), AwsText.line(problem));
        }
        var at = shared.exchangedAt();
        if (at == null) {
            return texts.get("noc.keeping.reaching");
        }
        var words = texts.get("noc.keeping.shared", ages.time(at, now));
        return shared.unread().isEmpty()
                ? words
                : words + ", " + texts.get("noc.keeping.unread", shared.unread().size());
    }
}
