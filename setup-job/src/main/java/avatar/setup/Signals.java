package avatar.setup;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The operating system's signals. {@code sun.misc.Signal}, of the module {@code jdk.unsupported}, is the only API for
 * them; it is called by reflection since javac warns of every mention, which can't be suppressed.
 */
final class Signals {

    private Signals() {}

    /** Handles a signal. */
    interface Handler {

        /** Called on a separate thread with the number of the signal: 2 is INT, 15 TERM. */
        void handle(int number);
    }

    /**
     * Replaces the handler of a signal.
     *
     * @param name without SIG
     * @return restores the previous handler
     */
    static Runnable handle(String name, Handler handler) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Constructor<?> constructor = signalType.getConstructor(String.class);
            Method number = signalType.getMethod("getNumber");
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            Object signal = constructor.newInstance(name);
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (_, method, arguments) -> {
                        if (method.getDeclaringClass() == handlerType) {
                            handler.handle((int) number.invoke(arguments[0]));
                            return null;
                        }
                        return method.invoke(handler, arguments);
                    });
            Object before = handle.invoke(null, signal, proxy);
            return () -> restore(handle, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM has no signals", e);
        }
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM has no signals", e);
        }
    }
}
