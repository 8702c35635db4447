package io.alchemi.training.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;

/** Tests {@code alchemi runs export} on folders written by the tests. */
class RunsExportTest {
    private static final String FIRST = "align-train/20251127-101500-ab3d";
    private static final String SECOND = "align-train/20251128-101500-c0de-a,\"b\"";

    @TempDir
    private Path folder;

    private WrittenRuns runs;

    @BeforeEach
    void twoRuns() {
        runs = new WrittenRuns(folder.resolve("runs"));
        runs.write(FIRST);
        runs.write("align-train/20251128-101500-c0de");
    }

    @Test
    void writesOneTableOfStepsAndEvaluations() throws IOException {
        Files.move(runs.folder("align-train/20251128-101500-c0de"), runs.folder(SECOND));
        runs.write(SECOND + "/metrics.jsonl", "{\"step\":1,\"loss\":3.0,\"tau\":7.0E-2}\n{\"step\":2,\"lo");
        runs.write(SECOND + "/evaluations.jsonl", """
                {"step":0,"time":"2026-11-28T00:00:00Z","recall":0.5,"auc":null}
                {"step":9,"time":"2026-11-28T00:00:09Z","recall":0.75,"auc":1.0}
                """);
        Path csv = folder.resolve("out.csv");

        assertThat(runs.alchemi("runs", "export", "ab3d", "c0de", "--csv", csv.toString()))
                .isEqualTo(csv + "\nexit 0\n");
        assertThat(Files.readString(csv)).isEqualTo("""
                run,step,time,loss,lr,tau,eval_recall,eval_auc
                20251127-101500-ab3d,1,2026-11-28T20:31:10.123Z,0.5,1.0E-4,,,
                20251127-101500-ab3d,2,2026-11-28T20:31:11.123Z,,1.0E-4,,0.75,
                20251127-101500-ab3d,3,2026-11-28T20:31:12.123Z,0.25,1.0E-4,,,
                "20251128-101500-c0de-a,""b""\",0,2026-11-28T00:00:00.000Z,,,,0.5,
                "20251128-101500-c0de-a,""b""\",1,,3.0,,0.07,,
                "20251128-101500-c0de-a,""b""\",9,2026-11-28T00:00:09.000Z,,,,0.75,1.0
                """.replace("\n", "\r\n"));
    }

    @Test
    void printsTheTable() {
        assertThat(runs.alchemi("runs", "export", "--csv", "-", "ab3d"))
                .startsWith("run,step,time,loss,lr,eval_recall\r\n20251127-101500-ab3d,1,")
                .endsWith(",0.25,1.0E-4,\r\nexit 0\n");
    }

    @Test
    void tensorFlowReadsTheEvents() throws IOException {
        runs.write(FIRST + "/metrics.jsonl", """
                {"step":1,"time":"2026-11-28T20:31:10.125Z","loss":0.5,"lr":1.0E-4}
                {"step":123456789012,"time":"2026-11-28T20:31:11.250Z","loss":null,"lr":-3.5}
                {"step":1234567890
                """.stripTrailing());
        Path logs = folder.resolve("logs");

        String printed = runs.alchemi("runs", "export", "ab3d", "--tensorboard", logs.toString());

        Path file = logs.resolve("20251127-101500-ab3d/events.out.tfevents.1764238500.alchemi");
        assertThat(printed).isEqualTo(file + "\nexit 0\n");
        List<Event> events = events(file);
        assertThat(events).hasSize(4);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(1).getWallTime()).isEqualTo(1795897870.125);
        assertThat(events.get(1).getStep()).isEqualTo(1);
        assertThat(scalars(events.get(1))).containsExactly("loss 0.5", "lr 1.0E-4");
        assertThat(events.get(2).getStep()).isEqualTo(123456789012L);
        assertThat(scalars(events.get(2))).containsExactly("lr -3.5");
        assertThat(events.get(3).getStep()).isEqualTo(2);
        assertThat(scalars(events.get(3))).containsExactly("eval/recall 0.75");
        assertThat(runs.alchemi("runs", "export", "ab3d", "--tensorboard", logs.toString()))
                .endsWith("exit 0\n");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aRunWithoutMetricsIsNamed() throws IOException {
        Files.delete(runs.folder(FIRST + "/metrics.jsonl"));
        Files.deleteIfExists(runs.folder(FIRST + "/evaluations.jsonl"));

        assertThat(runs.alchemi("runs", "export", "ab3d", "--csv", "-"))
                .contains("warning: runs/" + FIRST + " has no metrics\n");
    }

    @Test
    void aDamagedRunIsNamed() {
        runs.write(FIRST + "/metrics.jsonl", "{\n{\n");

        assertThat(runs.alchemi("runs", "export", "c0de", "ab3d", "--csv", "-"))
                .isEqualTo("error: runs/" + FIRST
                        + "/metrics.jsonl:1: the line is not a JSON object of numbers\nexit 1\n");
    }

    @Test
    void refusesInvalidOutputs() {
        assertThat(runs.alchemi("runs", "export", "ab3d")).isEqualTo("""
                runs export: error: missing --csv FILE or --tensorboard FOLDER [ALC501]
                  |
                  | runs export
                  | ^^^^^^^^^^^ write --csv - to print the table
                exit 2
                """);
        assertThat(runs.alchemi("runs", "export", "--csv", "-"))
                .contains("missing argument RUN", "usage: alchemi runs export RUN… [options]");
        assertThat(runs.alchemi("runs", "export", "ab3d", "--csv", folder + "/none/out.csv"))
                .startsWith(folder + "/none/out.csv: error: folder " + folder + "/none does not exist [ALC502]\n")
                .endsWith("exit 66\n");
        assertThat(runs.alchemi(
                        "runs",
                        "export",
                        "ab3d",
                        "--tensorboard",
                        runs.folder("align-train").toString()))
                .contains("error: runs/" + FIRST + " is the folder of the run itself [ALC501]\n", "name another folder")
                .endsWith("exit 2\n");
    }

    private static List<String> scalars(Event event) {
        return event.getSummary().getValueList().stream()
                .map(RunsExportTest::scalar)
                .toList();
    }

    private static String scalar(Summary.Value value) {
        return value.getTag() + " " + value.getSimpleValue();
    }

    /** Reads records as specified for TFRecord, and events with TensorFlow's own classes. */
    private static List<Event> events(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        while (in.available() > 0) {
            byte[] length = in.readNBytes(8);
            assertThat(Integer.reverseBytes(in.readInt())).isEqualTo(masked(length));
            byte[] event = in.readNBytes((length[0] & 0xff) | (length[1] & 0xff) << 8);
            assertThat(Integer.reverseBytes(in.readInt())).isEqualTo(masked(event));
            events.add(Event.parseFrom(event));
        }
        return events;
    }

    private static int masked(byte[] data) {
        Checksum crc = new CRC32C();
        crc.update(data);
        long value = crc.getValue();
        return (int) (((value >>> 15) | (value << 17)) + 0xa282ead8L);
    }
}
