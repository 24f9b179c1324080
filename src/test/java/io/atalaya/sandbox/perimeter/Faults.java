package io.atalaya.sandbox.perimeter;

import java.util.List;
import java.util.stream.Stream;

/** All of them. */
public final class Faults {
    private Faults() {}

    public static List<Fault> all() {
        return Stream.of(
                        GroupFaults.all(),
                        AclFaults.all(),
                        RouteFaults.all(),
                        CheckFaults.all(),
                        MachineFaults.all(),
                        RegistrationFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public static Fault named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
