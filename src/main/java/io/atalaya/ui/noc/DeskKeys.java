package io.atalaya.ui.noc;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Which key asks for what at the desk. */
final class DeskKeys {
    private static final Map<KeyCode, DeskRow.Offer> OFFERS = Map.of(
            KeyCode.A, DeskRow.Offer.ACKNOWLEDGE,
            KeyCode.X, DeskRow.Offer.MARK_SEEN,
            KeyCode.T, DeskRow.Offer.TAKE,
            KeyCode.H, DeskRow.Offer.HAND_OVER,
            KeyCode.N, DeskRow.Offer.NOTE,
            KeyCode.S, DeskRow.Offer.SNOOZE,
            KeyCode.M, DeskRow.Offer.MUTE,
            KeyCode.O, DeskRow.Offer.OPEN);

    private DeskKeys() {}

    static boolean areFor(KeyCode key) {
        return OFFERS.containsKey(key);
    }

    /** What it asks for of an entry: for one that is put aside or muted, the same key takes that back. Empty where it is not offered. */
    static Optional<DeskRow.Offer> offer(KeyCode key, DeskRow row) {
        return Optional.ofNullable(OFFERS.get(key))
                .map(it -> switch (it) {
                    case SNOOZE -> row.offers().contains(DeskRow.Offer.UNSNOOZE) ? DeskRow.Offer.UNSNOOZE : it;
                    case MUTE -> row.muteId() == null ? it : DeskRow.Offer.UNMUTE;
                    default -> it;
                })
                .filter(row.offers()::contains);
    }
}
