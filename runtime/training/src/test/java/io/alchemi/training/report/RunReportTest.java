package io.alchemi.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.alchemi.training.runs.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the content of a report page. Acceptance tests open it in a browser. */
class RunReportTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)></script><!--";

    @TempDir
    Path folder;

    private Path run(String name, String loss, String lr) throws IOException {
        return TestRun.write(folder.resolve(name), HOSTILE, loss, lr);
    }

    private static JsonObject data(String page) {
        String begin = "<script type=\"application/json\" id=\"data\">";
        int from = page.indexOf(begin) + begin.length();
        return JsonParser.parseString(page.substring(from, page.indexOf("</script>", from)))
                .getAsJsonObject();
    }

    private static JsonObject chart(JsonObject data, String metric) {
        return data.getAsJsonArray("charts").asList().stream()
                .map(chart -> chart.getAsJsonObject())
                .filter(chart -> chart.get("metric").getAsString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheContentOfTheFolder() throws IOException {
        Path run = run("20261128-203110-ab12", "1.0", "0.1");
        RunReport.write(run);
        JsonObject data = data(Files.readString(run.resolve("report.html")));

        JsonObject shown = data.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertThat(shown.get("id").getAsString()).isEqualTo("20261128-203110-ab12");
        assertThat(shown.get("state").getAsString()).isEqualTo("finished");
        assertThat(shown.getAsJsonArray("missing")).isEmpty();
        JsonObject throughput = shown.getAsJsonObject("throughput");
        assertThat(throughput.get("tokensPerSecond").getAsDouble()).isEqualTo(6);
        assertThat(throughput.get("stepsPerSecond").getAsDouble()).isEqualTo(0.6);
        assertThat(throughput.get("medianStepSeconds").getAsDouble()).isEqualTo(2);

        JsonObject loss = chart(data, "loss");
        assertThat(loss.get("group").getAsString()).isEqualTo("training");
        assertThat(loss.getAsJsonArray("curves").get(0))
                .hasToString("{\"count\":3,\"last\":1.0,\"gap\":2,\"min\":1.0,\"minStep\":3,\"max\":2.0,\"maxStep\":1,"
                        + "\"x\":[1,1,1],\"y\":[2,null,1]}");
        assertThat(chart(data, "lr").get("constant").getAsDouble()).isEqualTo(1e-4);
        assertThat(chart(data, "tokens").get("group").getAsString()).isEqualTo("throughput");
        assertThat(rows(data, "environment"))
                .containsExactly("engine: PyTorch 2.7.1 |", "cpu.model: " + HOSTILE + " |", "cpu.cores: 2 |");
    }

    private static List<String> rows(JsonObject data, String name) {
        return data.getAsJsonArray(name).asList().stream()
                .map(row -> {
                    JsonObject value = row.getAsJsonObject()
                            .getAsJsonArray("values")
                            .get(0)
                            .getAsJsonObject();
                    String key = row.getAsJsonObject().get("key").getAsString();
                    return (key + ": " + value.get("value").getAsString() + " | "
                                    + value.get("origin").getAsString())
                            .strip();
                })
                .toList();
    }

    @Test
    void splitsValuesAndOriginsOfTheConfiguration() throws IOException {
        Path run = run("r", "1.0", "0.1");
        RunReport.write(run);
        assertThat(rows(data(Files.readString(run.resolve("report.html"))), "configuration"))
                .containsExactly(
                        "global.seed: 42 | default",
                        "optimizer.lr: 0.1 | --set optimizer.lr=#1",
                        "optimizer.betas: [0.9, 0.999] | a # b.yaml:3:4",
                        "optimizer.name: it's # 1 | /configs/é.yaml:1:1",
                        "optimizer.\"a.b\": {} | default",
                        "augment[0].kind: noise | a.yaml:9:5",
                        "augment[0].sigma: 0.1 | a.yaml:10:5");
    }

    @Test
    void hasNoAddressesAndEscapesAllValues() throws IOException {
        Path run = run("r", "1.0", "0.1");
        RunReport.write(run);
        String page = Files.readString(run.resolve("report.html"));
        // Only the attribute of the policy contains this string.
        assertThat(page.replaceFirst("<meta http-equiv=", "")).doesNotContain("http", "//www", "@import", "url(");
        assertThat(page).doesNotContain("<img", "alert(1)>").contains("\\u003cimg src");
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(page).contains("The MIT License", "Copyright (c) 2022 Leon Sorokin", "uPlot 1.6.32");
    }

    @Test
    void aPageOfSeveralRunsMarksKeysThatDiffer() throws IOException {
        Path first = run("a", "1.0", "0.1");
        Path second = run("b", "0.5", "0.2");
        Files.delete(second.resolve("environment.json"));
        Path file = folder.resolve("both.html");
        RunReport.write(List.of(RunRecord.open(first), RunRecord.open(second)), file);
        JsonObject data = data(Files.readString(file));
        assertThat(data.getAsJsonArray("configuration").asList().stream()
                        .filter(row -> row.getAsJsonObject().get("differs").getAsBoolean())
                        .map(row -> row.getAsJsonObject().get("key").getAsString()))
                .containsExactly("optimizer.lr");
        assertThat(chart(data, "loss").getAsJsonArray("curves")).hasSize(2);
        assertThat(data.getAsJsonArray("runs").get(1).getAsJsonObject().getAsJsonArray("missing"))
                .hasToString("[\"environment.json is missing\"]");
        JsonArray engine =
                data.getAsJsonArray("environment").get(0).getAsJsonObject().getAsJsonArray("values");
        assertThat(engine.get(1).isJsonNull()).isTrue();
    }

    @Test
    void listsMissingAndDamagedFiles() throws IOException {
        Path run = Files.createDirectory(folder.resolve("half"));
        Files.writeString(run.resolve("metrics.jsonl"), "{\"step\":1,\"loss\":2.0}\n{\"step\":2,\"lo");
        Files.writeString(
                run.resolve("evaluations.jsonl"), "{\"step\":1,\"loss\":2.0}\nno JSON\n{\"step\":3,\"loss\":2.0}\n");
        Files.writeString(run.resolve("config.yaml"), "a: [\n");
        Files.write(run.resolve("environment.json"), new byte[] {(byte) 0xff});
        RunReport.write(run);
        JsonObject data = data(Files.readString(run.resolve("report.html")));
        JsonObject shown = data.getAsJsonArray("runs").get(0).getAsJsonObject();
        assertThat(shown.get("state").getAsString()).isEqualTo("damaged");
        assertThat(shown.getAsJsonArray("missing").asList().stream().map(part -> part.getAsString()))
                .containsExactly(
                        "status.json is missing",
                        "config.yaml cannot be read",
                        "environment.json cannot be read",
                        "evaluations.jsonl cannot be read");
        assertThat(data.getAsJsonArray("charts")).hasSize(1);
    }

    /** As many points as 20 metrics of 1,000,000 steps have on the page. Only the limits keep the page small. */
    @Test
    void aLongRunStaysSmall() throws IOException {
        Path run = run("long", "1.0", "0.1");
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 12_000; i++) {
            lines.append("{\"step\":").append(i * 33L);
            for (int metric = 0; metric < 20; metric++) {
                lines.append(",\"metric_").append(metric).append("\":").append(random.nextGaussian() * 1e-5);
            }
            lines.append("}\n");
        }
        Files.writeString(run.resolve("metrics.jsonl"), lines);
        RunReport.write(run);
        Path page = run.resolve("report.html");
        assertThat(Files.size(page)).isLessThan(2_000_000);
        JsonObject curve = chart(data(Files.readString(page)), "metric_19")
                .getAsJsonArray("curves")
                .get(0)
                .getAsJsonObject();
        assertThat(curve.get("count").getAsInt()).isEqualTo(12_000);
        assertThat(curve.getAsJsonArray("y")).hasSizeBetween(400, 1500);
        assertThat(curve.getAsJsonArray("means")).hasSameSizeAs(curve.getAsJsonArray("y"));
    }
}
