package io.alchemi.training.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Handles operating system signals with {@code sun.misc.Signal}. Without it, a process cannot finish its step and then exit with the code
 * of the signal. The compiler warns about direct use of that class, so it is used by reflection.
 */
public final class Signals implements AutoCloseable {
    /** A signal that is repeated within this time counts once: {@code timeout}, for example, signals a process and its group. */
    public static final Duration SAME = Duration.ofSeconds(1);

    private final Class<?> handlerType;
    private final Class<?> signalType;
    private final Method handle;
    private final List<Object[]> replaced = new ArrayList<>();

    /** Creates the object. No signal is handled yet. */
    public Signals() {
        try {
            signalType = Class.forName("sun.misc.Signal");
            handlerType = Class.forName("sun.misc.SignalHandler");
            handle = signalType.getMethod("handle", signalType, handlerType);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module jdk.unsupported is missing", e);
        }
    }

    /**
     * Handles a signal until this object is closed. Signals that this system does not have, or that the JVM was told to ignore, keep their
     * effect.
     *
     * @param name the name of the signal without SIG
     */
    public void handle(String name, Runnable handler) {
        Object proxy = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType}, (self, method, arguments) -> {
                    handler.run();
                    return null;
                });
        try {
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            replaced.add(new Object[] {signal, handle.invoke(null, signal, proxy)});
        } catch (ReflectiveOperationException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException("cannot handle SIG" + name, e);
            }
        }
    }

    /** Restores the previous signal handlers. */
    @Override
    public void close() {
        for (Object[] before : replaced) {
            try {
                handle.invoke(null, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
