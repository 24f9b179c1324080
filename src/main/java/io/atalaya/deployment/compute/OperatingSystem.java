package io.atalaya.deployment.compute;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operating system of a machine. EC2 knows only the platform ({@code Linux/UNIX}); the distribution is told by the
 * image's name or description, or by those of the image its base instance was started from.
 *
 * @param name {@code CentOS 7}, or the platform where nothing tells more
 * @param toldBy the text it was read from, verbatim; null when it is only the platform
 */
public record OperatingSystem(String name, @Nullable String toldBy) {
    /** An image of an image of an image: enough, and an end where AWS's answer makes a circle. */
    private static final int LONGEST_CHAIN = 8;

    private record Known(Pattern pattern, String name) {
        Optional<String> in(String text) {
            return pattern.matcher(text).results().findFirst().map(this::named);
        }

        private String named(MatchResult match) {
            var version = match.groupCount() == 0 ? null : match.group(1);
            return version == null ? name : name + " " + version;
        }
    }

    private static Known known(String regex, String name) {
        return new Known(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), name);
    }

    private static final List<Known> DISTRIBUTIONS = List.of(
            known("centos(?:[ _-]*(?:linux|stream))*[ _-]*(\\d+(?:\\.\\d+)?)?", "CentOS"),
            known("(?:amzn2|amazon[ _-]*linux[ _-]*2)(?![\\d])", "Amazon Linux 2"),
            known("(?:al|amazon[ _-]*linux[ _-]*)(20\\d\\d)", "Amazon Linux"),
            known("ubuntu\\D{0,60}?(\\d\\d\\.\\d\\d)", "Ubuntu"),
            known("debian[ _/-]*(?:gnu/linux[ _-]*)?(\\d+)?", "Debian"),
            known("(?:rhel|red[ _-]*hat[ _-]*enterprise[ _-]*linux)[ _-]*(\\d+(?:\\.\\d+)?)?", "RHEL"),
            known("rocky(?:[ _-]*linux)?[ _-]*(\\d+(?:\\.\\d+)?)?", "Rocky Linux"),
            known("alma(?:[ _-]*linux)?(?:[ _-]*os)?[ _-]*(\\d+(?:\\.\\d+)?)?", "AlmaLinux"),
            known("(?:oracle[ _-]*linux|\\bOL)[ _-]*(\\d+(?:\\.\\d+)?)", "Oracle Linux"),
            known("(?:suse[ _-]*)?sles[ _-]*(\\d+)|suse", "SUSE"),
            known("windows[ _-]*server[ _-]*(20\\d\\d)", "Windows Server"));

    /** Empty when neither image nor instance says anything. */
    public static Optional<OperatingSystem> of(Instance instance, DeploymentIndex index) {
        var told = told(image(instance.imageId(), index), index, 0);
        if (told.isPresent()) {
            return told;
        }
        return Optional.ofNullable(instance.platform()).map(platform -> new OperatingSystem(platform, null));
    }

    /** The system inside an image. */
    public static Optional<OperatingSystem> of(Image image, DeploymentIndex index) {
        var told = told(image, index, 0);
        if (told.isPresent()) {
            return told;
        }
        return Optional.ofNullable(image.platform()).map(platform -> new OperatingSystem(platform, null));
    }

    private static Optional<OperatingSystem> told(@Nullable Image image, DeploymentIndex index, int depth) {
        if (image == null || depth > LONGEST_CHAIN) {
            return Optional.empty();
        }
        var own = inTexts(image);
        if (own.isPresent()) {
            return own;
        }
        var copied = told(image(image.sourceImageId(), index), index, depth + 1);
        if (copied.isPresent()) {
            return copied;
        }
        return index.find(Instance.class, ResourceType.INSTANCE, image.sourceInstanceId())
                .flatMap(base -> told(image(base.imageId(), index), index, depth + 1));
    }

    private static @Nullable Image image(@Nullable String id, DeploymentIndex index) {
        return index.find(Image.class, ResourceType.IMAGE, id).orElse(null);
    }

    private static Optional<OperatingSystem> inTexts(Image image) {
        var texts = new ArrayList<String>();
        for (var tag : List.of("OS", "os", "OperatingSystem")) {
            if (image.tags().containsKey(tag)) {
                texts.add(image.tags().get(tag));
            }
        }
        texts.add(image.name());
        if (image.description() != null) {
            texts.add(image.description());
        }
        for (var text : texts) {
            for (var known : DISTRIBUTIONS) {
                var name = known.in(text);
                if (name.isPresent()) {
                    return name.map(found -> new OperatingSystem(found, text));
                }
            }
        }
        return Optional.empty();
    }
}
