package io.atalaya.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.atalaya.watch.Scheduler;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import javafx.application.Platform;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;

/** The plan of the house as tests: who may import whom, and why. */
@AnalyzeClasses(packages = "io.atalaya", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String SDK = "software.amazon..";
    private static final String JAVAFX = "javafx..";

    @ArchTest
    static final ArchRule modelIsPure = noClasses()
            .that()
            .resideInAPackage("io.atalaya.deployment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SDK,
                    JAVAFX,
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.logs..",
                    "io.atalaya.connect..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..",
                    "io.atalaya.sandbox..")
            .because("rules about a deployment must be testable as plain functions of what AWS said");

    @ArchTest
    static final ArchRule sdkOnlyInAws = noClasses()
            .that()
            .resideOutsideOfPackages("io.atalaya.aws..", "io.atalaya.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SDK)
            .because("one room speaks to AWS: the write gate, the budget and the recorder stand at its door");

    @ArchTest
    static final ArchRule javafxOnlyOnScreen = noClasses()
            .that()
            .resideOutsideOfPackages("io.atalaya.ui..", "io.atalaya.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JAVAFX)
            .because("everything but the screen must run, and be tested, without one");

    @ArchTest
    static final ArchRule sandboxStandsAlone = noClasses()
            .that()
            .resideInAPackage("io.atalaya.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.atalaya.deployment..",
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.logs..",
                    "io.atalaya.connect..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..")
            .because("a local AWS that shares code with the console would share its mistakes");

    @ArchTest
    static final ArchRule onlyAppOpensTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackages("io.atalaya.app..", "io.atalaya.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.atalaya.sandbox..")
            .because("nothing in the console may know whether it talks to AWS or to the sandbox");

    @ArchTest
    static final ArchRule screenDoesNotKnowAws = noClasses()
            .that()
            .resideInAPackage("io.atalaya.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.atalaya.aws..", "io.atalaya.app..")
            .because("imports run one way: app, ui, watch, logs and connect, deployment; aws implements ports");

    @ArchTest
    static final ArchRule watchKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAnyPackage("io.atalaya.watch..", "io.atalaya.connect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.atalaya.aws..", "io.atalaya.ui..", "io.atalaya.app..")
            .because("ports are declared where they are needed and implemented elsewhere");

    @ArchTest
    static final ArchRule operateKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.atalaya.operate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.atalaya.sandbox..",
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.connect..",
                    "io.atalaya.practice..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..")
            .because("what an act is, and what it would do, is judged by plain functions; aws sends it, ui shows it");

    @ArchTest
    static final ArchRule nocKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.atalaya.noc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.atalaya.sandbox..",
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.logs..",
                    "io.atalaya.connect..",
                    "io.atalaya.operate..",
                    "io.atalaya.practice..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..")
            .because(
                    "what an item is worth, and who takes what is wrong, are plain functions of a snapshot and a clock");

    @ArchTest
    static final ArchRule evidenceKnowsOnlyTheModel = noClasses()
            .that()
            .resideInAPackage("io.atalaya.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.atalaya.sandbox..",
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.logs..",
                    "io.atalaya.noc..",
                    "io.atalaya.connect..",
                    "io.atalaya.operate..",
                    "io.atalaya.practice..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..")
            .because("what proves itself is checked by an auditor who has neither a connection nor a screen");

    @ArchTest
    static final ArchRule logsKnowOnlyTheModelAndTheTimer = noClasses()
            .that()
            .resideInAPackage("io.atalaya.logs..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "io.atalaya.sandbox..",
                            "io.atalaya.aws..",
                            "io.atalaya.watch..",
                            "io.atalaya.connect..",
                            "io.atalaya.operate..",
                            "io.atalaya.practice..",
                            "io.atalaya.ui..",
                            "io.atalaya.app..")
                    .and(not(assignableTo(Scheduler.class).or(assignableTo(Scheduler.Timer.class)))))
            .because("whether a log is whole is judged without AWS, without a screen, and in virtual time");

    @ArchTest
    static final ArchRule bodiesOfLogsAreNotLogged = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.atalaya.logs.store..",
                    "io.atalaya.logs.find..",
                    "io.atalaya.logs.view..",
                    "io.atalaya.logs.understand..")
            .and()
            .haveNameNotMatching(".*\\.logs\\.store\\.(LogStore|Recovery|Sessions|SessionInfo|StoreFile)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..")
            .because("what others log may hold secrets, and the program's own log is read by more people;"
                    + " those who tell of files tell their names");

    @ArchTest
    static final ArchRule practiceKnowsNeitherSandboxNorScreen = noClasses()
            .that()
            .resideInAPackage("io.atalaya.practice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.atalaya.sandbox..",
                    "io.atalaya.aws..",
                    "io.atalaya.watch..",
                    "io.atalaya.ui..",
                    "io.atalaya.app..")
            .because("what was said is set beside what happened by plain functions; app brings the two together");

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.atalaya.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs the room that needs it is one room with a wall in the wrong place");

    @ArchTest
    static final ArchRule clientsFromOneFactory = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("ClientFactory")
            .and()
            .resideOutsideOfPackage("io.atalaya.sandbox..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SdkClientBuilder.class)
            .because("a client built elsewhere would have no write gate in front of it");

    @ArchTest
    static final ArchRule oneWayToTheFxThread = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("FxThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("snapshots are coalesced once per pulse in one place; a second way would not be");

    @ArchTest
    static final ArchRule threadsFromOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("io.atalaya.app..", "io.atalaya.watch..", "io.atalaya.sandbox..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class)
            .because("closing a connection must end every thread that belongs to it");

    @ArchTest
    static final ArchRule noConsoleOutput = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("CommandLine")
            .and()
            .doNotHaveFullyQualifiedName("io.atalaya.Launcher")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what a person should see is on screen, what a developer should see is in the log");

    @ArchTest
    static final ArchRule noStaticState = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("state that belongs to no object cannot be closed with its connection");

    @ArchTest
    static final ArchRule fewParameters = constructors()
            .that()
            .areDeclaredInClassesThat(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are not records") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.isRecord() && !type.isEnum() && !type.isAnonymousClass();
                }
            })
            .should(new ArchCondition<>("have at most seven parameters") {
                @Override
                public void check(
                        com.tngtech.archunit.core.domain.JavaConstructor constructor, ConditionEvents events) {
                    if (constructor.getParameters().size() > 7) {
                        events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName()));
                    }
                }
            })
            .because("a class that needs more than seven things does more than one");

    @ArchTest
    static final ArchRule controllersHoldNoRules = noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .and()
            .resideInAPackage("io.atalaya.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene.control..")
            .because("a model holds state and is tested without a stage");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
            .because("NullAway checks marked packages only");
}
