package avatar.pictures;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Maven's borders keep frameworks and services out of this module; these are the borders inside it. */
@AnalyzeClasses(packages = "avatar.pictures", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.pictures.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PLAYBACK_KNOWS_NO_PIXELS = noClasses()
            .that()
            .resideInAPackage("..playback..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");
}
