package io.atalaya.logs.understand;

import java.util.Arrays;
import java.util.stream.Stream;

/** Whether a token of a log line is a time, or a part of one. */
final class Times {
    /** Days and months in English, Spanish and Portuguese, halves of the day and zones; without a dot or comma behind. */
    private static final long[] NAMES = Stream.of(
                    ("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec"
                                    + " ene abr ago dic fev mai set out dez sept am pm utc gmt cet cest est edt pst pdt cst mst bst"
                                    + " brt cot art lun jue vie dom seg ter qua qui sex sab a.m p.m")
                            .split(" ", -1))
            .mapToLong(Times::packed)
            .sorted()
            .toArray();

    private Times() {}

    /** A date, a time of day, both, or the seconds since 1970. */
    static boolean time(byte[] text, int from, int to) {
        if (to - from < 4 || to - from > 40 || !Chars.digit(text[from])) {
            return false;
        }
        int digits = 0;
        int marks = 0;
        int letters = 0;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (Chars.digit(b)) {
                digits++;
            } else if (b == ':' || b == '-' || b == '/') {
                marks++;
            } else if (b == '.' || b == ',' || b == '+') {
                continue;
            } else if (Chars.letter(b)) {
                letters++;
            } else {
                return false;
            }
        }
        return digits >= 4 && (marks > 0 && letters <= 4 || letters == 0 && digits >= 10);
    }

    /** A month, a day, "PM", "UTC"; also with a comma or dot behind it. */
    static boolean name(byte[] text, int from, int to) {
        int end = to;
        while (end > from && (text[end - 1] == ',' || text[end - 1] == '.')) {
            end--;
        }
        if (end - from < 2 || end - from > 5) {
            return false;
        }
        long name = 0;
        for (int i = from; i < end; i++) {
            name = name << 8 | text[i] & 0xFF | 0x20;
        }
        return Arrays.binarySearch(NAMES, name) >= 0;
    }

    private static long packed(String name) {
        long packed = 0;
        for (int i = 0; i < name.length(); i++) {
            packed = packed << 8 | name.charAt(i) | 0x20;
        }
        return packed;
    }
}
