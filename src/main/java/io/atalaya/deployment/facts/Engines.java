package io.atalaya.deployment.facts;

/** Database engines as the RDS console names them. */
public final class Engines {
    private Engines() {}

    /** {@code mysql} is {@code MySQL Community}; an engine not known here keeps AWS's identifier. */
    public static String name(String engine) {
        return switch (engine) {
            case "mysql" -> "MySQL Community";
            case "postgres" -> "PostgreSQL";
            case "mariadb" -> "MariaDB";
            case "aurora-mysql" -> "Aurora MySQL";
            case "aurora-postgresql" -> "Aurora PostgreSQL";
            case "oracle-ee" -> "Oracle Enterprise Edition";
            case "oracle-se2" -> "Oracle Standard Edition Two";
            case "sqlserver-ee" -> "SQL Server Enterprise Edition";
            case "sqlserver-se" -> "SQL Server Standard Edition";
            case "sqlserver-ex" -> "SQL Server Express Edition";
            case "sqlserver-web" -> "SQL Server Web Edition";
            default -> engine;
        };
    }
}
