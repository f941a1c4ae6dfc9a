package avatar.viseme.alignment;

import avatar.phonetics.speech.TimedSpeech;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** WAV files as they are uploaded. */
final class Waves {

    private Waves() {}

    static byte[] of(TimedSpeech speech) {
        ByteBuffer audio = speech.audio();
        byte[] pcm = new byte[audio.remaining()];
        audio.get(pcm);
        return of(new AudioFormat(speech.sampleRateHz(), 16, 1, true, false), pcm);
    }

    static byte[] of(AudioFormat format, byte[] pcm) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            AudioInputStream audio =
                    new AudioInputStream(new ByteArrayInputStream(pcm), format, pcm.length / format.getFrameSize());
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
