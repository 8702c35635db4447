package io.alchemi.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.alchemi.config.Inputs;
import io.alchemi.config.Loaded;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import io.alchemi.training.progress.Progress;
import io.alchemi.training.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final PrintStream SILENT =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @Test
    void aTrainingThatIsToldToStopWritesTheCheckpointOfItsStepFirst(@TempDir Path folder) throws IOException {
        Mapping empty =
                new Mapping(new SourceLocation(new Document(Document.Kind.DEFAULT, "", ""), Span.START), List.of());
        Loaded<String> loaded = new Loaded<>("", List.of(), empty, new Inputs(empty, List.of(), List.of()));
        Session session = new Session(1, Device.cpu(), DataType.FLOAT32, false);
        try (Progress progress = new Progress(SILENT, Progress.Style.NONE, folder.resolve("log.txt"));
                Interruption interruption = new Interruption(SILENT);
                Run run = new Run(session, loaded, folder, progress, interruption, Map.of())) {
            run.record(new Metrics(1), 2, Map.of());
            interruption.stop(SILENT);

            assertThatThrownBy(() -> run.record(new Metrics(2), 2, Map.of()))
                    .isInstanceOf(TrainingException.class)
                    .hasMessage("interrupted after step 2");
        }
        assertThat(folder.resolve("checkpoints/step-000001.safetensors")).doesNotExist();
        assertThat(folder.resolve("checkpoints/step-000002.safetensors")).exists();
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).hasSize(2);
    }
}
