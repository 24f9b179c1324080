package io.atalaya.deployment.reach;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.address.Addresses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point with what decides there.
 *
 * @param nic null for hosts that are not known
 * @param everyone the addresses are all there are of the internet, so a rule for everybody is what is needed
 */
record Place(Point point, @Nullable Nic nic, boolean everyone) {
    Point.Kind kind() {
        return point.kind();
    }

    Addresses addresses() {
        return point.addresses();
    }

    boolean six() {
        return point.addresses().first().six();
    }

    boolean inside() {
        return point.kind() == Point.Kind.INTERFACE || point.kind() == Point.Kind.SUBNET_HOSTS;
    }

    String subnetId() {
        return java.util.Objects.requireNonNull(point.subnetId());
    }

    String vpcId() {
        return java.util.Objects.requireNonNull(point.vpcId());
    }

    ResourceRef subnet() {
        return new ResourceRef(ResourceType.SUBNET, subnetId());
    }

    @Nullable
    List<String> groups() {
        return nic == null ? List.of() : nic.groups();
    }

    /** What a person would name: the resource, or the subnet of hosts that are not known. */
    @Nullable
    ResourceRef where() {
        return point.resource() != null ? point.resource() : point.subnetId() == null ? null : subnet();
    }

    Place with(Addresses others) {
        return new Place(
                new Point(
                        point.kind(),
                        point.resource(),
                        point.interfaceId(),
                        point.subnetId(),
                        point.vpcId(),
                        others,
                        point.publicAddress()),
                nic,
                everyone && others.equals(point.addresses()));
    }
}
