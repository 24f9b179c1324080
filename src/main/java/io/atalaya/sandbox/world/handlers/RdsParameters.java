package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * The parameters of the groups in use: those that people set, and how many connections the engine allows where they did not.
 * The formulas are those of RDS's own default groups.
 */
final class RdsParameters {
    private static final Map<String, String> CONNECTIONS = Map.of(
            "mysql", "{DBInstanceClassMemory/12582880}",
            "mariadb", "{DBInstanceClassMemory/12582880}",
            "postgres", "LEAST({DBInstanceClassMemory/9531392},5000)",
            "aurora-postgresql", "LEAST({DBInstanceClassMemory/9531392},5000)",
            "aurora-mysql",
                    "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})");

    private RdsParameters() {}

    static void register(Operations rds) {
        rds.on(
                "DescribeDBParameters",
                DescribeDbParametersRequest.class,
                DescribeDbParametersResponse.class,
                RdsParameters::describe);
    }

    private static DescribeDbParametersResponse describe(World world, DescribeDbParametersRequest r, Call call) {
        String group = r.dbParameterGroupName();
        String engine = world.databases().instances().stream()
                .filter(i -> i.dbParameterGroups().stream()
                        .anyMatch(g -> g.dbParameterGroupName().equals(group)))
                .map(DBInstance::engine)
                .findFirst()
                .orElseThrow(
                        () -> new WireFault(404, "DBParameterGroupNotFound", "DBParameterGroup not found: " + group));
        List<Parameter> all = of(world, group, engine).stream()
                .filter(p -> r.source() == null || r.source().equals(p.source()))
                .toList();
        List<Parameter> found =
                Rds.filtered(all, r.filters(), Map.of("parameter-name", p -> Stream.of(p.parameterName())));
        Page<Parameter> page = Rds.page(found, r.maxRecords(), r.marker());
        return DescribeDbParametersResponse.builder()
                .parameters(page.items())
                .marker(page.token())
                .build();
    }

    private static List<Parameter> of(World world, String group, String engine) {
        List<Parameter> all = new ArrayList<>(world.databases().parameters().getOrDefault(group, List.of()));
        String connections = CONNECTIONS.get(engine);
        if (connections != null && all.stream().noneMatch(p -> p.parameterName().equals("max_connections"))) {
            all.add(Parameter.builder()
                    .parameterName("max_connections")
                    .parameterValue(connections)
                    .source("engine-default")
                    .applyType(engine.contains("postgres") ? "static" : "dynamic")
                    .dataType("integer")
                    .isModifiable(true)
                    .build());
        }
        return all;
    }
}
