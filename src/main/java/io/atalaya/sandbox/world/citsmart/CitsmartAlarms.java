package io.atalaya.sandbox.world.citsmart;

import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.kit.AlarmMaker;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The NOC's alarms, in the NOC's language. */
final class CitsmartAlarms {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final ComparisonOperator ABOVE = ComparisonOperator.GREATER_THAN_THRESHOLD;
    private static final ComparisonOperator BELOW = ComparisonOperator.LESS_THAN_THRESHOLD;
    private static final Statistic MEAN = Statistic.AVERAGE;

    private final AlarmMaker maker;

    private CitsmartAlarms(World world) {
        this.maker = new AlarmMaker(world, "CITSmart", "citsmart-noc");
    }

    static void furnish(World world) {
        var alarms = new CitsmartAlarms(world);
        Host.ALL.forEach(alarms::host);
        Host.APPS.forEach(alarms::jvm);
        Host.SERVICES.forEach(alarms::solr);
        CitsmartBalancer.GROUPS.forEach(alarms::group);
        alarms.site();
        alarms.database();
        alarms.vpn();
    }

    private void host(Host h) {
        Map<String, String> id = Map.of("InstanceId", h.id());
        String name = h.name();
        add("CPU alta " + name, "AWS/EC2", "CPUUtilization", id, MEAN, ABOVE, 85, 5, "CPU do host acima de 85 %");
        add(
                "Verificação de status " + name,
                "AWS/EC2",
                "StatusCheckFailed",
                id,
                Statistic.MAXIMUM,
                ABOVE,
                0,
                2,
                "O host não passa nas verificações de status do EC2");
        add("Memória alta " + name, "CWAgent", "mem_used_percent", id, MEAN, ABOVE, 92, 3, "Memória acima de 92 %");
        add(
                "Disco do Docker " + name,
                "CWAgent",
                "disk_used_percent",
                Map.of("InstanceId", h.id(), "path", "/var/lib/docker", "device", "nvme0n1p2", "fstype", "xfs"),
                MEAN,
                ABOVE,
                85,
                3,
                "/var/lib/docker acima de 85 %");
        add(
                "Contêiner ausente " + name,
                "CITSmart/Docker",
                "ContainersRunning",
                id,
                Statistic.MINIMUM,
                BELOW,
                h.role().containers().size(),
                1,
                "Nem todos os contêineres esperados estão em execução");
        add(
                "Ping " + name,
                "CITSmart/Ping",
                "PacketLoss",
                id,
                MEAN,
                ABOVE,
                50,
                3,
                "O host não responde ao ping da matriz");
    }

    private void jvm(Host h) {
        Map<String, String> id = Map.of("InstanceId", h.id(), "ContainerName", Container.CITSMART.word());
        add(
                "Old Generation " + h.name(),
                "CITSmart/JVM",
                "OldGeneration",
                id,
                MEAN,
                ABOVE,
                3.8 * GIB,
                5,
                "Heap do citSMART quase cheio");
    }

    private void solr(Host h) {
        Map<String, String> id = Map.of("InstanceId", h.id(), "Core", "citsmart");
        add(
                "citSOLR não responde " + h.shortZone(),
                "CITSmart/SOLR",
                "Up",
                id,
                Statistic.MINIMUM,
                BELOW,
                1,
                2,
                "O núcleo citsmart não responde; as buscas desta zona vão para outra");
        add(
                "Busca lenta " + h.shortZone(),
                "CITSmart/SOLR",
                "QueryTime",
                id,
                MEAN,
                ABOVE,
                250,
                3,
                "Tempo médio de busca acima de 250 ms");
    }

    private void group(CitsmartBalancer.Group g) {
        Map<String, String> both = Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX, "TargetGroup", g.suffix());
        add(
                "Alvos fora " + g.name(),
                "AWS/ApplicationELB",
                "UnHealthyHostCount",
                both,
                Statistic.MAXIMUM,
                ABOVE,
                0,
                2,
                "Um alvo não passa nas verificações de saúde");
    }

    private void site() {
        Map<String, String> elb = Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX);
        for (String check : new String[] {"itsm-http", "itsm-https"}) {
            String url = check.equals("itsm-http")
                    ? "http://" + CitsmartIds.SITE + '/'
                    : "https://" + CitsmartIds.SITE + "/citsmart/saude";
            add(
                    "ITSM fora do ar " + check.substring(5),
                    "CITSmart/HTTP",
                    "Available",
                    Map.of("Check", check, "Url", url),
                    Statistic.MINIMUM,
                    BELOW,
                    1,
                    2,
                    "O ITSM não responde à verificação do NOC");
        }
        add(
                "Resposta lenta citsmart-elb",
                "AWS/ApplicationELB",
                "TargetResponseTime",
                elb,
                MEAN,
                ABOVE,
                1.5,
                3,
                "Tempo médio de resposta acima de 1,5 s");
        add(
                "Erros 5XX citsmart-elb",
                "AWS/ApplicationELB",
                "HTTPCode_Target_5XX_Count",
                elb,
                Statistic.SUM,
                ABOVE,
                60,
                2,
                "Mais de 60 erros 5XX por minuto");
    }

    private void database() {
        Map<String, String> db = Map.of("DBInstanceIdentifier", CitsmartIds.DATABASE);
        add("RDS CPU", "AWS/RDS", "CPUUtilization", db, MEAN, ABOVE, 80, 5, "CPU do banco acima de 80 %");
        add("RDS conexões ativas", "AWS/RDS", "DatabaseConnections", db, MEAN, ABOVE, 400, 3, "Mais de 400 conexões");
        add("RDS latência de leitura", "AWS/RDS", "ReadLatency", db, MEAN, ABOVE, 0.02, 3, "Leitura acima de 20 ms");
        add("RDS latência de escrita", "AWS/RDS", "WriteLatency", db, MEAN, ABOVE, 0.03, 3, "Escrita acima de 30 ms");
        add("RDS espaço livre", "AWS/RDS", "FreeStorageSpace", db, MEAN, BELOW, 40 * GIB, 3, "Menos de 40 GiB livres");
    }

    private void vpn() {
        for (int tunnel = 0; tunnel < CitsmartVpn.TUNNELS.size(); tunnel++) {
            add(
                    "Túnel VPN " + (tunnel + 1) + " fora",
                    "AWS/VPN",
                    "TunnelState",
                    Map.of("TunnelIpAddress", CitsmartVpn.TUNNELS.get(tunnel)),
                    Statistic.MAXIMUM,
                    BELOW,
                    1,
                    3,
                    "Túnel IPsec para a matriz fora do ar");
        }
    }

    private void add(
            String name,
            String namespace,
            String metric,
            Map<String, String> dimensions,
            Statistic statistic,
            ComparisonOperator comparison,
            double threshold,
            int minutes,
            String description) {
        MetricAlarm.Builder alarm =
                AlarmMaker.of(name, namespace, metric, dimensions, statistic, comparison, threshold);
        maker.add(alarm.evaluationPeriods(minutes)
                .datapointsToAlarm(minutes)
                .alarmDescription(description)
                .treatMissingData(metric.endsWith("Count") ? "notBreaching" : "missing"));
    }
}
