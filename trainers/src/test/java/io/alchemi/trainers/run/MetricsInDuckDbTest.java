package io.alchemi.trainers.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.alchemi.command.ExitCode;
import io.alchemi.trainers.run.CommandLine.Outcome;
import io.alchemi.training.run.Evaluation;
import io.alchemi.training.run.Run;
import io.alchemi.training.run.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads metrics files in DuckDB, which infers one type for each column and fails on a value of another type. Without {@code
 * timestampformat} it does not try formats with fractions of a second.
 */
class MetricsInDuckDbTest {
    @TempDir
    private Path folder;

    private Connection database;

    @BeforeEach
    void connect() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        database.close();
    }

    private List<List<Object>> rows(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Returns the columns of a file with their types. */
    private Map<String, String> columns(String source) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        rows("DESCRIBE SELECT * FROM " + source)
                .forEach(row -> columns.put(row.get(0).toString(), row.get(1).toString()));
        return columns;
    }

    private String source(String file, String options) {
        return "read_json('" + folder.resolve(file) + "', format = 'newline_delimited', timestampformat = 'iso'"
                + options + ")";
    }

    /** Returns the types of step and time, and DOUBLE for each metric. */
    private static Map<String, String> expected(String... metrics) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("step", "BIGINT");
        columns.put("time", "TIMESTAMP");
        for (String metric : metrics) {
            columns.put(metric, "DOUBLE");
        }
        return columns;
    }

    private void trainWithRoundNumbersAndNulls() throws IOException {
        double[] accuracies = {1, 0.96875, Double.NaN};
        try (OneNumber model = OneNumber.of(Run.open(OneNumber.COMMAND, OneNumber.ANY, folder))) {
            for (Step step : model.run.steps(OneNumber.loop(3))) {
                model.update(step);
                int last = (int) step.number() - 1;
                step.metric("ratio", last == 0 ? 2 : last == 1 ? Double.POSITIVE_INFINITY : 1e-5);
                step.evaluation(() ->
                        new Evaluation().metric("other", accuracies[last]).metric("distance", last == 0 ? 1 : 0.5));
            }
        }
    }

    @Test
    void theTypesOfTheFirstLineHoldForAll() throws Exception {
        trainWithRoundNumbersAndNulls();

        String steps = source("metrics.jsonl", ", sample_size = 1");
        assertThat(columns(steps)).isEqualTo(expected("loss", "grad_norm", "lr", "ratio", "step_time_s"));
        assertThat(rows("SELECT step, ratio, lr FROM " + steps))
                .containsExactly(List.of(1L, 2.0, 0.1), row(2L, null, 0.1), List.of(3L, 1e-5, 0.1));
        String evaluations = source("evaluations.jsonl", ", sample_size = 1");
        assertThat(columns(evaluations)).isEqualTo(expected("other", "distance"));
        assertThat(rows("SELECT step, other, distance FROM " + evaluations))
                .containsExactly(List.of(1L, 1.0, 1.0), List.of(2L, 0.96875, 0.5), row(3L, null, 0.5));
        assertThat(rows("SELECT count(*) FROM " + steps + " AS s JOIN " + evaluations
                        + " AS e USING (step) WHERE e.time >= s.time AND epoch_ms(s.time) > 1700000000000"))
                .containsExactly(List.of(3L));
    }

    @Test
    void declaredTypesAreAccepted() throws Exception {
        trainWithRoundNumbersAndNulls();
        Map<String, String> declared = expected("other", "distance");
        String types = declared.entrySet().stream()
                .map(column -> column.getKey() + ": '" + column.getValue() + "'")
                .collect(Collectors.joining(", ", ", columns = {", "}"));

        assertThat(rows("SELECT step, other FROM " + source("evaluations.jsonl", types)))
                .containsExactly(List.of(1L, 1.0), List.of(2L, 0.96875), row(3L, null));
    }

    private static List<Object> row(Object first, @Nullable Object second, Object... more) {
        List<Object> row = new ArrayList<>();
        row.add(first);
        row.add(second);
        row.addAll(List.of(more));
        return row;
    }

    @Test
    void noColumnOfTheAlignmentIsDropped() throws Exception {
        CommandLine line = new CommandLine(folder, "align", "train");
        Outcome outcome = line.train("src/test/transcripts/alignment.tiny.yaml", "--quiet");
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(ExitCode.FINE);

        for (String file : List.of("metrics.jsonl", "evaluations.jsonl")) {
            Path path = line.folder().resolve(file);
            String source = source(folder.relativize(path).toString(), "");
            Map<String, String> columns = columns(source);
            List<String> written = new ArrayList<>(
                    JsonParser.parseString(Files.readAllLines(path).get(0))
                            .getAsJsonObject()
                            .keySet());
            assertThat(columns.keySet()).containsExactlyElementsOf(written);
            assertThat(columns)
                    .isEqualTo(expected(written.subList(2, written.size()).toArray(String[]::new)));
            assertThat(rows("SELECT count(*) FROM " + source))
                    .containsExactly(List.of((long) Files.readAllLines(path).size()));
        }
    }
}
