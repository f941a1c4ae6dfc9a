package avatar.sadtalker.model;

import avatar.sadtalker.onnx.ElementType;
import avatar.sadtalker.tensor.Shape;
import java.util.List;

/**
 * An input or output of a network.
 *
 * @param name that this program uses
 * @param shape {@link Shape#ANY} where networks differ, or accept any size
 */
public record LogicalTensor(String name, ElementType type, Shape shape) {

    static List<String> names(List<LogicalTensor> tensors) {
        return tensors.stream().map(LogicalTensor::name).toList();
    }
}
