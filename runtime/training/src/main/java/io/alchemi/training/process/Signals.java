package io.alchemi.training.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Handles signals of the operating system with {@code sun.misc.Signal}, without which a process cannot end its step before it exits
 * with the code of the signal. The compiler warns of any direct use of that class, so this one finds it by name.
 */
public final class Signals implements AutoCloseable {
    /** Programs such as {@code timeout} send a signal to a process and to its group, so within this time it arrives twice. */
    public static final Duration SAME = Duration.ofSeconds(1);

    private final Class<?> handlerType;
    private final Class<?> signalType;
    private final Method handle;
    private final List<Object[]> replaced = new ArrayList<>();

    /** Begins without handling any signal. */
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
     * Handles a signal until this object is closed. A signal that this system does not have, or that the JVM was told to leave alone,
     * keeps its effect.
     *
     * @param name without SIG
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

    /** Gives the signals back to those who handled them before. */
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
