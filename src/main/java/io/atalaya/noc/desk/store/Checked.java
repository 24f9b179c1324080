package io.atalaya.noc.desk.store;

import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** A desk on one line behind its check sum: what is torn or altered is known. */
final class Checked {
    private static final int SUM = 8;

    private Checked() {}

    /** Without a line end. */
    static String write(DeskState state) {
        var json = DeskJson.write(state);
        return sum(json) + ' ' + json;
    }

    static DeskState read(String line) throws IOException {
        if (line.length() <= SUM || line.charAt(SUM) != ' ') {
            throw new IOException("not a desk");
        }
        var json = line.substring(SUM + 1);
        if (!sum(json).equals(line.substring(0, SUM))) {
            throw new IOException("the check sum does not fit");
        }
        return DeskJson.read(json);
    }

    private static String sum(String json) {
        var crc = new CRC32();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
