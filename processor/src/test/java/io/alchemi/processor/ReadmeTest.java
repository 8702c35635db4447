package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.testing.Page;
import io.alchemi.config.testing.Page.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record, the YAML and the message on the first screen of the README. */
class ReadmeTest {
    @Test
    void theRecordLoadsTheYamlAndATypoGivesTheMessage(@TempDir Path folder) throws Exception {
        Page page = new Page(Path.of("../README.md"));
        List<Block> blocks = page.blocks();
        assertThat(blocks).extracting(Block::language).containsExactly("java", "yaml", "text");
        Block yaml = blocks.get(1);
        Examples examples = new Examples(folder);

        assertThat(examples.run(blocks.get(0), page.text(blocks.get(0)))).isEmpty();
        assertThat(examples.run(yaml, page.text(yaml))).isEmpty();
        String typo = page.text(yaml).replace("batch_size", "batchsize");
        page.compare(Map.of(blocks.get(2), examples.run(yaml, typo)));
    }
}
