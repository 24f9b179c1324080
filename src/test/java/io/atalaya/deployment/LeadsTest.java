package io.atalaya.deployment;

import static io.atalaya.deployment.Sample.alias;
import static io.atalaya.deployment.Sample.record;
import static io.atalaya.deployment.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsTest {
    private final Deployment known = with(
            with(
                    with(Sample.empty(), Parts.LOAD_BALANCERS, List.of(Sample.balancer("Progresus-ELB", "active"))),
                    Parts.DATABASES,
                    List.of(Sample.database("dbprogressus", "available"))),
            Parts.INSTANCES,
            List.of(Sample.instance("i-1", "running")));

    private Leads.Found lead(Deployment deployment, RecordSet records) {
        return new DeploymentIndex(deployment).lead(records);
    }

    @Test
    void anAliasFindsItsBalancerWhateverTheCaseThePrefixAndTheFinalDot() {
        var found = lead(known, alias("checkop.co", "dualstack.progresus-elb-195469790.us-east-1.elb.amazonaws.com."));
        assertThat(found.kind()).isEqualTo(Lead.RESOLVED);
        assertThat(found.resources())
                .containsExactly(new ResourceRef(ResourceType.LOAD_BALANCER, Sample.balancerArn("Progresus-ELB")));
    }

    @Test
    void anAliasToABalancerOfThisRegionThatIsGoneDangles() {
        assertThat(lead(known, alias("old", "old-1.us-east-1.elb.amazonaws.com"))
                        .kind())
                .isEqualTo(Lead.DANGLING);
        assertThat(lead(known, alias("old", "nlb-1.elb.us-east-1.amazonaws.com"))
                        .kind())
                .isEqualTo(Lead.DANGLING);
        assertThat(lead(known, record("db", "CNAME", "gone.c1x.us-east-1.rds.amazonaws.com"))
                        .kind())
                .isEqualTo(Lead.DANGLING);
    }

    @Test
    void whatWasNotReadDoesNotDangle() {
        assertThat(lead(Sample.empty(), alias("x", "x-1.us-east-1.elb.amazonaws.com"))
                        .kind())
                .isEqualTo(Lead.NOT_READ);
        assertThat(lead(known, record("db", "CNAME", "c.cluster-1.us-east-1.rds.amazonaws.com"))
                        .kind())
                .isEqualTo(Lead.NOT_READ);
    }

    @Test
    void otherRegionsAndOtherPeopleAreOutside() {
        assertThat(lead(known, alias("x", "x-1.eu-west-1.elb.amazonaws.com")).kind())
                .isEqualTo(Lead.OUTSIDE);
        assertThat(lead(known, record("mail", "MX", "10 mail.example.com")).kind())
                .isEqualTo(Lead.OUTSIDE);
        assertThat(lead(known, record("x", "A", "198.51.100.7")).kind()).isEqualTo(Lead.OUTSIDE);
    }

    @Test
    void addressesAndDatabaseNamesResolve() {
        assertThat(lead(known, record("x", "A", "10.20.1.57")).resources())
                .containsExactly(new ResourceRef(ResourceType.INSTANCE, "i-1"));
        assertThat(lead(known, record("db", "CNAME", "dbprogressus.c1x.us-east-1.rds.amazonaws.com"))
                        .resources())
                .containsExactly(new ResourceRef(ResourceType.DATABASE, "dbprogressus"));
    }
}
