package avatar.sadtalker.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names that a pickle of tensors may contain; any other name is never looked up. */
enum PickledGlobal {
    ORDERED_DICT("collections", "OrderedDict"),
    TENSOR("torch._utils", "_rebuild_tensor_v2"),
    PARAMETER("torch._utils", "_rebuild_parameter"),
    FLOAT_STORAGE("torch", "FloatStorage"),
    DOUBLE_STORAGE("torch", "DoubleStorage"),
    HALF_STORAGE("torch", "HalfStorage"),
    BFLOAT16_STORAGE("torch", "BFloat16Storage"),
    LONG_STORAGE("torch", "LongStorage"),
    INT_STORAGE("torch", "IntStorage"),
    SHORT_STORAGE("torch", "ShortStorage"),
    CHAR_STORAGE("torch", "CharStorage"),
    BYTE_STORAGE("torch", "ByteStorage"),
    BOOL_STORAGE("torch", "BoolStorage");

    private final String module;
    private final String symbol;

    PickledGlobal(String module, String symbol) {
        this.module = module;
        this.symbol = symbol;
    }

    static Optional<PickledGlobal> named(String module, String symbol) {
        return Arrays.stream(values())
                .filter(global -> global.module.equals(module) && global.symbol.equals(symbol))
                .findAny();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(PickledGlobal::toString).toList();
    }

    boolean isStorage() {
        return name().endsWith("_STORAGE");
    }

    @Override
    public String toString() {
        return module + "." + symbol;
    }
}
