package io.atalaya.sandbox;

import io.atalaya.sandbox.hostile.Hostile;
import io.atalaya.sandbox.monster.Monster;
import io.atalaya.sandbox.world.Deployment;
import io.atalaya.sandbox.world.checkop.Checkop;
import io.atalaya.sandbox.world.citsmart.Citsmart;
import io.atalaya.sandbox.world.fleet.Fleet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The deployments a sandbox can play. */
public final class Deployments {
    private static final List<Deployment> ALL =
            List.of(new Checkop(), new Citsmart(), new Fleet(Fleet.STANDARD), new Hostile(), new Monster());

    private static final Pattern SIZED = Pattern.compile(Fleet.NAME + ":(\\d{1,6})");

    private Deployments() {}

    /** The name of a fleet of so many instances. */
    public static String fleet(int instances) {
        return new Fleet(instances).name();
    }

    /** What {@code --sandbox} takes. */
    public static List<String> names() {
        return ALL.stream().map(Deployment::name).toList();
    }

    /**
     * The deployment of that name, in any case. {@code fleet:10000} is a fleet of so many instances.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Deployment named(String name) {
        var size = SIZED.matcher(name.toLowerCase(Locale.ROOT));
        if (size.matches()) {
            return new Fleet(Integer.parseInt(size.group(1)));
        }
        return ALL.stream()
                .filter(d -> d.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no sandbox '" + name + "'. There are: " + String.join(", ", names())));
    }
}
