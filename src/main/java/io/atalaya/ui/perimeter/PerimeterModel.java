package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.ui.Moment;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the view of the perimeter shows of groups and ACLs: rows, the filter, and what is chosen. */
public final class PerimeterModel {
    /** What the view is made of, and so what it asks for. */
    static final Set<Part<?>> MADE_OF = madeOf();

    private static final int SMALL = 300;

    private static Set<Part<?>> madeOf() {
        var parts = new LinkedHashSet<Part<?>>(List.of(
                Parts.SECURITY_GROUPS,
                Parts.NETWORK_ACLS,
                Parts.VPCS,
                Parts.SUBNETS,
                Parts.ROUTE_TABLES,
                Parts.INTERNET_GATEWAYS,
                Parts.NAT_GATEWAYS,
                Parts.TRANSIT_GATEWAYS,
                Parts.TRANSIT_ATTACHMENTS,
                Parts.TRANSIT_ROUTES,
                Parts.PEERINGS,
                Parts.VPN_GATEWAYS,
                Parts.VPN_CONNECTIONS,
                Parts.PREFIX_LISTS,
                Parts.ELASTIC_IPS,
                Parts.LISTENERS,
                Parts.LISTENER_RULES,
                Parts.TARGET_GROUPS,
                Parts.TARGETS,
                Parts.TARGET_GROUP_ATTRIBUTES,
                Parts.LAUNCH_TEMPLATES));
        parts.addAll(GroupUses.MADE_OF);
        parts.addAll(EndBook.MADE_OF);
        parts.add(Parts.RECORD_SETS);
        return Set.copyOf(parts);
    }

    /** Everything of one snapshot, made as a whole. */
    record Prepared(Deployment deployment, PeerBook book, List<GroupRow> groups, List<AclRow> acls) {}

    private final Texts texts;
    private final Rows rows;
    private final ReadOnlyObjectWrapper<Deployment> current =
            new ReadOnlyObjectWrapper<>(this, "current", Deployment.empty("", null));
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(this, "tab", Tab.ASK);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private volatile @Nullable Prepared prepared;

    PerimeterModel(Texts texts) {
        this.texts = texts;
        this.rows = new Rows(texts);
    }

    /** The snapshot the rows are of: ages beside them are its own. */
    ReadOnlyObjectProperty<Deployment> current() {
        return current.getReadOnlyProperty();
    }

    @Nullable
    Prepared shown() {
        return prepared;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    StringProperty filterProperty() {
        return filter;
    }

    boolean admits(String words) {
        return Words.admits(filter.get(), words);
    }

    /** Whether a snapshot is made into rows between two frames. */
    static boolean isSmall(Moment moment) {
        var deployment = moment.deployment();
        return moment.isSmall()
                && deployment.items(Parts.SECURITY_GROUPS).size()
                                + deployment.items(Parts.NETWORK_INTERFACES).size()
                                + deployment.items(Parts.NETWORK_ACLS).size()
                        < SMALL;
    }

    /** Off the screen's thread. Of a snapshot that says the same as the one before nothing is made anew. */
    Prepared prepare(Moment moment) {
        var deployment = moment.deployment();
        var before = prepared;
        if (before != null && deployment.saysSame(before.deployment(), MADE_OF)) {
            return new Prepared(deployment, before.book(), before.groups(), before.acls());
        }
        var uses = new GroupUses(deployment);
        var book = new PeerBook(texts, deployment, uses);
        return new Prepared(deployment, book, rows.groups(deployment, uses, book), rows.acls(deployment, book));
    }

    /** On the screen's thread. */
    void show(Prepared made) {
        prepared = made;
        current.set(made.deployment());
    }

    /** The group of an id as it is now; null when it is gone. */
    @Nullable
    SecurityGroup group(String id) {
        return current.get()
                .index()
                .find(SecurityGroup.class, ResourceType.SECURITY_GROUP, id)
                .orElse(null);
    }
}
