package io.atalaya.deployment.overview;

/** Database engines as RDS's own console calls them. */
public final class Engines {
    private Engines() {}

    /** {@code MySQL Community} for {@code mysql}; the word of the API where no other is known. */
    public static String name(String engine) {
        return switch (engine) {
            case "mysql" -> "MySQL Community";
            case "postgres" -> "PostgreSQL";
            case "mariadb" -> "MariaDB";
            case "aurora-mysql" -> "Aurora MySQL";
            case "aurora-postgresql" -> "Aurora PostgreSQL";
            case "oracle-ee", "oracle-ee-cdb" -> "Oracle Enterprise Edition";
            case "oracle-se2", "oracle-se2-cdb" -> "Oracle Standard Edition Two";
            case "sqlserver-ee" -> "SQL Server Enterprise Edition";
            case "sqlserver-se" -> "SQL Server Standard Edition";
            case "sqlserver-ex" -> "SQL Server Express Edition";
            case "sqlserver-web" -> "SQL Server Web Edition";
            default -> engine;
        };
    }
}
