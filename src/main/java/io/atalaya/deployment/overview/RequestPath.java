package io.atalaya.deployment.overview;

/** The way of a request through the deployment, in one strip. */
public record RequestPath(
        Headline headline, Stage dns, Stage balancers, TargetStage targets, Stage databases, Stage files) {
    public static RequestPath of(Situation situation) {
        var dns = Stations.dns(situation);
        var balancers = Stations.balancers(situation);
        var targets = TargetStages.of(situation);
        var databases = Stations.databases(situation);
        var files = Stations.files(situation);
        return new RequestPath(
                Headlines.of(dns, balancers, targets, databases, files), dns, balancers, targets, databases, files);
    }
}
