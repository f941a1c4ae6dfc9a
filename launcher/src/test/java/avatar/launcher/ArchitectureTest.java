package avatar.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.launcher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("avatar.launcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_BROKERS_PROCESS_KNOWS_KAFKA = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("avatar.launcher.broker.Broker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka..")
            .because("the modules that borrow the broker have no Kafka server on their class path");
}
