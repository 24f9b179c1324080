package io.atalaya.deployment.databases;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.InstanceType;
import io.atalaya.deployment.ParameterGroupUse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many may connect to a database ({@code max_connections}), and from what that is known.
 *
 * @param group whose value it is; null where no group was read
 * @param formula from which it was computed; null where it is set as a number
 */
public record ConnectionLimit(
        long value,
        Basis basis,
        @Nullable String group,
        @Nullable String formula) {
    /** From what it is known. */
    public enum Basis {
        /** A number in the parameter group. */
        SET,
        /** A formula in the parameter group, with the memory of the class. */
        FORMULA,
        /** The formula of the engine's default groups: the group itself was not read. */
        DEFAULT
    }

    private static final String NAME = "max_connections";
    private static final long BYTES_PER_MIB = 1024L * 1024;

    /** What RDS's default groups say, by engine. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "mysql",
            "{DBInstanceClassMemory/12582880}",
            "mariadb",
            "{DBInstanceClassMemory/12582880}",
            "postgres",
            "LEAST({DBInstanceClassMemory/9531392},5000)",
            "aurora-postgresql",
            "LEAST({DBInstanceClassMemory/9531392},5000)",
            "aurora-mysql",
            "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})");

    /**
     * @param size of the class; null where it was not read
     * @param parameters by group, those that were read
     * @return empty where neither says a number
     */
    public static Optional<ConnectionLimit> of(
            Database database, @Nullable InstanceType size, Map<String, DatabaseParameter> parameters) {
        var memory = size == null ? null : (Long) (size.memoryMib() * BYTES_PER_MIB);
        for (var use : database.settings().parameterGroups()) {
            var parameter = parameters.get(use.name());
            if (parameter != null && parameter.name().equals(NAME)) {
                var found = of(use, parameter.value(), memory);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        var formula = DEFAULTS.get(database.engine());
        var value = ParameterFormula.value(formula, memory);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConnectionLimit(whole(value.getAsDouble()), Basis.DEFAULT, null, formula));
    }

    private static Optional<ConnectionLimit> of(ParameterGroupUse use, @Nullable String text, @Nullable Long memory) {
        var value = ParameterFormula.value(text, memory);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ParameterFormula.isFormula(text)
                        ? new ConnectionLimit(whole(value.getAsDouble()), Basis.FORMULA, use.name(), text)
                        : new ConnectionLimit(whole(value.getAsDouble()), Basis.SET, use.name(), null));
    }

    private static long whole(double value) {
        return (long) Math.floor(value);
    }
}
