package io.alchemi.trainers.spectra.library;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Number formats of ENVI files. */
enum EnviSamples {
    BYTE(1, 1) {
        @Override
        double next(ByteBuffer in) {
            return in.get() & 0xff;
        }
    },
    INT16(2, 2) {
        @Override
        double next(ByteBuffer in) {
            return in.getShort();
        }
    },
    FLOAT32(4, 4) {
        @Override
        double next(ByteBuffer in) {
            return in.getFloat();
        }
    },
    FLOAT64(5, 8) {
        @Override
        double next(ByteBuffer in) {
            return in.getDouble();
        }
    },
    UINT16(12, 2) {
        @Override
        double next(ByteBuffer in) {
            return in.getShort() & 0xffff;
        }
    };

    private final int code;
    private final int bytes;

    EnviSamples(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Returns the format with a {@code data type} code, or null if it is not supported. */
    static @Nullable EnviSamples of(int code) {
        for (EnviSamples format : values()) {
            if (format.code == code) {
                return format;
            }
        }
        return null;
    }

    /** Returns the size of a sample in bytes. */
    int bytes() {
        return bytes;
    }

    /** Reads a sample. */
    abstract double next(ByteBuffer in);
}
