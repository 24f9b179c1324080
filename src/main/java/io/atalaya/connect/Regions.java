package io.atalaya.connect;

import java.util.List;
import java.util.Optional;

/** The regions there are, as this version of the SDK knows them; a newer region can still be typed. */
@FunctionalInterface
public interface Regions {
    /** By partition (aws first), then by id; without the pseudo regions that only name global endpoints. */
    List<AwsRegion> all();

    default Optional<AwsRegion> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
