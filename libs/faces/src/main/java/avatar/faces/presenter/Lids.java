package avatar.faces.presenter;

/** How far the eyes are open; each has a group of its own in the drawing. */
enum Lids {
    OPEN,
    HALF,
    CLOSED
}
