package io.atalaya.logs.find;

import com.google.re2j.Matcher;
import java.util.concurrent.TimeUnit;

/** A long text that RE2/J reads for so long and no longer: a large expression on a large text takes its time, though linear. */
final class Bounded implements CharSequence {
    /** Shorter texts, in characters, need no bound. */
    static final int LONG = 1 << 16;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int OFTEN = 1 << 14;

    private final String text;
    private final long end = System.nanoTime() + NANOS;
    private int reads;

    private Bounded(String text) {
        this.text = text;
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLong() {
            super(null, null, false, false);
        }
    }

    /** Whether the expression is found; not, where it could not be within two seconds. */
    static boolean found(Matcher matcher, String text) {
        try {
            return matcher.reset(new Bounded(text)).find();
        } catch (TooLong given) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % OFTEN == 0 && System.nanoTime() - end > 0) {
            throw new TooLong();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.subSequence(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
