package io.atalaya.sandbox;

import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.checkop.Checkop;
import java.util.List;
import java.util.Locale;

/** The deployments a sandbox can play. */
public final class Deployments {
    private static final List<Deployment> ALL = List.of(new Checkop());

    private Deployments() {}

    /** What {@code --sandbox} takes. */
    public static List<String> names() {
        return ALL.stream().map(Deployment::name).toList();
    }

    /**
     * The deployment of that name, in any case.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Deployment named(String name) {
        return ALL.stream()
                .filter(d -> d.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no sandbox '" + name + "'. There are: " + String.join(", ", names())));
    }
}
