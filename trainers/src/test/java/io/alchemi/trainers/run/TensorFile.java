package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads float32 safetensors files. Written from the specification of the format, so that our writer is not tested with our reader.
 *
 * @param metadata metadata strings
 * @param tensors the tensors by name
 */
record TensorFile(Map<String, String> metadata, Map<String, Tensor> tensors) {

    /**
     * A tensor.
     *
     * @param shape its sizes
     * @param values the elements, row-major
     */
    record Tensor(List<Integer> shape, List<Float> values) {}

    static TensorFile read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[Math.toIntExact(bytes.getLong())];
        bytes.get(text);
        JsonObject header =
                JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
        Map<String, String> metadata = new LinkedHashMap<>();
        header.remove("__metadata__")
                .getAsJsonObject()
                .entrySet()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().getAsString()));
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int end = 0;
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            JsonObject described = entry.getValue().getAsJsonObject();
            assertThat(described.get("dtype").getAsString()).isEqualTo("F32");
            assertThat(described.getAsJsonArray("data_offsets").get(0).getAsInt())
                    .as("%s follows the one before without a gap", entry.getKey())
                    .isEqualTo(end);
            tensors.put(entry.getKey(), tensor(described, data, end));
            end = described.getAsJsonArray("data_offsets").get(1).getAsInt();
        }
        assertThat(end).isEqualTo(data.capacity());
        return new TensorFile(metadata, tensors);
    }

    private static Tensor tensor(JsonObject described, ByteBuffer data, int start) {
        List<Integer> shape = new ArrayList<>();
        int size = 1;
        for (JsonElement length : described.getAsJsonArray("shape")) {
            shape.add(length.getAsInt());
            size *= length.getAsInt();
        }
        int end = described.getAsJsonArray("data_offsets").get(1).getAsInt();
        assertThat(end - start).isEqualTo(size * Float.BYTES);
        List<Float> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(data.getFloat(start + i * Float.BYTES));
        }
        return new Tensor(shape, values);
    }
}
