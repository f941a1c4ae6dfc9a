package avatar.compositor.archive;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest utterances, segment by segment. Thread-safe; no call blocks for long. */
public final class UtteranceArchive {

    /**
     * Memory of a segment beside its sound, per timed object: a cue is some 300 bytes, and there are some 12 a second.
     */
    private static final int BYTES_OF_A_CUE = 400;

    private final int maxUtterances;
    private final long maxBytes;
    private final Map<String, Kept> utterances = new LinkedHashMap<>();
    private long bytes;

    /** An utterance and its memory. */
    private static final class Kept {

        private final String avatar;
        private final List<SpeechSegment> segments = new ArrayList<>();
        private long bytes;

        Kept(String avatar) {
            this.avatar = avatar;
        }
    }

    /** An empty archive; beyond either limit the oldest utterances are dropped first. */
    public UtteranceArchive(int maxUtterances, long maxBytes) {
        this.maxUtterances = maxUtterances;
        this.maxBytes = maxBytes;
    }

    /**
     * Keeps a segment. It is ignored if it was delivered before, or if its utterance is not known from its
     * beginning: after a restart, or when its utterance was dropped.
     *
     * @param avatar id of the one that speaks it
     */
    public synchronized void add(SpeechSegment segment, String avatar) {
        if (segment.mode() == SpeechMode.STOP) {
            return;
        }
        Kept kept = utterances.get(segment.utteranceId());
        if (kept == null && segment.index() == 0) {
            kept = new Kept(avatar);
            utterances.put(segment.utteranceId(), kept);
        }
        if (kept == null || segment.index() != kept.segments.size()) {
            return;
        }
        long taken = bytesOf(segment);
        kept.segments.add(segment);
        kept.bytes += taken;
        bytes += taken;
        makeRoom();
    }

    private void makeRoom() {
        Iterator<Kept> oldest = utterances.values().iterator();
        while (oldest.hasNext() && (utterances.size() > maxUtterances || bytes > maxBytes)) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
    }

    /**
     * The segments of an utterance so far.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    public synchronized ArchivedUtterance require(String utteranceId) {
        Kept kept = utterances.get(utteranceId);
        if (kept == null) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND,
                    "No utterance '%s' is kept; the latest %d are, up to %d MB"
                            .formatted(utteranceId, maxUtterances, maxBytes >> 20));
        }
        return new ArchivedUtterance(kept.avatar, kept.segments);
    }

    /** Kept utterances. */
    public synchronized int size() {
        return utterances.size();
    }

    /** Memory of the kept utterances, about. */
    public synchronized long bytesHeld() {
        return bytes;
    }

    private static long bytesOf(SpeechSegment segment) {
        int timed = segment.timeline().cues().size()
                + segment.phonemes().size()
                + segment.words().size();
        return segment.audio().remaining() + (long) BYTES_OF_A_CUE * timed;
    }
}
