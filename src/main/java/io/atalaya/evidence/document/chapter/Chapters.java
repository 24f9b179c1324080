package io.atalaya.evidence.document.chapter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.document.Architecture;
import io.atalaya.evidence.document.Block.Figure;
import io.atalaya.evidence.document.Chapter;
import io.atalaya.evidence.document.Head;
import io.atalaya.evidence.document.Reading;
import io.atalaya.evidence.document.figure.BackendFigure;
import io.atalaya.evidence.document.figure.PerimeterFigure;
import java.util.List;
import java.util.stream.Stream;

/** Writes the service-architecture document of a snapshot, in the order in which such documents are written by hand. */
public final class Chapters {
    private Chapters() {}

    /** A pure function: the same snapshot and head give the same document. */
    public static Architecture of(Deployment deployment, Head head) {
        var tables = new TableMaker(deployment);
        var compute = new ComputeChapter(tables);
        var data = new DataChapter(tables);
        var watch = new WatchChapter(tables);
        return new Architecture(
                head,
                List.of(
                        new Chapter("overview", List.of(backend(deployment))),
                        compute.instances(),
                        new BalancingChapter(tables).chapter(),
                        compute.addresses(),
                        new DnsChapter(tables).chapter(),
                        data.files(),
                        data.databases(),
                        compute.images(),
                        watch.watching(),
                        watch.backups(),
                        new PerimeterChapter(tables).chapter(perimeter(deployment))));
    }

    private static Figure backend(Deployment deployment) {
        return new Figure(
                "backend",
                BackendFigure.of(deployment),
                Stream.of(
                                Parts.HOSTED_ZONES,
                                Parts.RECORD_SETS,
                                Parts.LOAD_BALANCERS,
                                Parts.LISTENERS,
                                Parts.TARGET_GROUPS,
                                Parts.TARGETS,
                                Parts.INSTANCES,
                                Parts.DATABASES,
                                Parts.FILE_SYSTEMS,
                                Parts.MOUNT_TARGETS)
                        .map(it -> Reading.of(deployment, it))
                        .toList());
    }

    private static Figure perimeter(Deployment deployment) {
        return new Figure(
                "perimeter",
                PerimeterFigure.of(deployment),
                Stream.of(
                                Parts.VPCS,
                                Parts.SUBNETS,
                                Parts.ROUTE_TABLES,
                                Parts.INTERNET_GATEWAYS,
                                Parts.NAT_GATEWAYS,
                                Parts.NETWORK_ACLS,
                                Parts.SECURITY_GROUPS,
                                Parts.NETWORK_INTERFACES,
                                Parts.VPN_CONNECTIONS)
                        .map(it -> Reading.of(deployment, it))
                        .toList());
    }
}
