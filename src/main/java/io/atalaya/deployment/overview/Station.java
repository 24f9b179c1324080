package io.atalaya.deployment.overview;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.ResourceRef;
import java.util.List;

/**
 * One resource a request passes.
 *
 * @param caption what sort it is, in AWS's words: {@code application}, {@code MySQL Community}; may be empty
 */
public record Station(ResourceRef ref, String name, String caption, Condition condition, List<Fact> facts) {
    public Station {
        facts = List.copyOf(facts);
    }
}
