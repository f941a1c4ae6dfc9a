package avatar.phonetics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.phonetics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.phonetics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NEEDS_NOTHING_BUT_THE_JDK_AND_THE_CONTRACT = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("avatar.phonetics..", "avatar.contract..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_ITS_OWN_PACKAGE_CALLS_A_LIBRARY = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(NativeLibrary|FliteLibrary|EspeakLibrary|SynthesisSink)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign..");
}
