package avatar.faces.video;

/** Pictures of one size at a constant rate, which can be read more than once. */
public interface Clip {

    /** Size of every picture, in pixels. */
    int width();

    int height();

    /** Pictures a second. */
    double fps();

    /** Visits all pictures, in order, on the calling thread. */
    void forEach(Visitor visitor);

    /** Receives each picture. */
    interface Visitor {

        /**
         * Receives one picture.
         *
         * @param index counted from 0
         * @param picture never changed afterwards, so it may be kept or passed to another thread
         */
        void visit(int index, BgrImage picture);
    }
}
