package io.atalaya.ui.common;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers with their unit. Groups of three are set apart by a space, as the SI wants it, because a comma means the one thing
 * to an English reader and the other to a Spanish one; the decimal sign is the language's own.
 */
public final class Units {
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private final DecimalFormatSymbols symbols;

    public Units(Locale locale) {
        symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(locale.getLanguage().equals("en") ? '.' : ',');
    }

    /** {@code 25 111}. */
    public String count(long number) {
        return format(number, 0);
    }

    /** At most three digits that matter: {@code 0.42}, {@code 3.1}, {@code 214}, {@code 25 111}; {@code -} for NaN. */
    public String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "-";
        }
        double size = Math.abs(number);
        return format(number, size >= 100 || number == Math.rint(number) ? 0 : size >= 1 ? 1 : 2);
    }

    /** Bytes in binary units, as AWS bills them: {@code 200.3 GiB}. */
    public String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < BINARY.length - 1) {
            value /= 1024;
            unit++;
        }
        return format(value, unit == 0 || value == Math.rint(value) ? 0 : 1) + " " + BINARY[unit];
    }

    public String gib(double gib) {
        return number(gib) + " GiB";
    }

    /** @param percent 0 to 100 */
    public String percent(double percent) {
        return number(percent) + " %";
    }

    /** From seconds, as CloudWatch gives latencies: {@code 1.8 ms}, {@code 480 ms}, {@code 2.9 s}. */
    public String latency(double seconds) {
        return Math.abs(seconds) < 1 ? number(seconds * 1000) + " ms" : number(seconds) + " s";
    }

    /** {@code 3.1/s}. */
    public String perSecond(double rate) {
        return number(rate) + "/s";
    }

    private String format(double number, int decimals) {
        // DecimalFormat is not thread-safe and cheap beside drawing the text.
        var format = new DecimalFormat("#,##0." + "#".repeat(decimals), symbols);
        format.setDecimalSeparatorAlwaysShown(false);
        return format.format(number);
    }
}
