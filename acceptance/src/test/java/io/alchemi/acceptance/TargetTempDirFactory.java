package io.alchemi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Creates temporary folders on the disk of the distribution, so that its 120 MB can be linked instead of copied. */
final class TargetTempDirFactory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        Path parent = Files.createDirectories(Path.of("target/checkouts").toAbsolutePath());
        return Files.createTempDirectory(parent, "test");
    }
}
