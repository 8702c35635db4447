package io.alchemi.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text on disk that a test expects; {@code -Dalchemi.regenerate=true} writes what the test got instead. */
final class Golden {
    private Golden() {}

    static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
            return;
        }
        assertThat(actual)
                .as("%s; if the change is meant: mvn verify -Dalchemi.regenerate=true", file)
                .isEqualTo(Files.readString(file));
    }
}
