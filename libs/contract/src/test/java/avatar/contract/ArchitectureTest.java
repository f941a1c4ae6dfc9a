package avatar.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NEEDS_NOTHING_BUT_THE_JDK_AND_JACKSON = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("avatar.contract..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.contract.(*)..").should().beFreeOfCycles();
}
