package avatar.setup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.setup", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.setup.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_VIDEO_KNOWS_FFMPEG = noClasses()
            .that()
            .resideOutsideOfPackage("avatar.setup.video")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_KNOW_THE_FRAMEWORKS = noClasses()
            .that()
            .resideInAPackage("avatar.setup.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "picocli..", "jakarta..");
}
