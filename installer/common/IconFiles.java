import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the PNG files of an icon into one .ico (Windows) and one .icns (macOS). Run by icons.sh as a source file. */
public final class IconFiles {
    /** Apple's names of the sizes; the same picture serves at 1x and, half as large, at 2x. */
    private static final Map<String, Integer> ICNS = new LinkedHashMap<>();

    static {
        ICNS.put("icp4", 16);
        ICNS.put("icp5", 32);
        ICNS.put("ic11", 32);
        ICNS.put("ic12", 64);
        ICNS.put("ic07", 128);
        ICNS.put("ic13", 256);
        ICNS.put("ic08", 256);
        ICNS.put("ic14", 512);
        ICNS.put("ic09", 512);
    }

    private static final int[] ICO = {16, 24, 32, 48, 64, 128, 256};

    private IconFiles() {}

    public static void main(String[] folder) throws IOException {
        var icons = Path.of(folder[0]);
        Files.write(icons.resolve("atalaya.ico"), ico(icons));
        Files.write(icons.resolve("atalaya.icns"), icns(icons));
    }

    private static byte[] png(Path icons, int size) throws IOException {
        return Files.readAllBytes(icons.resolve("atalaya-" + size + ".png"));
    }

    private static byte[] ico(Path icons) throws IOException {
        var heads = ByteBuffer.allocate(6 + 16 * ICO.length).order(ByteOrder.LITTLE_ENDIAN);
        heads.putShort((short) 0).putShort((short) 1).putShort((short) ICO.length);
        var pictures = new ByteArrayOutputStream();
        for (var size : ICO) {
            var picture = png(icons, size);
            heads.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0); // 256 is written as 0
            heads.putShort((short) 1).putShort((short) 32);
            heads.putInt(picture.length).putInt(heads.capacity() + pictures.size());
            pictures.write(picture);
        }
        var all = new ByteArrayOutputStream();
        all.write(heads.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] icns(Path icons) throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        for (var each : ICNS.entrySet()) {
            var picture = png(icons, each.getValue());
            out.writeBytes(each.getKey());
            out.writeInt(picture.length + 8);
            out.write(picture);
        }
        var all = new ByteArrayOutputStream();
        var head = new DataOutputStream(all);
        head.writeBytes("icns");
        head.writeInt(body.size() + 8);
        body.writeTo(all);
        return all.toByteArray();
    }
}
