package io.atalaya.deployment.facts;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Image;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which operating system an instance runs. EC2 itself knows only {@code Linux/UNIX} or {@code Windows}; the image's
 * description, name and tags tell more, or those of the image it was copied from.
 */
public final class OperatingSystem {
    private record Name(Pattern pattern, String text) {}

    private static final int FURTHEST_ANCESTOR = 4;
    private static final List<Name> NAMES = List.of(
            name("\\bcentos[ _-]*(?:linux[ _-]*)?(?:stream[ _-]*)?(\\d+)", "CentOS $1"),
            name("\\b(?:amazon linux|al)[ _-]?2023", "Amazon Linux 2023"),
            name("\\bamzn2|\\bamazon linux[ _-]*2\\b|\\bamazon linux version 2\\b", "Amazon Linux 2"),
            name("\\bamazon linux\\b|\\bamzn-ami", "Amazon Linux"),
            name("\\bubuntu\\D{0,40}?(\\d\\d\\.\\d\\d)", "Ubuntu $1"),
            name("\\bdebian[ _-]*(\\d+)", "Debian $1"),
            name("\\b(?:rhel|red hat enterprise linux)[ _-]*(\\d+(?:\\.\\d+)?)", "Red Hat Enterprise Linux $1"),
            name("\\brocky[ _-]*(?:linux[ _-]*)?(\\d+)", "Rocky Linux $1"),
            name("\\balma[ _-]*(?:linux|os)?[ _-]*(\\d+)", "AlmaLinux $1"),
            name("\\bsles[ _-]*(\\d+)", "SLES $1"),
            name("\\bwindows[ _-]*server[ _-]*(\\d{4})", "Windows Server $1"));

    private OperatingSystem() {}

    private static Name name(String pattern, String text) {
        return new Name(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), text);
    }

    /** By the instance's image; empty where it was not read or does not say. */
    public static Optional<String> of(Instance instance, DeploymentIndex index) {
        return image(instance.imageId(), index).flatMap(image -> of(image, index));
    }

    /** By the image or the images it was made from; empty where none says. */
    public static Optional<String> of(Image image, DeploymentIndex index) {
        var at = Optional.of(image);
        for (int i = 0; i < FURTHEST_ANCESTOR && at.isPresent(); i++) {
            var found = read(at.get());
            if (found.isPresent()) {
                return found;
            }
            at = image(at.get().sourceImageId(), index);
        }
        return Optional.empty();
    }

    private static Optional<Image> image(@Nullable String id, DeploymentIndex index) {
        return index.find(Image.class, ResourceType.IMAGE, id);
    }

    private static Optional<String> read(Image image) {
        var texts = new java.util.ArrayList<String>();
        image.tags().forEach((key, value) -> {
            if (key.equalsIgnoreCase("os") || key.equalsIgnoreCase("operatingsystem")) {
                texts.add(value);
            }
        });
        if (image.description() != null) {
            texts.add(image.description());
        }
        texts.add(image.name());
        for (var text : texts) {
            for (var name : NAMES) {
                var matcher = name.pattern().matcher(text);
                if (matcher.find()) {
                    return Optional.of(
                            matcher.groupCount() == 0
                                    ? name.text()
                                    : name.text().replace("$1", matcher.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
