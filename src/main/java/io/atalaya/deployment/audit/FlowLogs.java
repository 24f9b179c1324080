package io.atalaya.deployment.audit;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FlowLog;
import io.atalaya.deployment.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** VPCs of which nothing records what was let through. */
final class FlowLogs {
    private FlowLogs() {}

    /** A VPC is recorded by a flow log of its own, or by those of all of its subnets. */
    static List<Finding> find(Deployment deployment) {
        var recorded = deployment.items(Parts.FLOW_LOGS).stream()
                .filter(each -> each.status().equals("ACTIVE") && !"FAILED".equals(each.deliverStatus()))
                .map(FlowLog::resourceId)
                .collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (var vpc : deployment.items(Parts.VPCS)) {
            var subnets = deployment.items(Parts.SUBNETS).stream()
                    .filter(each -> each.vpcId().equals(vpc.id()))
                    .toList();
            var bySubnet = !subnets.isEmpty() && subnets.stream().allMatch(each -> recorded.contains(each.id()));
            if (!recorded.contains(vpc.id()) && !bySubnet) {
                findings.add(Finding.about(Finding.Kind.NO_FLOW_LOG, Finding.Severity.MEDIUM, vpc.ref(), List.of()));
            }
        }
        return findings;
    }
}
