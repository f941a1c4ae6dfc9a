package avatar.phonetics.align;

/** The processing time that an alignment may take. */
public enum Effort {
    /** One reference voice: some milliseconds for a clause, for live speech. */
    QUICK,
    /** Three reference voices, which match more speakers: about 40 ms for each second of speech. */
    THOROUGH
}
