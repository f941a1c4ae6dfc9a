package avatar.phonetics.align;

/** How much work an alignment may be. */
public enum Effort {
    /** One reference voice: some milliseconds for a clause, for speech that is waited for. */
    QUICK,
    /** Three reference voices, which together are nearer to any speaker: about 40 ms for each second of speech. */
    THOROUGH
}
