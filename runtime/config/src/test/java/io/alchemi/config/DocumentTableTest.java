package io.alchemi.config;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.TextFormat;
import io.alchemi.config.layer.ConfigResolver;
import io.alchemi.config.layer.Source;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The table of documents: each with what people see when they load it.
 *
 * <p>{@code documents.txt} holds the inputs, {@code documents.expected.txt} the outcome, in full and as id, place and first line.
 */
class DocumentTableTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/alchemi/config");

    @Test
    void everyDocumentGivesWhatTheTableSays() throws IOException {
        Schema schema = Schemas.everything();
        StringBuilder out = new StringBuilder();
        for (String block : Files.readString(FOLDER.resolve("documents.txt")).split("(?m)^### ")) {
            if (block.isBlank()) {
                continue;
            }
            int end = block.indexOf('\n');
            String yaml = block.substring(end + 1);
            out.append("### ").append(block, 0, end).append('\n').append(yaml).append("---\n");
            List<Diagnostic> problems = ConfigResolver.check(schema, Source.text("t.yaml", yaml));
            out.append(problems.isEmpty() ? "loads\n" : TextFormat.render(problems, false))
                    .append('\n');
        }
        Golden.compare(FOLDER.resolve("documents.expected.txt"), out.toString());
    }
}
