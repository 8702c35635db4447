package io.alchemi.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.command.Alchemi;
import io.alchemi.command.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the commands that compare runs. */
class RunComparisonTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeRuns() throws IOException {
        TestRun.write(folder.resolve("a"), "x", "0.5", "0.1");
        TestRun.write(folder.resolve("b"), "x", "null", "0.2");
        Files.writeString(folder.resolve("b/evaluations.jsonl"), "{\"step\":2,\"accuracy\":0.25}\n");
        Files.delete(folder.resolve("b/environment.json"));
    }

    @Test
    void printsKeysThatDifferAndMetrics() {
        assertThat(print("runs", "compare", "a", "b")).isEqualTo("""
                A  a  finished  step 3 of 3
                B  b  finished  step 3 of 3

                Keys that differ:
                  optimizer.lr  A  0.1  # --set optimizer.lr=#1
                                B  0.2  # --set optimizer.lr=#1

                Metrics of the steps:
                  metric          last       min        at step  max        at step
                  loss         A  0.5000     0.5000     3        2          1
                               B  -          2          1        2          1
                  lr           A  1.000e-04  1.000e-04  1        1.000e-04  1
                               B  1.000e-04  1.000e-04  1        1.000e-04  1
                  step_time_s  A  2          1          1        2          2
                               B  2          1          1        2          2
                  tokens       A  10         10         1        10         1
                               B  10         10         1        10         1

                Metrics of the evaluations:
                  metric       last    min     at step  max     at step
                  accuracy  A  -       -       -        -       -
                            B  0.2500  0.2500  2        0.2500  2

                Not shown of B: environment.json is missing
                exit 0
                """);
    }

    @Test
    void writesOneJsonObject() {
        String printed = print("runs", "compare", "a", "b", "--json");
        JsonObject json =
                JsonParser.parseString(printed.replace("exit 0\n", "")).getAsJsonObject();
        assertThat(json.getAsJsonArray("runs")).hasSize(2);
        assertThat(json.getAsJsonArray("keys"))
                .hasToString("[{\"key\":\"optimizer.lr\",\"values\":[{\"value\":\"0.1\",\"origin\":\"--set"
                        + " optimizer.lr=#1\"},{\"value\":\"0.2\",\"origin\":\"--set optimizer.lr=#1\"}]}]");
        JsonArray accuracy =
                json.getAsJsonArray("evaluations").get(0).getAsJsonObject().getAsJsonArray("values");
        assertThat(accuracy)
                .hasToString("[null,{\"last\":0.25,\"min\":0.25,\"min_step\":2,\"max\":0.25,\"max_step\":2}]");
    }

    @Test
    void writesPages() {
        assertThat(print("runs", "report", "a")).isEqualTo("a/report.html\nexit 0\n");
        assertThat(folder.resolve("a/report.html")).isNotEmptyFile();
        assertThat(print(
                        "runs",
                        "compare",
                        "a",
                        "b",
                        "-o",
                        folder.resolve("c.html").toString()))
                .endsWith("exit 0\n");
        assertThat(folder.resolve("c.html")).content().contains("\"optimizer.lr\"");
    }

    @Test
    void needsRuns() {
        assertThat(print("runs", "compare", "a"))
                .contains("RUN: error: ", "at least 2")
                .endsWith("exit 2\n");
        assertThat(print("runs", "report")).contains("missing argument RUN").endsWith("exit 2\n");
        assertThat(print("runs", "report", "no-such-run"))
                .contains("error: no run '")
                .endsWith("exit 66\n");
    }

    /** Returns the output of a command line, with the folders of the runs as their names. */
    private String print(String... line) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>();
        for (String argument : line) {
            arguments.add(argument.length() == 1 ? folder.resolve(argument).toString() : argument);
        }
        int code = Alchemi.run(arguments, new Console(stream, stream, false, Map.of()));
        return printed.toString(StandardCharsets.UTF_8).replace(folder + "/", "") + "exit " + code + "\n";
    }
}
