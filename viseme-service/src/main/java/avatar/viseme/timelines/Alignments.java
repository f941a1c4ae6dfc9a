package avatar.viseme.timelines;

import avatar.lips.alignment.SpeechTimelines;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the local voices at the first recording. */
final class Alignments {

    private Alignments() {}

    @Produces
    @Singleton
    static Flite flite() {
        return Flite.open();
    }

    static void close(@Disposes Flite flite) {
        flite.close();
    }

    @Produces
    @Singleton
    static SpeechTimelines timelines(Flite flite, AlignmentConfig config) {
        return new SpeechTimelines(new Aligner(flite, Espeak.shared()), config.atOnce(), config.queueTimeout());
    }
}
