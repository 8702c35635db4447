package io.alchemi.processor.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file under {@code src/test/resources}, or writes the file when told to. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "alchemi", "processor", "emit");

    private Golden() {}

    /** Fails unless the file holds the text. */
    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("alchemi.regenerate")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text, UTF_8);
            }
            String expected = Files.exists(file) ? Files.readString(file, UTF_8) : "";
            assertThat(text)
                    .as(
                            "%s is out of date. If the change is meant: mvn -pl processor -am verify -Dalchemi.regenerate=true",
                            file)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
