package avatar.faces.video;

/** Pictures of one size that come at a constant rate and can be gone through more than once. */
public interface Clip {

    /** Of every picture, in pixels. */
    int width();

    int height();

    /** Pictures a second. */
    double fps();

    /** Goes through all pictures, in order, on the calling thread. */
    void forEach(Visitor visitor);

    /** What is done with each picture. */
    interface Visitor {

        /**
         * Looks at one picture.
         *
         * @param index counted from 0
         * @param picture not changed afterwards by anybody, so it may be kept or handed to another thread
         */
        void visit(int index, BgrImage picture);
    }
}
