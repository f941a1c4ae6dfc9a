package avatar.phonetics.library;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A native library that stays loaded until the process ends, and calls of its functions. */
@SuppressWarnings("restricted") // calling a native library is its purpose
public final class NativeLibrary {

    private static final Linker LINKER = Linker.nativeLinker();

    private final String name;
    private final SymbolLookup symbols;

    /**
     * Loads a library.
     *
     * @param name as the dynamic linker finds it, such as {@code libflite.so.1}
     * @throws IllegalArgumentException if the library is missing
     */
    public NativeLibrary(String name) {
        this.name = name;
        this.symbols = SymbolLookup.libraryLookup(name, Arena.global());
    }

    /**
     * A function of the library.
     *
     * @throws java.util.NoSuchElementException if the library has no such function
     */
    public MethodHandle function(String function, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(symbols.findOrThrow(function), descriptor);
    }

    /** Makes a call; checked exceptions of method handles become an {@link IllegalStateException}. */
    public <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A call into %s failed".formatted(name), e);
        }
    }

    /**
     * Like {@link #call}, without a result; the body is a block, because the value of an expression would be part of
     * the call's type.
     */
    public void run(VoidCall run) {
        call(() -> {
            run.make();
            return 0;
        });
    }

    public static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /** A call with a result; method handles may throw anything. */
    public interface Call<T> {
        T make() throws Throwable;
    }

    /** A call without a result. */
    public interface VoidCall {
        void make() throws Throwable;
    }
}
