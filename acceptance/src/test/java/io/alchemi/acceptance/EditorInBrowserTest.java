package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.acceptance.editor.EditorScripts;
import io.alchemi.config.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens the editor of the pictures in {@code docs/images} in a browser, with the committed schema. After a change of the expected text,
 * run {@code npm run pictures --prefix acceptance/src/test/editor} to take the pictures again.
 */
class EditorInBrowserTest {
    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    @Test
    void theTextOnTheScreenIsTheExpectedOne() throws IOException {
        List<String> command = List.of(
                EditorScripts.node(),
                EditorScripts.FOLDER.resolve("pictures.mjs").toString());
        Map<String, String> variables = Map.of("CHROMIUM", Browser.program());
        StartedProcess editor = StartedProcess.start(Files.createDirectory(folder.resolve("here")), variables, command);
        assertThat(editor.exitCode()).as(editor.err()).isZero();
        Golden.compare(EditorScripts.FOLDER.resolve("pictures.txt"), editor.out());
    }
}
