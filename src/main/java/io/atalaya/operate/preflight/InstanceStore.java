package io.atalaya.operate.preflight;

import java.util.Set;
import java.util.regex.Pattern;

/** Which instance types have disks of their host, whose contents a stop loses. */
final class InstanceStore {
    /** Families that have them in every size; elsewhere the letter d after the generation says so: c5d, m6gd, g4dn. */
    private static final Set<String> FAMILIES = Set.of("d", "f", "h", "i", "im", "is", "x");

    private static final Set<String> OLD = Set.of("c1", "c3", "g2", "m1", "m2", "m3", "r3");
    /** Younger families that have them without saying so. */
    private static final Pattern NAMELESS = Pattern.compile("g5|g6e?|gr6|p5(e|en)?|trn1n?|trn2|dl1");

    private static final Pattern TYPE = Pattern.compile("([a-z]+)([0-9]+)([a-z]*)(-[a-z0-9]+)?\\..+");

    private InstanceStore() {}

    /** By the type's name, as EC2 builds it; false for a name that is built otherwise. */
    static boolean in(String instanceType) {
        var type = TYPE.matcher(instanceType);
        if (!type.matches()) {
            return false;
        }
        var family = type.group(1);
        var generation = Integer.parseInt(type.group(2));
        return type.group(3).contains("d")
                || OLD.contains(family + generation)
                || NAMELESS.matcher(family + generation + type.group(3)).matches()
                // x2gd says it with its letter; x1 and x1e have them, x2iezn and x8g have not
                || (FAMILIES.contains(family) && (!family.equals("x") || generation == 1));
    }
}
