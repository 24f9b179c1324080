package io.atalaya.evidence.capsule;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Signs one zip, has it stamped, and completes it. */
final class Sealing {
    private final Facts facts;
    private final Share share;
    private final CapsuleKey key;
    private final @Nullable Stamper stamper;
    private final CapsuleWriter.Guard guard;

    Sealing(Facts facts, Share share, CapsuleKey key, @Nullable Stamper stamper, CapsuleWriter.Guard guard) {
        this.facts = facts;
        this.share = share;
        this.key = key;
        this.stamper = stamper;
        this.guard = guard;
    }

    Link finish(Volume volume, long number, String previous, long most) throws IOException {
        var manifest = manifest(volume, number, previous, null);
        var signature = key.sign(manifest);
        byte[] stamp = null;
        if (stamper != null) {
            try {
                stamp = stamper.stamp(signature);
            } catch (IOException noAnswer) {
                manifest = manifest(volume, number, previous, noAnswer.toString());
                signature = key.sign(manifest);
            }
        }
        guard.look(Names.MANIFEST, manifest);
        volume.plain(Names.MANIFEST, manifest);
        volume.plain(Names.SIGNATURE, signature);
        if (stamp != null) {
            volume.plain(Names.STAMP, stamp);
        }
        volume.finish(most);
        return new Link(number, facts.id(), facts.takenAt(), key.fingerprint(), Sha256.of(manifest), previous);
    }

    /** @param why the authority did not answer; null where it is asked yet */
    private byte[] manifest(Volume volume, long number, String previous, @Nullable String why) {
        var stamping = stamper == null ? Stamping.NOT_ASKED : new Stamping(stamper.authority(), why == null, why);
        return ManifestJson.write(
                new Manifest(facts, share, number, previous, key.fingerprint(), stamping, volume.items()));
    }
}
