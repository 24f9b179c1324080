package io.atalaya.deployment.compute;

import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LaunchTemplate;
import io.atalaya.deployment.LaunchTemplateVersion;
import io.atalaya.deployment.ScalingGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing on the way from a base machine to the machines that serve. */
public sealed interface LineageStep {
    /** Stable over refreshes. */
    String key();

    /**
     * The machine that images are made from.
     *
     * @param instance null where it is gone
     */
    record Base(String instanceId, @Nullable Instance instance) implements LineageStep {
        @Override
        public String key() {
            return "base " + instanceId;
        }
    }

    /**
     * An image.
     *
     * @param image null where AWS did not list it: somebody else's, or deregistered
     * @param newest whether it is the newest available one of its family
     */
    record Made(String imageId, @Nullable Image image, boolean newest) implements LineageStep {
        @Override
        public String key() {
            return "image " + imageId;
        }
    }

    /**
     * The version of a launch template that at least one group starts.
     *
     * @param current whether its image is the newest of the family
     */
    record Template(LaunchTemplate template, LaunchTemplateVersion version, boolean current) implements LineageStep {
        @Override
        public String key() {
            return "template " + template.id() + " " + version.number();
        }
    }

    /** A scaling group. */
    record Group(ScalingGroup group) implements LineageStep {
        @Override
        public String key() {
            return "group " + group.name();
        }
    }

    /**
     * The machines of one group that run the same image, or those outside any group.
     *
     * @param current whether they run what their group would start today (outside any group: the newest of the family)
     */
    record Machines(@Nullable String groupName, String imageId, List<Instance> instances, boolean current)
            implements LineageStep {
        public Machines {
            instances = List.copyOf(instances);
        }

        @Override
        public String key() {
            return "machines " + groupName + " " + imageId;
        }
    }
}
