package io.atalaya.app;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.ui.shell.ShellModel;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One picture of the program.
 *
 * @param name of the file
 * @param view the view at hand
 * @param prepare what a person would do before looking
 */
record Shot(String name, String view, BiConsumer<ShellModel, Deployment> prepare) {
    static final Shot PRACTICE = new Shot("game-day", "practice", (shell, deployment) -> {});

    static final List<Shot> ALL = List.of(
            new Shot("overview", "overview", (shell, deployment) -> {}),
            new Shot("topology", "topology", (shell, deployment) -> {}),
            new Shot("inspector", "topology", Shot::inspectAnInstance),
            new Shot("compute", "compute", (shell, deployment) -> {}),
            new Shot("balancing", "balancing", (shell, deployment) -> {}),
            new Shot("balancing-target", "balancing", Shot::chooseATarget),
            new Shot("databases", "databases", (shell, deployment) -> {}),
            new Shot("file-systems", "filesystems", (shell, deployment) -> {}),
            new Shot("dns", "dns", (shell, deployment) -> {}),
            new Shot("dns-zones", "dns", (shell, deployment) -> reveal(shell, deployment, Parts.HOSTED_ZONES)),
            new Shot("dns-checks", "dns", (shell, deployment) -> reveal(shell, deployment, Parts.HEALTH_CHECKS)),
            new Shot("activity", "activity", (shell, deployment) -> {}),
            PRACTICE);

    Shot named(String other) {
        return new Shot(other, view, prepare);
    }

    /** One that fails where there is one. */
    private static void chooseATarget(ShellModel shell, Deployment deployment) {
        deployment.items(Parts.TARGETS).stream()
                .max(Comparator.comparing(each -> Conditions.of(each).state()))
                .ifPresent(target -> shell.reveal(new ResourceRef(ResourceType.INSTANCE, target.targetId())));
    }

    private static <T extends Resource> void reveal(ShellModel shell, Deployment deployment, Part<T> part) {
        deployment.items(part).stream().findFirst().ifPresent(first -> shell.reveal(first.ref()));
    }

    private static void inspectAnInstance(ShellModel shell, Deployment deployment) {
        deployment.items(Parts.INSTANCES).stream().findFirst().ifPresent(instance -> shell.reveal(instance.ref()));
    }
}
