package io.alchemi.config.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text on disk that a test expects; {@code -Dalchemi.regenerate=true} writes what the test got instead. */
public final class Golden {
    private Golden() {}

    /** Fails unless the file holds the text. */
    public static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("alchemi.regenerate")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
            return;
        }
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        assertThat(actual)
                .as(
                        "%s is out of date. If the change is meant: mvn -pl :alchemi-%s -am test -Dalchemi.regenerate=true",
                        file, module)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
