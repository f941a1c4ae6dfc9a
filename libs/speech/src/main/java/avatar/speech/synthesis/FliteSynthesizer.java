package avatar.speech.synthesis;

import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.speech.synthesis.Voice.Gender;
import java.util.Arrays;
import java.util.List;

/** English voices with {@link Flite}. If it is not installed, they are listed as unavailable, with what to install. */
public final class FliteSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private static final String PREFIX = "flite-";

    private final Flite flite;

    private FliteSynthesizer(Flite flite) {
        this.flite = flite;
    }

    /** Loads the library and the voices that are installed. */
    public static FliteSynthesizer open() {
        return new FliteSynthesizer(Flite.open());
    }

    @Override
    public List<Voice> voices() {
        return Arrays.stream(FliteVoice.values()).map(this::described).toList();
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return Flite.canSpeak(text);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        return SpokenClause.of(flite.speak(named(voiceId), text, prosody.rate()));
    }

    @Override
    public void close() {
        flite.close();
    }

    private Voice described(FliteVoice voice) {
        String missing = flite.missing(voice).orElse(null);
        Gender gender = Gender.valueOf(voice.gender().name());
        return new Voice(id(voice), voice.title(), voice.language(), gender, "flite", missing == null, missing);
    }

    private static FliteVoice named(String id) {
        return Arrays.stream(FliteVoice.values())
                .filter(voice -> id(voice).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flite has no voice '%s'".formatted(id)));
    }

    private static String id(FliteVoice voice) {
        return PREFIX + voice.label();
    }
}
