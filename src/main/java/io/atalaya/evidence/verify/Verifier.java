package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Names;
import io.atalaya.evidence.verify.Fault.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks capsules. Reads the files that it is given and nothing else. */
public final class Verifier {
    /** Reads one file when its turn comes, so that not all of them are in memory. */
    public interface Source {
        /** As the person named it. */
        String name();

        byte[] read() throws IOException;
    }

    /** More than any capsule, or more than this program has memory for. */
    static final class LargerException extends IOException {
        private static final long serialVersionUID = 1;

        LargerException(String name, long size, long room) {
            super(name + ": " + size + " bytes, and there is room for " + Math.min(room, Integer.MAX_VALUE));
        }
    }

    private final Expected expected;

    public Verifier(Expected expected) {
        this.expected = expected;
    }

    public static Source file(String name, Path path) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] read() throws IOException {
                long size = Files.size(path);
                long room = Runtime.getRuntime().maxMemory() / 4 * 3;
                if (size > Math.min(room, Integer.MAX_VALUE - 64)) {
                    throw new LargerException(name, size, room);
                }
                return Files.readAllBytes(path);
            }
        };
    }

    /**
     * Checks each of them, and how they follow each other.
     *
     * @throws IOException when one cannot be read
     */
    public Verification verify(List<Source> files) throws IOException {
        var check = new CapsuleCheck(expected);
        var capsules = new ArrayList<Checked>();
        for (var file : files) {
            capsules.add(check(check, file));
        }
        var told = capsules.stream().map(it -> swapped(it, capsules)).toList();
        var chain = ChainCheck.faults(told, expected.chain());
        var faulty =
                !chain.isEmpty() || told.stream().anyMatch(it -> !it.faults().isEmpty());
        var real = expected.notAwsToo() || told.stream().allMatch(Checked::ofAws);
        return new Verification(told, chain, faulty ? Verdict.AT_FAULT : real ? Verdict.INTACT : Verdict.NOT_AWS);
    }

    /** No file, whatever is in it, is in the way of the others. */
    private static Checked check(CapsuleCheck check, Source file) throws IOException {
        try {
            return check.check(file.name(), file.read());
        } catch (LargerException none) {
            return CapsuleCheck.failed(
                    file.name(), "", new Fault(Kind.NO_CAPSULE, Names.MANIFEST, String.valueOf(none.getMessage())));
        }
    }

    /** What was put in an item's place may come from another of these capsules. */
    private static Checked swapped(Checked capsule, List<Checked> all) {
        var faults = capsule.faults().stream()
                .map(fault -> {
                    var found = fault.found();
                    if (fault.kind() == Kind.CHANGED && found != null) {
                        for (var other : all) {
                            var item = CapsuleCheck.holding(other, found);
                            if (item != null) {
                                return new Fault(Kind.SWAPPED, fault.item(), item.name() + " · " + other.file(), found);
                            }
                        }
                    }
                    return fault;
                })
                .toList();
        return new Checked(capsule.file(), capsule.manifest(), capsule.manifestSha256(), capsule.stamp(), faults);
    }
}
