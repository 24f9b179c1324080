package io.atalaya.evidence.capsule;

/**
 * One item as the manifest names it. What is in the file may be packed, and has a hash of its own: a packed text can hold bits
 * that unpacking does not look at.
 *
 * @param bytes of the content
 * @param sha256 of the content
 * @param packedBytes in the file
 * @param packedSha256 of these
 */
public record ManifestItem(String name, int bytes, String sha256, int packedBytes, String packedSha256) {
    /** Whether it is deflated in the file. */
    public boolean deflated() {
        return packedBytes != bytes || !packedSha256.equals(sha256);
    }
}
