package io.atalaya.ui.evidence;

import io.atalaya.evidence.capsule.Link;
import io.atalaya.evidence.capsule.Manifest;
import io.atalaya.evidence.capsule.Origin;
import io.atalaya.evidence.replay.JudgedClaim;
import io.atalaya.evidence.verify.Checked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capsule that is known of.
 *
 * @param id tells it from the others
 * @param file null where only the chain knows of it
 * @param size of the file, bytes
 * @param manifest as it stands in the file, believed by nobody yet; null where it cannot be read
 * @param link of the user's own chain; null where it is not one of these
 * @param own whether it names the user's own key
 * @param claims as they stand in the file; null where they cannot be read
 * @param trouble why it cannot be read; null when it can
 * @param check what the verifier found; null before it has looked
 * @param checking whether it looks now
 */
record CapsuleRow(
        String id,
        @Nullable Path file,
        long size,
        @Nullable Manifest manifest,
        @Nullable Link link,
        boolean own,
        @Nullable List<JudgedClaim> claims,
        @Nullable String trouble,
        @Nullable Checked check,
        boolean checking) {
    /** What can be said of it. */
    enum Verdict {
        /** Only the chain knows of it. */
        NOT_HERE,
        UNREADABLE,
        NOT_VERIFIED,
        VERIFYING,
        INTACT,
        /** Intact, but nobody vouched for the key. */
        OTHER_KEY,
        /** Intact, but a sandbox or another endpoint answered. */
        NOT_AWS,
        /** Its own key signed it, and the chain does not know it. */
        NOT_IN_CHAIN,
        AT_FAULT
    }

    Verdict verdict() {
        if (file == null) {
            return Verdict.NOT_HERE;
        }
        if (checking) {
            return Verdict.VERIFYING;
        }
        var found = check;
        if (found == null) {
            return trouble == null ? Verdict.NOT_VERIFIED : Verdict.UNREADABLE;
        }
        if (!found.faults().isEmpty()) {
            return Verdict.AT_FAULT;
        }
        if (own && (link == null || !link.manifest().equals(found.manifestSha256()))) {
            return Verdict.NOT_IN_CHAIN;
        }
        if (!found.ofAws()) {
            return Verdict.NOT_AWS;
        }
        return own ? Verdict.INTACT : Verdict.OTHER_KEY;
    }

    /** Whether every byte is what was sealed; what it says can be shown as what was seen. */
    boolean sound() {
        return switch (verdict()) {
            case INTACT, OTHER_KEY, NOT_AWS -> true;
            default -> false;
        };
    }

    /** When it was begun, by its maker's clock; null where nobody knows. */
    @Nullable
    Instant at() {
        return manifest != null ? manifest.facts().takenAt() : link != null ? link.at() : null;
    }

    @Nullable
    Origin origin() {
        return manifest == null ? null : manifest.facts().origin();
    }

    String recipe() {
        return manifest == null ? "" : manifest.facts().recipe();
    }

    /** How many claims came out so. */
    long claimed(String verdict) {
        return claims == null
                ? 0
                : claims.stream().filter(it -> it.verdict().equals(verdict)).count();
    }

    CapsuleRow with(@Nullable Checked found, boolean underWay) {
        return new CapsuleRow(id, file, size, manifest, link, own, claims, trouble, found, underWay);
    }
}
