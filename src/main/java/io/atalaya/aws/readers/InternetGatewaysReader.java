package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.InternetGateway;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.CallFailedException;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Doors to the internet, those for IPv6 that only let out included. */
final class InternetGatewaysReader implements Reader<InternetGateway> {
    private final Clients clients;
    private final PageSize pageSize;

    InternetGatewaysReader(Clients clients, PageSize pageSize) {
        this.clients = clients;
        this.pageSize = pageSize;
    }

    Source<InternetGateway> source() {
        return new Source<>(
                Parts.INTERNET_GATEWAYS,
                Set.of("ec2:DescribeInternetGateways", "ec2:DescribeEgressOnlyInternetGateways"),
                Cadence.FIVE_MINUTES,
                Set.of(),
                Set.of(),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<InternetGateway>> page) throws CallFailedException {
        for (var answer : Calls.named("ec2:DescribeInternetGateways", this::open)) {
            page.accept(answer);
        }
        for (var answer : Calls.named("ec2:DescribeEgressOnlyInternetGateways", this::egressOnly)) {
            page.accept(answer);
        }
    }

    private List<List<InternetGateway>> open() {
        return clients.ec2().describeInternetGatewaysPaginator(r -> r.maxResults(pageSize.within(5, 1000))).stream()
                .map(answer -> answer.internetGateways().stream()
                        .map(each -> gateway(each.internetGatewayId(), each.attachments(), false, each.tags()))
                        .toList())
                .toList();
    }

    private List<List<InternetGateway>> egressOnly() {
        return clients
                .ec2()
                .describeEgressOnlyInternetGatewaysPaginator(r -> r.maxResults(pageSize.within(5, 255)))
                .stream()
                .map(answer -> answer.egressOnlyInternetGateways().stream()
                        .map(each -> gateway(each.egressOnlyInternetGatewayId(), each.attachments(), true, each.tags()))
                        .toList())
                .toList();
    }

    private static InternetGateway gateway(
            @Nullable String id, List<InternetGatewayAttachment> attachments, boolean egressOnly, List<Tag> all) {
        var tags = Ec2Tags.of(all);
        return new InternetGateway(
                Absent.text(id),
                Absent.name(tags, id),
                attachments.stream()
                        // EC2 says available for internet gateways and attached for the others
                        .filter(each -> !Set.of("detaching", "detached").contains(Absent.text(each.stateAsString())))
                        .map(InternetGatewayAttachment::vpcId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                egressOnly,
                tags);
    }
}
