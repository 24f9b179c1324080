package io.atalaya.sandbox.hostile;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFilter;
import io.atalaya.sandbox.server.codec.Rewriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Puts hostile texts into what people of an account may name, describe or tag, and into what AWS says in sentences. A text has
 * the same disguise wherever it occurs, and what comes back in a request is understood, so that the deployment stays whole.
 */
final class HostileWire implements WireFilter {
    private static final Pattern NAMED = Pattern.compile("(?i).*("
            + "LoadBalancerName|TargetGroupName|GroupName|DBInstanceIdentifier|DBSnapshotIdentifier|AutoScalingGroupName"
            + "|LaunchTemplateName|AlarmName|KeyName|AssociatedLoadBalancerName)");
    private static final Pattern SAID = Pattern.compile(
            "(?i).*(Description|Message|Comment|Cause|Reason|StatusDetails|.*/Images/Name|FileSystems/Name|AccountAliases"
                    + "|ResourceRecords/Value|(?<!Re)SourceIdentifier)");
    private static final Pattern TAG = Pattern.compile("(?i).*Tags?/Value");

    private final Map<String, String> disguises = new ConcurrentHashMap<>();
    private final Map<String, String> originals = new ConcurrentHashMap<>();
    private final HostileText[] texts = HostileText.values();
    private final Rewriter disguising = new Rewriter(this::disguised);
    private final Rewriter undressing = new Rewriter((path, text) -> originals.getOrDefault(text, text));

    @Override
    public SdkPojo request(Call call, SdkPojo request) {
        return undressing.rewrite(request);
    }

    @Override
    public SdkPojo answer(Call call, SdkPojo answer) {
        return disguising.rewrite(answer);
    }

    private String disguised(String path, String text) {
        if (TAG.matcher(path).matches()) {
            int turn = Math.floorMod(text.hashCode(), texts.length + HostileText.WORDS.size());
            return turn < texts.length ? texts[turn].of(text) : HostileText.WORDS.get(turn - texts.length);
        }
        if (NAMED.matcher(path).matches() || SAID.matcher(path).matches()) {
            return disguise(text);
        }
        return text;
    }

    private String disguise(String text) {
        return disguises.computeIfAbsent(text, it -> {
            var disguise = texts[Math.floorMod(it.hashCode(), texts.length)].of(it);
            // what the wire makes of it comes back
            originals.put(disguise, it);
            originals.put(asXml(disguise), it);
            return disguise;
        });
    }

    /** XML has no way to write some characters; the codec puts a replacement in their place. */
    private static String asXml(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]", "\uFFFD");
    }
}
