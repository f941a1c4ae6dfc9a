package avatar.faces.presenter;

/** The positions of the lids; each has its own group in the drawing. */
enum Lids {
    OPEN,
    HALF,
    CLOSED
}
