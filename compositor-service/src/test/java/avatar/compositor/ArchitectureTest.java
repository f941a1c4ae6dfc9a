package avatar.compositor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Maven's borders keep frameworks and services out of this module; these are the borders inside it. */
@AnalyzeClasses(packages = "avatar.compositor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.compositor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LEAVES_NATIVES_TO_PICTURES =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule KAFKA_IS_READ_WHERE_SPEECH_SETUPS_AND_CHANNELS_COME_FROM = noClasses()
            .that()
            .resideOutsideOfPackages("..compositor.speech..", "..compositor.ownership..", "..compositor.setups..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..", "io.smallrye.reactive..");
}
