package io.alchemi.training.runs;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.config.ConfigException;
import io.alchemi.training.checkpoint.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Writes a run as a TensorBoard event file. Each event is a record in TensorFlow's TFRecord format: length, checksum of the length, the
 * event as a protocol buffer ({@code tensorflow/core/util/event.proto}), checksum of the event.
 */
final class EventFile {
    private static final String VERSION = "brain.Event:2";
    private static final String EVALUATION = "eval/";

    /** Fields of {@code Event}. */
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;

    /** Field of {@code Summary}, and fields of {@code Summary.Value}. */
    private static final int VALUE = 1;

    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;

    /** Wire types of protocol buffers. */
    private static final int VARINT = 0;

    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private static final int CHECKSUM_DELTA = 0xa282ead8;

    private final OutputStream out;

    private EventFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the file of a run, or replaces it.
     *
     * @param folder the folder of all runs, which is created
     * @return the file
     * @throws ConfigException if the file would be in the folder of the run
     * @throws IOException if the run cannot be read or the file cannot be written
     */
    static Path write(RunRecord run, Path folder) throws IOException {
        MetricTable steps = run.metrics();
        MetricTable evaluations = run.evaluations();
        Instant started = Objects.requireNonNullElse(run.started(), Instant.EPOCH);
        Path target = folder.resolve(run.id());
        Files.createDirectories(target);
        if (RunRecord.isRun(target)) {
            throw new ConfigException(List.of(Arguments.usage(
                    "--tensorboard",
                    folder.toString(),
                    target + " is the folder of the run itself",
                    "name another folder")));
        }
        Path file = target.resolve("events.out.tfevents." + started.getEpochSecond() + ".alchemi");
        AtomicFile.replace(file, channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            EventFile events = new EventFile(out);
            events.record(event(started, 0, FILE_VERSION, VERSION.getBytes(StandardCharsets.UTF_8)));
            events.table(steps, "", started);
            events.table(evaluations, EVALUATION, started);
            out.flush();
        });
        return file;
    }

    private void table(MetricTable table, String prefix, Instant started) throws IOException {
        List<String> names = table.names();
        for (int row = 0; row < table.rows(); row++) {
            ByteArrayOutputStream summary = new ByteArrayOutputStream();
            for (String name : names) {
                double value = table.value(name, row);
                if (Double.isFinite(value)) {
                    bytes(summary, VALUE, value(prefix + name, (float) value));
                }
            }
            Instant time = table.time(row);
            record(event(time == null ? started : time, table.step(row), SUMMARY, summary.toByteArray()));
        }
    }

    private static byte[] event(Instant time, long step, int field, byte[] content) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        tag(event, WALL_TIME, FIXED64);
        event.write(littleEndian(Double.doubleToLongBits(time.toEpochMilli() / 1000.0), Long.BYTES));
        tag(event, STEP, VARINT);
        varint(event, step);
        bytes(event, field, content);
        return event.toByteArray();
    }

    private static byte[] value(String name, float value) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        bytes(encoded, TAG, name.getBytes(StandardCharsets.UTF_8));
        tag(encoded, SIMPLE_VALUE, FIXED32);
        encoded.write(littleEndian(Float.floatToIntBits(value), Integer.BYTES));
        return encoded.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream message, int field, byte[] content) {
        tag(message, field, BYTES);
        varint(message, content.length);
        message.writeBytes(content);
    }

    private static void tag(ByteArrayOutputStream message, int field, int wireType) {
        varint(message, (long) field << 3 | wireType);
    }

    private static void varint(ByteArrayOutputStream message, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            message.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        message.write((int) rest);
    }

    private void record(byte[] event) throws IOException {
        byte[] length = littleEndian(event.length, Long.BYTES);
        out.write(length);
        out.write(littleEndian(checksum(length), Integer.BYTES));
        out.write(event);
        out.write(littleEndian(checksum(event), Integer.BYTES));
    }

    /** Returns the masked checksum of TFRecord. The mask is needed because a plain checksum of data that contains checksums is weak. */
    private static int checksum(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        int value = (int) crc.getValue();
        return Integer.rotateRight(value, 15) + CHECKSUM_DELTA;
    }

    private static byte[] littleEndian(long value, int size) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(all, size);
    }
}
