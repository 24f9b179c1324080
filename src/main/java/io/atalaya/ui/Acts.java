package io.atalaya.ui;

import io.atalaya.deployment.AclEntry;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.SecurityRule;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What views offer to do about a resource. Choosing an act sends nothing: it opens the confirmation. */
public interface Acts {
    /**
     * An act that makes sense.
     *
     * @param key of the title: {@code operate.act.StopInstance}
     * @param title in the reader's language: {@code Stop instance}
     * @param open opens the confirmation in the window of this node
     */
    record Offer(String key, String title, Consumer<Node> open) {}

    /** Where nothing can be done: pictures of single views, tests. */
    Acts NONE = new Acts() {
        private final ObservableValue<Boolean> never = new SimpleBooleanProperty(false);

        @Override
        public List<Offer> on(ResourceRef resource) {
            return List.of();
        }

        @Override
        public ObservableValue<Boolean> armed() {
            return never;
        }
    };

    /** The acts that make sense on this resource as it is now, in the order of a menu; on the JavaFX thread. */
    List<Offer> on(ResourceRef resource);

    /**
     * The same where one line of the resource was pointed at: what is done with lines begins with that one.
     *
     * @param line of this resource
     */
    default List<Offer> on(ResourceRef resource, Line line) {
        return on(resource);
    }

    /** A rule of a security group or an entry of a network ACL. */
    sealed interface Line {
        record OfGroup(SecurityRule rule) implements Line {}

        record OfAcl(AclEntry entry) implements Line {}
    }

    /** Making an alarm of what somebody points at on a chart, and changing those there are; on the JavaFX thread. */
    default List<Offer> alarms(AlarmWish wish) {
        return List.of();
    }

    /**
     * What shall ring.
     *
     * @param threshold in CloudWatch's unit
     * @param above whether it rings above the threshold, else below it
     * @param periodSeconds in which the chart shows it
     * @param name what is measured, and where: the beginning of a name
     */
    record AlarmWish(MetricId metric, double threshold, boolean above, int periodSeconds, String name) {}

    /** Whether this deployment is armed; changes on the JavaFX thread. */
    ObservableValue<Boolean> armed();
}
