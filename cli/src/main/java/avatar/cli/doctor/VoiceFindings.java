package avatar.cli.doctor;

import avatar.cli.local.LocalVoices;
import avatar.speech.synthesis.Voice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks which speech engines and voices of this machine work. */
final class VoiceFindings {

    private static final String PIPER = "piper";

    private VoiceFindings() {}

    static List<Finding> of(Path piperFolder) {
        List<Voice> voices = LocalVoices.list(piperFolder);
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Voice>> engines =
                voices.stream().collect(Collectors.groupingBy(Voice::engine, TreeMap::new, Collectors.toList()));
        engines.forEach((engine, ofEngine) -> findings.add(finding(engine, ofEngine)));
        if (!engines.containsKey(PIPER)) {
            findings.add(Finding.note(
                    "voices of piper",
                    "none in " + piperFolder,
                    "optional: put both files of a Piper voice there, see tts-service/README.md"));
        }
        return findings;
    }

    private static Finding finding(String engine, List<Voice> voices) {
        long speaking = voices.stream().filter(Voice::available).count();
        String what = "voices of " + engine;
        String found = "%d of %d can speak".formatted(speaking, voices.size());
        String reasons = voices.stream()
                .filter(voice -> !voice.available())
                .map(voice -> Objects.toString(voice.reason()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Finding.ok(what, found) : Finding.note(what, found, reasons);
    }
}
