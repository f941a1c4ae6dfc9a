package avatar.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.web.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule SPEAKS_TO_SERVICES_BY_ONE_CLIENT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net.http..");

    @ArchTest
    static final ArchRule READS_OWNERS_ALONE_FROM_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("avatar.web.owner..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "avatar.kit.kafka..", "avatar.kit.channel..");

    @ArchTest
    static final ArchRule KNOWS_NO_SPEECH_AND_NO_PICTURE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("avatar.contract.viseme..", "avatar.contract.bundle..");
}
