package io.alchemi.training.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON part of a safetensors file.
 *
 * @param entries   position of each array, in the order of the file
 * @param metadata  strings by name
 * @param dataStart position in the file of data offset 0
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata, long dataStart) {
    static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;

    /** Limit of the format. It prevents a damaged length from allocating all memory. */
    private static final long LONGEST = 100_000_000;

    /**
     * One array.
     *
     * @param name     its name
     * @param dataType float32 or float64
     * @param shape    its shape
     * @param begin    offset of its first byte in the data
     * @param end      offset after its last byte
     */
    record Entry(String name, DataType dataType, Shape shape, long begin, long end) {}

    /** Returns length and header of a file with these arrays, with a placeholder for the checksum. */
    static ByteBuffer encode(Map<String, NDArray> tensors, Map<String, String> metadata) {
        JsonObject header = new JsonObject();
        JsonObject texts = new JsonObject();
        texts.addProperty(Checksum.KEY, Checksum.UNKNOWN);
        metadata.forEach(texts::addProperty);
        header.add(METADATA, texts);
        long offset = 0;
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
            if (tensor.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("an array is named " + METADATA + "; the format keeps that name");
            }
            long end = offset
                    + Safetensors.bytesOf(
                            tensor.getValue().getShape(), tensor.getValue().getDataType());
            header.add(tensor.getKey(), entry(tensor.getValue(), offset, end));
            offset = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer bytes =
                Safetensors.littleEndian(Long.BYTES + padded).putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.flip();
    }

    private static JsonObject entry(NDArray tensor, long begin, long end) {
        JsonArray shape = new JsonArray();
        for (long size : tensor.getShape().getShape()) {
            shape.add(size);
        }
        JsonArray offsets = new JsonArray();
        offsets.add(begin);
        offsets.add(end);
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", Safetensors.nameOf(tensor.getDataType()));
        entry.add("shape", shape);
        entry.add("data_offsets", offsets);
        return entry;
    }

    /** Reads and checks the header of an open file. */
    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        ByteBuffer length = Safetensors.littleEndian(Long.BYTES);
        Safetensors.readFully(file, channel, length, 0);
        long bytes = length.flip().getLong();
        if (bytes < 2 || bytes > LONGEST || bytes > channel.size() - Long.BYTES) {
            throw new IOException(file + ": it is not a safetensors file, or it is cut off: header length is " + bytes
                    + " in a file of " + channel.size() + " bytes");
        }
        byte[] json = new byte[(int) bytes];
        Safetensors.readFully(file, channel, ByteBuffer.wrap(json), Long.BYTES);
        try {
            return parse(file, new String(json, StandardCharsets.UTF_8), Long.BYTES + bytes, channel.size());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw new IOException(file + ": the header is not a safetensors header", e);
        }
    }

    private static SafetensorsHeader parse(Path file, String json, long dataStart, long fileSize) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> member :
                JsonParser.parseString(json).getAsJsonObject().entrySet()) {
            JsonObject value = member.getValue().getAsJsonObject();
            if (member.getKey().equals(METADATA)) {
                value.entrySet()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().getAsString()));
            } else {
                entries.add(parseEntry(file, member.getKey(), value, fileSize - dataStart));
            }
        }
        return new SafetensorsHeader(entries, metadata, dataStart);
    }

    private static Entry parseEntry(Path file, String name, JsonObject value, long dataSize) throws IOException {
        JsonElement type = value.get("dtype");
        JsonElement shape = value.get("shape");
        JsonElement offsets = value.get("data_offsets");
        if (type == null
                || shape == null
                || offsets == null
                || offsets.getAsJsonArray().size() != 2) {
            throw new IOException(file + ": array " + name + " needs dtype, shape and two data_offsets");
        }
        DataType dataType = dataType(file, name, type.getAsString());
        List<Long> sizes = new ArrayList<>();
        shape.getAsJsonArray().forEach(size -> sizes.add(size.getAsLong()));
        Shape dimensions = new Shape(sizes);
        long begin = offsets.getAsJsonArray().get(0).getAsLong();
        long end = offsets.getAsJsonArray().get(1).getAsLong();
        if (begin < 0 || end > dataSize || end - begin != Safetensors.bytesOf(dimensions, dataType)) {
            throw new IOException(file + ": array " + name + " of shape " + dimensions + " lies at " + begin + " to "
                    + end + " of " + dataSize + " bytes of data; the file is damaged or cut off");
        }
        return new Entry(name, dataType, dimensions, begin, end);
    }

    private static DataType dataType(Path file, String name, String type) throws IOException {
        return switch (type) {
            case "F32" -> DataType.FLOAT32;
            case "F64" -> DataType.FLOAT64;
            default ->
                throw new IOException(
                        file + ": array " + name + " has data type " + type + "; F32 and F64 can be read");
        };
    }
}
