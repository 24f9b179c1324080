package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Hop;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

    private static final Set<Part<?>> NAMES = Set.copyOf(EndBook.MADE_OF);

    private final Texts texts;
    private final Answering reach;
    private final Edits edits;
    private final Supplier<RuleHistory> history;
    private final TrafficBook traffic;
    private volatile @Nullable Made made;

    /** Makes a change in a copy of a snapshot. */
    interface Edits {
        Deployment with(Deployment deployment, Change change);
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
        if (before != null
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

    /** On the screen's thread. */
    void show(Made newer) {
        made = newer;
    }

    /** The rule whose going made it a no: with it, and nothing else, it would be a yes. */
    private @Nullable LastChange since(Deployment deployment, Asked asked, Answer answer) {
        if (answer.verdict() == Verdict.YES || answer.verdict() == Verdict.CANNOT_TELL) {
            return null;
        }
        for (var path : answer.paths()) {
            var found = group(HopTexts.deciding(path), deployment).flatMap(group -> history.get().gone(group).stream()
                    .filter(gone -> reach.answer(
                                            edits.with(
                                                    deployment,
                                                    new Change.AddRule(
                                                            group.id(),
                                                            gone.key().rule())),
                                            asked.question())
                                    .verdict()
                            == Verdict.YES)
                    .map(RuleHistory.Gone::change)
                    .findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
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
