package io.atalaya.logs.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The ledger's records as bytes: a kind, then its fields. Kinds that are not known are left out. */
final class LedgerRecords {
    private static final int ALIVE = 1;
    private static final int BEGIN = 2;
    private static final int PASSED = 3;
    private static final int SKIPPED = 4;
    private static final int AGAIN = 5;
    private static final int GAP = 6;
    private static final int FORGOTTEN = 7;
    private static final int ENDED = 8;
    private static final int MARK = 9;
    private static final int FORCED = 10;
    private static final int UNREADABLE = 11;

    /** What takes them up again. */
    interface Into {
        void alive(long at, boolean last);

        void begin(String group, long at);

        void passed(String group, Span span, boolean last);

        void skipped(String group, long moment);

        void unreadable(String group, Span span, boolean last);

        void again(String group, Span span);

        void gap(String group, GapEntry gap);

        void forgotten(String group, long gap);

        void marked(long number);

        /** The events of before that mark are on disk. */
        void forced(long number);
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private LedgerRecords() {}

    static byte[] alive(long at) {
        return bytes(ALIVE, out -> out.writeLong(at));
    }

    static byte[] ended(long at) {
        return bytes(ENDED, out -> out.writeLong(at));
    }

    static byte[] begin(String group, long at) {
        return bytes(BEGIN, out -> {
            out.writeUTF(group);
            out.writeLong(at);
        });
    }

    static byte[] passed(String group, Span span, boolean last) {
        return span(PASSED, group, span, last);
    }

    static byte[] unreadable(String group, Span span, boolean last) {
        return span(UNREADABLE, group, span, last);
    }

    private static byte[] span(int kind, String group, Span span, boolean last) {
        return bytes(kind, out -> {
            out.writeUTF(group);
            out.writeLong(span.from());
            out.writeLong(span.to());
            out.writeBoolean(last);
        });
    }

    static byte[] skipped(String group, long moment) {
        return bytes(SKIPPED, out -> {
            out.writeUTF(group);
            out.writeLong(moment);
        });
    }

    static byte[] again(String group, Span span) {
        return bytes(AGAIN, out -> {
            out.writeUTF(group);
            out.writeLong(span.from());
            out.writeLong(span.to());
        });
    }

    static byte[] gap(String group, GapEntry gap) {
        return bytes(GAP, out -> {
            out.writeUTF(group);
            out.writeLong(gap.id);
            out.writeLong(gap.from);
            out.writeLong(gap.to);
            out.writeUTF(gap.cause.name());
            out.writeBoolean(gap.unread);
            out.writeBoolean(gap.left);
            out.writeLong(gap.recovered);
            out.writeUTF(gap.detail == null ? "" : shortened(gap.detail));
        });
    }

    static byte[] forgotten(String group, long gap) {
        return bytes(FORGOTTEN, out -> {
            out.writeUTF(group);
            out.writeLong(gap);
        });
    }

    static byte[] mark(long number) {
        return bytes(MARK, out -> out.writeLong(number));
    }

    static byte[] forced(long number) {
        return bytes(FORCED, out -> out.writeLong(number));
    }

    private static String shortened(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000);
    }

    private static byte[] bytes(int kind, Body body) {
        var bytes = new ByteArrayOutputStream(64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not of memory
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException when a record is shorter than its fields */
    static void replay(byte[] bytes, Into into) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            switch (in.readByte()) {
                case ALIVE -> into.alive(in.readLong(), false);
                case ENDED -> into.alive(in.readLong(), true);
                case BEGIN -> into.begin(in.readUTF(), in.readLong());
                case PASSED -> into.passed(in.readUTF(), span(in), in.readBoolean());
                case UNREADABLE -> into.unreadable(in.readUTF(), span(in), in.readBoolean());
                case SKIPPED -> into.skipped(in.readUTF(), in.readLong());
                case AGAIN -> into.again(in.readUTF(), span(in));
                case GAP -> into.gap(in.readUTF(), gap(in));
                case FORGOTTEN -> into.forgotten(in.readUTF(), in.readLong());
                case MARK -> into.marked(in.readLong());
                case FORCED -> into.forced(in.readLong());
                default -> {} // of a newer version
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readLong(), in.readLong());
    }

    /** A gap of a cause that only a newer version knows is a gap all the same. */
    private static Cause cause(String name) {
        for (var cause : Cause.values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return Cause.SERVICE;
    }

    private static GapEntry gap(DataInputStream in) throws IOException {
        var id = in.readLong();
        var from = in.readLong();
        var to = in.readLong();
        var cause = cause(in.readUTF());
        var unread = in.readBoolean();
        var left = in.readBoolean();
        var recovered = in.readLong();
        var detail = in.readUTF();
        var gap = new GapEntry(id, from, to, cause, unread, detail.isEmpty() ? null : detail);
        gap.left = left;
        gap.recovered = recovered;
        return gap;
    }
}
