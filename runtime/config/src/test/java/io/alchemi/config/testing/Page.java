package io.alchemi.config.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page in Markdown whose fenced blocks are examples; a block of {@code text} directly behind one holds what it prints. */
public final class Page {
    private final Path file;
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A fenced block.
     *
     * @param language the first word behind the fence
     * @param name what follows it, or the empty string
     * @param start the line after the opening fence, from 0 on
     * @param end the line of the closing fence
     * @param followsDirectly whether nothing but blank lines stands between it and the block before
     */
    public record Block(String language, String name, int start, int end, boolean followsDirectly) {}

    /** Runs an example. */
    public interface Runner {
        /** What an example prints; nothing if it is fine. */
        String run(Block block, String text) throws Exception;
    }

    /** Reads a page. */
    public Page(Path file) throws IOException {
        this.file = file;
        lines = Files.readAllLines(file);
        int previous = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                boolean direct =
                        previous >= 0 && lines.subList(previous + 1, i).stream().allMatch(String::isBlank);
                String[] info = lines.get(i).substring(3).split(" ", 2);
                blocks.add(new Block(info[0], info.length > 1 ? info[1] : "", i + 1, end, direct));
                previous = end;
                i = end;
            }
        }
    }

    /** Its heading, without the mark. */
    public String heading() {
        assertThat(lines.get(0)).startsWith("# ");
        return lines.get(0).substring(2);
    }

    /** All blocks in their order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The text inside a block. */
    public String text(Block block) {
        return String.join("\n", lines.subList(block.start(), block.end())) + "\n";
    }

    /** Whether a block is an example that prints something. */
    public boolean isWrong(Block block) {
        return outputOf(block) != null;
    }

    /**
     * Runs all examples. One that no output follows must print nothing, the others what the page says.
     *
     * @return what they printed, by block; with the switch to regenerate, it is written into the page
     */
    public Map<Block, String> run(Runner runner) throws Exception {
        Map<Block, String> printed = new HashMap<>();
        Map<Block, String> outputs = new HashMap<>();
        for (Block block : blocks) {
            if (!block.language().equals("text")) {
                String text = text(block);
                String output = runner.run(block, text);
                printed.put(block, output);
                Block shown = outputOf(block);
                if (shown != null) {
                    outputs.put(shown, output);
                }
                assertThat(output.isEmpty())
                        .as("%s: it is fine, says the page:\n%s\nand it printed:\n%s", file, text, output)
                        .isEqualTo(!isWrong(block));
            }
        }
        compare(outputs);
        return printed;
    }

    /** Fails unless blocks hold these texts; with the switch to regenerate, they are written into the page. */
    public void compare(Map<Block, String> texts) throws IOException {
        Golden.compare(file, with(texts));
    }

    private @Nullable Block outputOf(Block block) {
        int next = blocks.indexOf(block) + 1;
        boolean output = next < blocks.size()
                && blocks.get(next).followsDirectly()
                && blocks.get(next).language().equals("text");
        return output ? blocks.get(next) : null;
    }

    /** The whole page with other texts in blocks. */
    private String with(Map<Block, String> texts) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Block block : blocks) {
            String text = texts.get(block);
            if (text != null) {
                lines.subList(at, block.start())
                        .forEach(line -> out.append(line).append('\n'));
                out.append(text.stripTrailing()).append('\n');
                at = block.end();
            }
        }
        lines.subList(at, lines.size()).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
