package avatar.faces.face;

import avatar.faces.video.BgrImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the points of one face in a square around it: MediaPipe's face mesh with attention, its lips branch. */
final class FaceMesh implements AutoCloseable {

    /** Order of the points of the lips branch, of which the first 40, the outer and inner contour, are used. */
    private static final int[] LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87,
        14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415
    };

    private static final int POINTS = 468;

    private final Network network = new Network("face_mesh_att_lips.onnx", 192);

    /** The face in the square; empty if there is none. */
    Optional<Face> find(BgrImage image, Crop crop) {
        try (Reduced reduced = Reduced.around(image, crop, network.size())) {
            return find(reduced, crop);
        }
    }

    /** The face in a square of a reduced part of a picture. Several threads may call it at a time. */
    Optional<Face> find(Reduced reduced, Crop crop) {
        Network.Outputs outputs = network.run(reduced.planes(crop, network.size()));
        double flag = outputs.get("conv_faceflag")[0];
        if (flag <= 0) {
            return Optional.empty();
        }
        float[] mesh = outputs.get("output_mesh_identity");
        float[] lips = outputs.get("output_lips");
        List<Point> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(crop.toPicture(mesh[3 * i] / network.size(), mesh[3 * i + 1] / network.size()));
        }
        for (int i = 0; i < LIPS.length; i++) {
            points.set(LIPS[i], crop.toPicture(lips[2 * i] / network.size(), lips[2 * i + 1] / network.size()));
        }
        return Optional.of(new Face(points, 1 / (1 + Math.exp(-flag))));
    }

    /** Side of the network's input, in pixels. */
    int size() {
        return network.size();
    }

    @Override
    public void close() {
        network.close();
    }
}
