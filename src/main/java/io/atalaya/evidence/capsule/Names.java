package io.atalaya.evidence.capsule;

import java.util.regex.Pattern;

/** The items that every capsule has, and what the others may be called. */
public final class Names {
    public static final String MANIFEST = "manifest.json";
    public static final String SIGNATURE = "manifest.sig";
    /** Only where an authority stamped it. */
    public static final String STAMP = "timestamp.tsr";

    public static final String KEY = "public-key.pem";
    /** The items as sha256sum checks them. */
    public static final String SUMS = "SHA256SUMS";

    public static final String GUIDE = "VERIFY.md";

    /** Nothing that leads out of a folder, nothing that a shell or a terminal takes for more than a name. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private static final int LONGEST = 200;

    private Names() {}

    /** Whether it stands behind the items, and is none. */
    public static boolean sealed(String name) {
        return name.equals(MANIFEST) || name.equals(SIGNATURE) || name.equals(STAMP);
    }

    /** Whether an item may be called so. */
    public static boolean plain(String name) {
        return name.length() <= LONGEST && PLAIN.matcher(name).matches();
    }
}
