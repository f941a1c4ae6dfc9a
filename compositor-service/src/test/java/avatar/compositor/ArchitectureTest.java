package avatar.compositor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "avatar.compositor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("avatar.compositor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(
                    "..jpeg..", "..compositor.avatar..", "..render..", "..playback..", "..movie..", "..reference..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.vertx..",
                    "io.smallrye.reactive..",
                    "io.micrometer..",
                    "jakarta..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule PLAYBACK_KNOWS_NO_PIXELS_AND_STREAMS_KNOW_NO_NATIVES = noClasses()
            .that()
            .resideInAnyPackage(
                    "..playback..",
                    "..archive..",
                    "..channel..",
                    "..renders..",
                    "..speech..",
                    "..stream..",
                    "..avatars..",
                    "..setups..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule KAFKA_IS_SPOKEN_WHERE_SPEECH_AND_SETUPS_COME_FROM = noClasses()
            .that()
            .resideOutsideOfPackages("..compositor.speech..", "..compositor.setups..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..", "io.smallrye.reactive..");

    @ArchTest
    static final ArchRule REFERENCE_IS_FOR_COMPARING_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..compositor.reference..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..compositor.reference..");
}
