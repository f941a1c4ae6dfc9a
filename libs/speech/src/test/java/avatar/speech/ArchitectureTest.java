package avatar.speech;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Maven's borders keep frameworks and services out of this module; these are the borders inside it. */
@AnalyzeClasses(packages = "avatar.speech", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.speech.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule LEAVES_NATIVE_CALLS_TO_PHONETICS =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule ONLY_AUDIO_DECODES_FILES = noClasses()
            .that()
            .resideOutsideOfPackage("avatar.speech.audio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");
}
