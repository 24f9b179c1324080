package io.atalaya.ui.noc;

import io.atalaya.noc.desk.MuteRule;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does at the desk what a person wants of an entry, asking for what is missing. */
final class PersonAtDesk {
    private static final Duration SHORT = Duration.ofMinutes(15);

    private final ViewContext context;
    private final AlarmDesk desk;
    private final DeskMoments moments;
    private final Questions questions;

    /** What a person is asked. */
    interface Questions {
        /** @param known what stands there now */
        void words(String about, String known, Consumer<String> done);

        void moment(List<DeskMoments.Moment> moments, Consumer<DeskMoments.Moment> done);
    }

    PersonAtDesk(ViewContext context, AlarmDesk desk, Questions questions) {
        this.context = context;
        this.desk = desk;
        this.moments = new DeskMoments(context);
        this.questions = questions;
    }

    void on(DeskRow row, DeskRow.Offer offer) {
        var who = desk.person();
        switch (offer) {
            case ACKNOWLEDGE -> desk.act(new PersonAct.Acknowledge(row.key(), who, row.severity()));
            case MARK_SEEN -> desk.act(new PersonAct.MarkSeen(row.key(), who));
            case TAKE -> desk.act(new PersonAct.Take(row.key(), who));
            case UNSNOOZE -> desk.act(new PersonAct.Unsnooze(row.key(), who));
            case UNMUTE -> {
                var rule = row.muteId();
                if (rule != null) {
                    desk.act(new PersonAct.Unmute(rule, who));
                }
            }
            case NOTE ->
                questions.words(
                        context.texts().get("noc.desk.noteOn", row.what()),
                        row.note(),
                        text -> desk.act(new PersonAct.Note(row.key(), who, text)));
            case HAND_OVER ->
                questions.words(
                        context.texts().get("noc.desk.handTo", row.what()),
                        "",
                        text -> desk.act(new PersonAct.HandOver(row.key(), who, text)));
            case SNOOZE ->
                questions.moment(moments.coming(), it -> it.until()
                        .ifPresent(until -> desk.act(new PersonAct.Snooze(row.key(), who, until))));
            case MUTE ->
                questions.moment(
                        moments.comingOrNever(),
                        it -> desk.act(
                                mute(MuteRule.Scope.ENTRY, row.key(), it.until().orElse(null))));
            case OPEN -> {
                var on = row.on();
                if (on != null) {
                    context.navigator().reveal(on);
                }
            }
        }
    }

    private PersonAct mute(MuteRule.Scope scope, String match, @Nullable Instant until) {
        return new PersonAct.Mute(UUID.randomUUID().toString(), desk.person(), scope, match, until, "");
    }

    /** Mutes all that is on the desk for a quarter of an hour; where that holds already, takes it back. */
    void everything() {
        desk.act(rule().<PersonAct>map(it -> new PersonAct.Unmute(it.id(), desk.person()))
                .orElseGet(() -> mute(
                        MuteRule.Scope.EVERYTHING, "", context.now().getValue().plus(SHORT))));
    }

    boolean isEverythingMuted() {
        return rule().isPresent();
    }

    private Optional<MuteRule> rule() {
        var now = context.now().getValue();
        return desk.state().getValue().mutes().stream()
                .filter(it -> it.scope() == MuteRule.Scope.EVERYTHING && it.holds(now))
                .findFirst();
    }
}
