package io.atalaya.logs.find;

/** How often a byte occurs in logs, about: a guess that costs time where it is wrong, never a match. */
final class Rarity {
    private static final String COMMON =
            " e0t1a2-oi3nrs:45.67\"/8d9lc,mupg=_hf}{[]Ibvky()TEDRSAwNOCLPx;MFUGz@%BH+&jqVWK?$'#|*X~JYQZ<>!\\^`";
    private static final int[] RANK = new int[128];

    static {
        for (int i = 0; i < COMMON.length(); i++) {
            RANK[COMMON.charAt(i)] = COMMON.length() - i;
        }
    }

    private Rarity() {}

    /** The more, the more often. */
    static int of(byte each, boolean fold) {
        if (each < 0) {
            return 20;
        }
        int rank = RANK[each];
        return fold && isLetter(each) ? Math.max(rank, RANK[each ^ 0x20]) + 2 : rank;
    }

    static boolean isLetter(byte each) {
        int lower = each | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static int lower(byte each) {
        return isLetter(each) ? each | 0x20 : each;
    }
}
