package io.alchemi.training.progress;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The width of the terminal that standard output is connected to. */
final class TerminalWidth implements IntSupplier {
    private static final int DEFAULT = 80;
    private static final int STANDARD_OUTPUT = 1;

    /** The C library. Public, because JNA implements it. */
    public interface C extends Library {
        /** Controls a device. */
        int ioctl(int file, NativeLong request, Object... argument);
    }

    private final int otherwise;
    private final @Nullable C c;

    /**
     * Creates the object.
     *
     * @param environment environment variables; {@code COLUMNS} is used if the system does not report a width
     */
    TerminalWidth(Map<String, String> environment) {
        this.otherwise = columns(environment.getOrDefault("COLUMNS", ""));
        this.c = c();
    }

    private static int columns(String variable) {
        try {
            int columns = Integer.parseInt(variable);
            return columns > 0 ? columns : DEFAULT;
        } catch (NumberFormatException e) {
            return DEFAULT;
        }
    }

    private static @Nullable C c() {
        try {
            return Platform.isLinux() || Platform.isMac() ? Native.load("c", C.class) : null;
        } catch (LinkageError e) {
            return null; // JNA has no library for this system, or may not unpack it.
        }
    }

    /** Returns the current width. It is read each time, because terminals are resized. */
    @Override
    public int getAsInt() {
        if (c != null) {
            try (Memory size = new Memory(4 * Short.BYTES)) { // rows, columns, and both in pixels
                long request = Platform.isMac() ? 0x40087468L : 0x5413L; // TIOCGWINSZ
                int columns = c.ioctl(STANDARD_OUTPUT, new NativeLong(request), size) == 0
                        ? Short.toUnsignedInt(size.getShort(Short.BYTES))
                        : 0;
                if (columns > 0) {
                    return columns;
                }
            }
        }
        return otherwise;
    }
}
