package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.acceptance.Browser.OpenedPage;
import io.alchemi.training.report.RunReport;
import io.alchemi.training.runs.RunRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report of a run in a browser. */
class ReportInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)></script>";
    private static final int FIRST_COLOUR = 0x2f6fed;

    @TempDir(factory = TargetTempDirFactory.class)
    Path folder;

    private Browser browser;

    @BeforeEach
    void openBrowser() throws IOException {
        browser = new Browser(Files.createDirectory(folder.resolve("browser")));
    }

    @AfterEach
    void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private Path trainedAndReported() throws IOException {
        Checkout checkout = Checkout.built(folder);
        StartedProcess training =
                checkout.alchemi("pretrain-mae", checkout.configuration().toString(), "--max-steps", "30", "--quiet");
        assertThat(training.exitCode()).as(training.err()).isZero();
        String last = training.out().lines().reduce((first, second) -> second).orElseThrow();
        Path run = checkout.elsewhere().resolve(last.substring("run ".length()));
        Path page = run.resolve("report.html");
        Files.delete(page); // Every run writes a report at its end.
        StartedProcess report = checkout.alchemi("runs", "report", "last");
        assertThat(report.exitCode()).as(report.err()).isZero();
        return page;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void drawsTheCurvesOfARun() throws IOException {
        Path page = trainedAndReported();
        OpenedPage opened = browser.open(page);
        assertThat(opened.console()).isEmpty();
        assertThat(opened.requests()).isEmpty();
        int curves = count(opened.dom(), "<canvas");
        assertThat(curves).isGreaterThanOrEqualTo(3);
        assertThat(opened.dom())
                .contains("data-drawn=\"" + curves + "\"", "<h3>loss</h3>", "<code>train.batch_size</code>");

        BufferedImage picture = ImageIO.read(browser.picture(page, 1280, 800).toFile());
        assertThat(picture.getWidth()).isEqualTo(1280);
        int coloured = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                coloured += (picture.getRGB(x, y) & 0xffffff) == FIRST_COLOUR ? 1 : 0;
            }
        }
        assertThat(coloured).as("pixels in the colour of the first run").isGreaterThan(300);
    }

    @Test
    void showsHostileNamesAsText() throws IOException {
        Path run = Files.createDirectory(folder.resolve("<img src=x onerror=alert(1)>"));
        Files.writeString(run.resolve("status.json"), """
                {"state":"failed","command":"%1$s","schema":"a","name":"%1$s","pid":1,"process_started":null,"host":"%1$s",\
                "started":"2026-11-28T20:31:10.123Z","heartbeat":"2026-11-28T20:31:10.123Z","ended":null,"step":2,\
                "steps":3,"checkpoint":null,"reason":"%1$s","exit_code":1,"loss":1.0,"seconds":2.0}
                """.formatted(HOSTILE));
        Files.writeString(run.resolve("config.yaml"), "a: '%1$s' # %1$s\n".formatted(HOSTILE));
        Files.writeString(run.resolve("metrics.jsonl"), """
                {"step":1,"loss":1.0,"%1$s":2.0}
                {"step":2,"loss":0.5,"%1$s":null}
                """.formatted(HOSTILE));
        Path page = folder.resolve("page.html");
        RunRecord record = RunRecord.open(run);
        for (List<RunRecord> runs : List.of(List.of(record), List.of(record, record))) {
            RunReport.write(runs, page);
            OpenedPage opened = browser.open(page);
            assertThat(opened.console()).isEmpty();
            assertThat(opened.requests()).isEmpty();
            String escaped = "&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;";
            assertThat(opened.dom())
                    .contains("data-drawn=\"2\"", "<h3>" + escaped + "</h3>")
                    .doesNotContain("<img");
            assertThat(count(opened.dom(), escaped)).isGreaterThanOrEqualTo(5);
        }
    }

    /** A sweep with a hostile value, run by the launcher. */
    @Test
    void showsASweep() throws IOException {
        Checkout checkout = Checkout.built(folder);
        Path file = Files.writeString(checkout.elsewhere().resolve("my.sweep.yaml"), """
                command: pretrain-mae
                config: '%s'
                over:
                  train.lr: [1e-3, 1e30, 3e-3]
                  train.mask_path: ['a.json', '%s']
                  train.max_steps: [5]
                objective: {metric: loss}
                """.formatted(
                        checkout.configuration(), HOSTILE.replace("/", "")));
        StartedProcess sweep = checkout.alchemi("sweep", "run", file.toString());
        assertThat(sweep.exitCode()).as(sweep.out()).isEqualTo(1);
        StartedProcess report = checkout.alchemi("sweep", "report");
        assertThat(report.exitCode()).as(report.err()).isZero();

        OpenedPage opened =
                browser.open(checkout.elsewhere().resolve(report.out().strip()));
        assertThat(opened.console()).isEmpty();
        assertThat(opened.requests()).isEmpty();
        assertThat(opened.dom())
                .contains("<h1>Sweep my</h1>", "4 finished, 2 failed", "<h3>train.lr<small", "&lt;img src=x onerror")
                .contains("the run has diverged")
                .doesNotContain("<img");
        assertThat(count(opened.dom(), "class=\"trial")).isEqualTo(4);
        assertThat(count(opened.dom(), "class=\"failed\"")).isEqualTo(4);
    }

    /** The checks of the two tests above can fail. */
    @Test
    void noticesErrorsAndRequests() throws IOException {
        Path page = folder.resolve("bad.html");
        Files.writeString(page, "<img src='http://192.0.2.1/x.png'><script>throw new Error('an error')</script>\n");
        OpenedPage opened = browser.open(page);
        assertThat(opened.console()).anyMatch(line -> line.contains("an error"));
        assertThat(opened.requests()).anyMatch(request -> request.contains("192.0.2.1"));
    }
}
