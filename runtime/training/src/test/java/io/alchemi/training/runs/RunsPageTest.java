package io.alchemi.training.runs;

import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the page on runs: {@code console} blocks are commands with their output, about the runs of this test. */
class RunsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("alchemi.root")).resolve("docs/runs.md");

    @TempDir
    private Path folder;

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void timesInDocumentsAreUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void usualZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void everyCommandMatchesThePage() throws IOException {
        WrittenRuns runs = new WrittenRuns(folder.resolve("runs"));
        write(runs);
        Page page = new Page(PAGE);
        Map<Block, String> printed = new HashMap<>();
        for (Block block : page.blocks()) {
            if (block.language().equals("console")) {
                printed.put(block, session(runs, page.text(block)));
            }
        }
        page.compare(printed);
    }

    private static void write(WrittenRuns runs) {
        runs.write("align-train/20251127-094100-ab3d-lr-high");
        runs.write("align-train/20251127-151207-k2m9-lr-low");
        runs.write(
                "align-train/20251127-151207-k2m9-lr-low/config.yaml",
                WrittenRuns.CONFIG.replace("lr: 1e-3 ", "lr: 1e-5 "));
        runs.status("align-train/20251127-151207-k2m9-lr-low", "align train", "finished", 1000, "2.4127", 1312);
        runs.write("align-train/20251128-083015-c0de-warm");
        runs.status("align-train/20251128-083015-c0de-warm", "align train", "finished", 1000, "0.1875", 1290);
        runs.write("pretrain-mae/20251128-110000-7p3y");
        runs.status("pretrain-mae/20251128-110000-7p3y", "pretrain-mae", "failed", 17, "null", 48);
        runs.write("pretrain-mae/20251128-113300-z9vo");
        runs.status("pretrain-mae/20251128-113300-z9vo", "pretrain-mae", "running", 640, "0.0713", 3900);
        runs.write("align-train/20251128-120000-x1x1/status.json", "{\"state\":\"fini");
        runs.write("pretrain-mae/20251128-140000-q8wr");
        runs.status("pretrain-mae/20251128-140000-q8wr", "pretrain-mae", "interrupted", 700, "0.0688", 4260);
    }

    /** Runs the commands of a block. {@code | head -N} is the only other program supported. */
    private static String session(WrittenRuns runs, String text) {
        StringBuilder seen = new StringBuilder();
        for (String line : text.lines().filter(line -> line.startsWith("$ ")).toList()) {
            String[] pipe = line.split(" \\| head -", 2);
            List<String> words = List.of(pipe[0].split(" "));
            String answer = runs.alchemi(words.subList(2, words.size()).toArray(new String[0]));
            List<String> lines = answer.lines().toList();
            int shown = pipe.length == 1 ? lines.size() - 1 : Integer.parseInt(pipe[1]);
            seen.append(line).append('\n');
            lines.subList(0, shown).forEach(printed -> seen.append(printed).append('\n'));
        }
        return seen.toString();
    }
}
