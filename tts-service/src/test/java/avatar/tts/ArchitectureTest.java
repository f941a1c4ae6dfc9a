package avatar.tts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.tts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.tts.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule VOICES_AND_TEXT_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("avatar.tts.narration..", "avatar.tts.synthesis..", "avatar.tts.text..")
            .and()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io..", "org.jboss..", "org.apache.kafka..", "org.eclipse..");

    @ArchTest
    static final ArchRule LEAVES_NATIVE_CALLS_TO_PHONETICS =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("avatar.viseme..", "avatar.compositor..", "avatar.launcher..");
}
