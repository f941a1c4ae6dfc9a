package avatar.sadtalker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.sadtalker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.sadtalker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NEEDS_NOTHING_BUT_THE_JDK_THE_CONTRACT_JACKSON_AND_ONNX_RUNTIME = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "avatar.sadtalker..",
                    "avatar.contract..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "ai.onnxruntime..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule CHECKPOINTS_ARE_READ_WITHOUT_JAVAS_OWN_SERIALIZATION =
            noClasses().should().dependOnClassesThat().areAssignableTo(java.io.ObjectInputStream.class);
}
