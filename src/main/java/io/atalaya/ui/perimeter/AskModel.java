package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Hop;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Rule;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.common.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The question that is asked, and what is true of it in the newest snapshot. */
final class AskModel {
    /** What is to be made. */
    record Wish(Deployment deployment, @Nullable Asked asked) {}

    /**
     * What is true.
     *
     * @param ends what questions can be about
     * @param asked null where there is nothing to ask yet
     * @param answer null where nothing is asked
     * @param since when a rule was seen to go that would make it a yes; null where none is known
     */
    record Made(
            Deployment deployment,
            EndBook ends,
            @Nullable Asked asked,
            @Nullable Answer answer,
            @Nullable LastChange since,
            List<ChainLink> chain) {}

    /** Of rules that went, the newest: what went before them is rarely what is looked for. */
    private static final int MOST_GONE = 50;

    private static final int MOST_TRIED = 4;

    private static final Set<Part<?>> NAMES = Set.copyOf(EndBook.MADE_OF);

    private final Texts texts;
    private final Answering reach;
    private final Edits edits;
    private final Supplier<RuleHistory> history;
    private final TrafficBook traffic;
    private volatile @Nullable Made made;
    /** Whether somebody told of changes since the last answer. */
    private volatile boolean newHistory;

    /** Answers what would be if a snapshot were changed. */
    interface Edits {
        Answer answer(Deployment deployment, List<Change> changes, Question question);
    }

    AskModel(Texts texts, Answering reach, Edits edits, Supplier<RuleHistory> history) {
        this.texts = texts;
        this.reach = reach;
        this.edits = edits;
        this.history = history;
        this.traffic = new TrafficBook(texts);
    }

    TrafficBook traffic() {
        return traffic;
    }

    @Nullable
    Made made() {
        return made;
    }

    /** Off the screen's thread. What has not changed since the last time is not computed again. */
    Made make(Wish wish) {
        var before = made;
        var deployment = wish.deployment();
        var ends = before != null && deployment.saysSame(before.deployment(), NAMES)
                ? before.ends()
                : new EndBook(texts, deployment);
        var asked = wish.asked() != null
                ? wish.asked()
                : Chain.first(deployment, ends, traffic).orElse(null);
        if (asked == null) {
            return new Made(deployment, ends, null, null, null, List.of());
        }
        var same = !newHistory;
        newHistory = false;
        if (same
                && before != null
                && before.answer() != null
                && asked.equals(before.asked())
                && deployment.saysSame(before.deployment(), PerimeterModel.MADE_OF)
                && sameAges(deployment, before.deployment())) {
            return new Made(deployment, ends, asked, before.answer(), before.since(), before.chain());
        }
        var answer = reach.answer(deployment, asked.question());
        return new Made(
                deployment,
                ends,
                asked,
                answer,
                since(deployment, asked, answer),
                new Chain(deployment, ends, reach).of(asked, answer));
    }

    private static boolean sameAges(Deployment one, Deployment other) {
        return PerimeterModel.MADE_OF.stream().allMatch(part -> one.observed(part) == other.observed(part));
    }

    /** More is known of changes: the next answer is made anew. */
    void again() {
        newHistory = true;
    }

    /** On the screen's thread. */
    void show(Made newer) {
        made = newer;
    }

    /**
     * The rule whose going made it a no: with it, and nothing else, it would be a yes. All that went are put back at once, and
     * only those that decide then are tried one by one.
     */
    private @Nullable LastChange since(Deployment deployment, Asked asked, Answer answer) {
        if (answer.verdict() == Verdict.YES || answer.verdict() == Verdict.CANNOT_TELL) {
            return null;
        }
        var gone = gone(deployment, answer);
        if (gone.isEmpty()) {
            return null;
        }
        var with =
                edits.answer(deployment, gone.stream().<Change>map(Back::change).toList(), asked.question());
        if (with.verdict() != Verdict.YES) {
            return null;
        }
        var deciding = gone.stream().filter(each -> each.decides(with)).toList();
        return deciding.stream()
                .limit(MOST_TRIED)
                .filter(each -> deciding.size() == 1
                        || edits.answer(deployment, List.of(each.change()), asked.question())
                                        .verdict()
                                == Verdict.YES)
                .findFirst()
                .map(Back::last)
                .orElse(null);
    }

    /** A rule that went, to be put back. */
    private record Back(Change.AddRule change, LastChange last) {
        boolean decides(Answer answer) {
            return answer.paths().stream()
                    .flatMap(path -> Stream.concat(path.there().stream(), path.back().stream()))
                    .flatMap(hop -> hop.decisions().stream())
                    .anyMatch(decision -> decision.rule() instanceof Rule.OfGroup it
                            && it.group().id().equals(change.groupId())
                            && it.rule().equals(change.rule()));
        }
    }

    /** Of the groups that decide, newest first. */
    private List<Back> gone(Deployment deployment, Answer answer) {
        var known = history.get();
        return answer.paths().stream()
                .flatMap(path -> group(HopTexts.deciding(path), deployment).stream())
                .distinct()
                .flatMap(group -> known.gone(group).stream()
                        .map(each -> new Back(
                                new Change.AddRule(group.id(), each.key().rule()), each.change())))
                .sorted(Comparator.comparing((Back each) -> each.last().at()).reversed())
                .limit(MOST_GONE)
                .toList();
    }

    private static Optional<SecurityGroup> group(@Nullable Hop hop, Deployment deployment) {
        return hop == null || hop.resource() == null || hop.resource().type() != ResourceType.SECURITY_GROUP
                ? Optional.empty()
                : deployment
                        .index()
                        .find(
                                SecurityGroup.class,
                                ResourceType.SECURITY_GROUP,
                                hop.resource().id());
    }

    /** The parts whose age an answer has, where nothing else is known. */
    static List<Part<?>> basis() {
        return List.of(Parts.SECURITY_GROUPS, Parts.NETWORK_ACLS, Parts.ROUTE_TABLES, Parts.NETWORK_INTERFACES);
    }
}
