package io.alchemi.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void leavesOnlyTheFile() throws IOException {
        Path file = folder.resolve("model");
        write(file, "old");
        write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void showsTheOldContentUntilTheNewOneIsComplete() throws IOException {
        Path file = folder.resolve("model");
        write(file, "old");
        AtomicFile.replace(file, channel -> {
            channel.write(bytes("ne"));
            assertThat(file).hasContent("old");
            channel.write(bytes("w"));
        });
        assertThat(file).hasContent("new");
    }

    @Test
    void aFailureLeavesTheOldFileAndNoTemporaryOne() throws IOException {
        Path file = folder.resolve("model");
        write(file, "old");
        assertThatThrownBy(() -> AtomicFile.replace(file, channel -> {
                    channel.write(bytes("half"));
                    throw new IOException("disk full");
                }))
                .hasMessage(file + ": disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void theTemporaryFileOfAKilledWriterIsOverwritten() throws IOException {
        Path file = folder.resolve("model");
        Files.writeString(folder.resolve("model.tmp"), "a torn file that is longer than the new one");
        write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("model");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.replace(file, channel -> channel.write(bytes(text)));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
