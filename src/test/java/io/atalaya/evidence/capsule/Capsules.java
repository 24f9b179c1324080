package io.atalaya.evidence.capsule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Capsules to check, small and made at once. */
public final class Capsules {
    public static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    public static final Origin AWS = new Origin(
            Origin.Kind.AWS,
            null,
            "checkop",
            "111122223333",
            "checkop-co",
            "arn:aws:sts::111122223333:assumed-role/AtalayaOperator/m.rojas",
            "us-east-1");

    private final KeyFolder keys;
    private final CapsuleKey key;
    private final Chain chain;
    private final Path folder;
    private int made;

    /** @param folder where the key and the capsules are */
    public Capsules(Path folder) throws IOException {
        this.folder = folder;
        this.keys = new KeyFolder(folder.resolve("evidence"));
        this.key = keys.open(null);
        this.chain = new Chain(keys, key);
    }

    public Path chain() {
        return chain.file();
    }

    public String fingerprint() {
        return key.fingerprint();
    }

    /** The next one, of these items. */
    public Path next(Map<String, String> items, Origin origin, @Nullable Stamper stamper) throws IOException {
        made++;
        var file = folder.resolve("capsule-" + made + ".zip");
        try (var writer = CapsuleWriter.begin(file, "2026-11-24T17-00-00Z-" + made)) {
            for (var item : items.entrySet()) {
                writer.add(item.getKey(), item.getValue().getBytes(StandardCharsets.UTF_8));
            }
            var facts = new Facts(
                    "2026-11-24T17-00-00Z-" + made,
                    NOON.plusSeconds(made),
                    origin,
                    "all",
                    "0.1.0",
                    Sha256.NONE,
                    List.of(new LeftOut("", "Authorization", 3, false)));
            writer.seal(facts, key, chain, stamper, Guide.of(Locale.ENGLISH));
        }
        return file;
    }

    public Path next() throws IOException {
        return next(items(made), AWS, null);
    }

    /** Some that are packed and some that are not. */
    public static Map<String, String> items(int salt) {
        var items = new LinkedHashMap<String, String>();
        items.put("model/instances.json", "{\"items\":[" + "\"i-0123456789abcdef0\",".repeat(40) + salt + "]}");
        items.put("responses/0001.xml", "<DescribeInstancesResponse>" + salt + "</DescribeInstancesResponse>");
        items.put("lists/instances.csv", "id,name\r\n" + "i-0,AUTOChOp\r\n".repeat(30) + salt);
        items.put("journal.jsonl", "");
        return items;
    }
}
