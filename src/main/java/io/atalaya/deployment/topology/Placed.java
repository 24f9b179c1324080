package io.atalaya.deployment.topology;

/**
 * A card with its place.
 *
 * @param slot the height kept for it, never less than its own: a card that shrinks moves nobody
 */
public record Placed(Card card, Box box, double slot) {
    public String key() {
        return card.key();
    }
}
