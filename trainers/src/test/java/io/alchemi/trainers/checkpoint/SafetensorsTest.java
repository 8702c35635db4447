package io.alchemi.trainers.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.training.array.Workspace;
import io.alchemi.training.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    private static final Map<String, String> METADATA = Map.of("note", "\"quoted\" \u00e9\n");

    private final Workspace workspace = new Workspace(Device.cpu(), DataType.FLOAT32);
    private final NDManager manager = workspace.manager();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        workspace.close();
    }

    private Map<String, NDArray> tensors() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("z.weight", manager.create(new float[] {1, -2.5f, Float.NaN, 0, 4, 5}, new Shape(2, 3)));
        tensors.put("a.bias", manager.create(new double[] {Math.PI, -0.0}));
        tensors.put("scalar", manager.create(7f));
        return tensors;
    }

    /** Checked with an independent parser, written from the specification of the format. */
    @Test
    void writesTheFormat() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, tensors(), METADATA);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) bytes.getLong();
        assertThat(length % 8).isZero();
        byte[] text = new byte[length];
        bytes.get(text);
        JsonObject header =
                JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(header.keySet()).containsExactly("__metadata__", "z.weight", "a.bias", "scalar");
        assertThat(header.getAsJsonObject("__metadata__").get("note").getAsString())
                .isEqualTo(METADATA.get("note"));
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.get("z.weight"))
                .isEqualTo(JsonParser.parseString("{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}"));
        assertThat(data.getFloat(4)).isEqualTo(-2.5f);
        assertThat(header.get("a.bias"))
                .isEqualTo(JsonParser.parseString("{'dtype':'F64','shape':[2],'data_offsets':[24,40]}"));
        assertThat(data.getDouble(24)).isEqualTo(Math.PI);
        assertThat(header.get("scalar"))
                .isEqualTo(JsonParser.parseString("{'dtype':'F32','shape':[],'data_offsets':[40,44]}"));
        assertThat(data.getFloat(40)).isEqualTo(7f);
        assertThat(data.capacity()).isEqualTo(44);
        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void readsBackBitForBit() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Map<String, NDArray> tensors = tensors();
        Safetensors.write(file, tensors, METADATA);
        Safetensors.Content content = Safetensors.read(file, workspace);
        assertThat(content.metadata()).isEqualTo(METADATA);
        assertThat(content.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, array) -> {
            NDArray back = Objects.requireNonNull(content.tensors().get(name));
            assertThat(back.getShape()).isEqualTo(array.getShape());
            assertThat(back.getDataType()).isEqualTo(array.getDataType());
            assertThat(back.toByteBuffer()).isEqualTo(array.toByteBuffer());
        });
    }

    @Test
    void equalInputGivesEqualBytes() throws IOException {
        Safetensors.write(folder.resolve("a"), tensors(), METADATA);
        Safetensors.write(folder.resolve("b"), tensors(), METADATA);
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, tensors(), METADATA);
        byte[] before = Files.readAllBytes(file);
        Map<String, NDArray> whole = Map.of("n", manager.create(3));
        assertThatThrownBy(() -> Safetensors.write(file, whole, Map.of())).hasMessageContaining("float32 or float64");
        Map<String, NDArray> reserved = Map.of("__metadata__", manager.create(3f));
        assertThatThrownBy(() -> Safetensors.write(file, reserved, Map.of())).hasMessageContaining("__metadata__");
        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void damagedFilesAreReportedByName() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Safetensors.write(file, tensors(), METADATA);
        byte[] good = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 8, 20, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> Safetensors.read(file, workspace)).isInstanceOf(IOException.class);
        }
        for (String header : List.of(
                "[1]   ",
                "nonsense",
                "{'a':1}",
                "{'a':{}}",
                "{'a':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}")) {
            byte[] json = header.getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
            Files.write(file, bytes.putLong(json.length).put(json).array());
            assertThatThrownBy(() -> Safetensors.read(file, workspace))
                    .as(header)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("model.safetensors");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }
}
