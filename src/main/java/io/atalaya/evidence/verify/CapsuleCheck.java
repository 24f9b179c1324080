package io.atalaya.evidence.verify;

import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.capsule.ManifestItem;
import io.atalaya.evidence.capsule.ManifestJson;
import io.atalaya.evidence.capsule.Names;
import io.atalaya.evidence.capsule.PublicKeys;
import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.stamp.Stamp;
import io.atalaya.evidence.stamp.StampCheck;
import io.atalaya.evidence.verify.Fault.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The check of one capsule by itself. */
final class CapsuleCheck {
    private final Expected expected;
    private final StampCheck stamps;

    CapsuleCheck(Expected expected) {
        this.expected = expected;
        this.stamps = new StampCheck(expected.authorities());
    }

    Checked check(String file, byte[] bytes) {
        var zip = new LooseZip(bytes);
        var manifestBytes = zip.plain(Names.MANIFEST);
        if (manifestBytes == null) {
            return failed(file, "", new Fault(Kind.NO_CAPSULE, Names.MANIFEST, ""));
        }
        var sha256 = Sha256.of(manifestBytes.bytes());
        if (!manifestBytes.whole()) {
            return failed(file, sha256, new Fault(Kind.CHANGED, Names.MANIFEST, "", sha256));
        }
        Manifest manifest;
        try {
            manifest = ManifestJson.read(manifestBytes.bytes());
        } catch (IOException none) {
            var why = String.valueOf(none.getMessage());
            return failed(file, sha256, new Fault(Kind.CHANGED, Names.MANIFEST, why, sha256));
        }
        var faults = new ArrayList<Fault>();
        var signature = zip.plain(Names.SIGNATURE);
        signature(manifest, manifestBytes.bytes(), signature, zip, faults);
        var stampBytes = manifest.stamping().stamped() ? zip.plain(Names.STAMP) : null;
        var stamp = stamps.check(
                manifest.stamping(),
                signature == null ? null : signature.bytes(),
                stampBytes == null ? null : stampBytes.bytes());
        if (stampBytes != null && !stampBytes.whole()) {
            faults.add(new Fault(Kind.CHANGED, Names.STAMP, ""));
        } else if (stamp.state() == Stamp.State.BAD && stampBytes != null && signature != null && signature.whole()) {
            faults.add(new Fault(Kind.STAMP, Names.STAMP, stamp.detail()));
        }
        if (!manifest.stamping().stamped() && !expected.authorities().isEmpty()) {
            faults.add(new Fault(Kind.UNSTAMPED, Names.STAMP, stamp.detail()));
        }
        contents(bytes, zip, manifest, sealed(zip, manifest), faults);
        return new Checked(file, manifest, sha256, stamp, faults);
    }

    static Checked failed(String file, String sha256, Fault fault) {
        return new Checked(file, null, sha256, Stamp.NONE, List.of(fault));
    }

    private void signature(
            Manifest manifest, byte[] signed, LooseZip.@Nullable Plain signature, LooseZip zip, List<Fault> faults) {
        var wanted = expected.key();
        if (wanted != null && !wanted.equals(manifest.key())) {
            faults.add(new Fault(Kind.OTHER_KEY, Names.MANIFEST, manifest.key()));
        }
        if (signature == null) {
            return; // said where what is missing is said
        }
        if (!signature.whole()) {
            faults.add(new Fault(Kind.CHANGED, Names.SIGNATURE, ""));
            return;
        }
        var pem = zip.plain(Names.KEY);
        var item = manifest.items().stream()
                .filter(it -> it.name().equals(Names.KEY))
                .findFirst();
        if (pem == null || item.isEmpty() || !item.get().sha256().equals(Sha256.of(pem.bytes()))) {
            // the key itself is at fault, and named with the items
            if (item.isEmpty()) {
                faults.add(new Fault(Kind.SIGNATURE, Names.MANIFEST, ""));
            }
            return;
        }
        var key = PublicKeys.read(pem.bytes());
        if (key.isEmpty()
                || !PublicKeys.fingerprint(key.get()).equals(manifest.key())
                || !PublicKeys.signed(key.get(), signed, signature.bytes())) {
            faults.add(new Fault(Kind.SIGNATURE, Names.MANIFEST, ""));
        }
    }

    /** What stands behind the items, as far as it is there. */
    private static List<StrictZip.Sealed> sealed(LooseZip zip, Manifest manifest) {
        var sealed = new ArrayList<StrictZip.Sealed>();
        for (var name : sealedNames(manifest)) {
            var plain = zip.plain(name);
            if (plain != null) {
                sealed.add(new StrictZip.Sealed(name, plain.bytes()));
            }
        }
        return sealed;
    }

    private static List<String> sealedNames(Manifest manifest) {
        return manifest.stamping().stamped()
                ? List.of(Names.MANIFEST, Names.SIGNATURE, Names.STAMP)
                : List.of(Names.MANIFEST, Names.SIGNATURE);
    }

    private static void contents(
            byte[] bytes, LooseZip zip, Manifest manifest, List<StrictZip.Sealed> sealed, List<Fault> faults) {
        var differences = StrictZip.differences(bytes, manifest.items(), sealed);
        var names = sealedNames(manifest);
        if (differences.isEmpty() && sealed.size() == names.size()) {
            return;
        }
        var found = new ArrayList<Fault>();
        var several = differences.size() > 1 || sealed.size() < names.size();
        if (several) {
            found.addAll(Structure.faults(zip, manifest.items(), names));
        }
        if (found.isEmpty()) {
            // where all of it is there, and in order, it is the zip that somebody made anew
            differences.forEach((name, content) -> found.add(
                    content && !several
                            ? new Fault(Kind.CHANGED, name, "", now(zip, name))
                            : new Fault(Kind.FRAME, name, "")));
        }
        for (var each : found) {
            // what was already said of it says it better
            if (faults.stream().noneMatch(it -> it.item().equals(each.item()) && it.kind() == Kind.CHANGED)) {
                faults.add(each);
            }
        }
    }

    private static @Nullable String now(LooseZip zip, String name) {
        return zip.entries().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(zip::sha256)
                .orElse(null);
    }

    /** Where an item of that content is, if it is one of this capsule. */
    static @Nullable ManifestItem holding(Checked other, String sha256) {
        var manifest = other.manifest();
        return manifest == null
                ? null
                : manifest.items().stream()
                        .filter(it -> it.sha256().equals(sha256))
                        .findFirst()
                        .orElse(null);
    }
}
