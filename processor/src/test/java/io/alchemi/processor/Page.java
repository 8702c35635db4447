package io.alchemi.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page in Markdown with fenced blocks, whose texts can be replaced. */
final class Page {
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A fenced block.
     *
     * @param language what stands behind the fence
     * @param start the line after the opening fence, from 0 on
     * @param end the line of the closing fence
     * @param followsDirectly whether nothing but blank lines stands between it and the block before
     */
    record Block(String language, int start, int end, boolean followsDirectly) {}

    Page(String text) {
        lines = new ArrayList<>(text.lines().toList());
        int previous = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                boolean direct =
                        previous >= 0 && lines.subList(previous + 1, i).stream().allMatch(String::isBlank);
                blocks.add(new Block(lines.get(i).substring(3), i + 1, end, direct));
                previous = end;
                i = end;
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The text inside a block. */
    String text(Block block) {
        return String.join("\n", lines.subList(block.start(), block.end())) + "\n";
    }

    /** The block of outputs directly after another one, or null. */
    @Nullable
    Block outputOf(Block block) {
        int next = blocks.indexOf(block) + 1;
        boolean output = next < blocks.size()
                && blocks.get(next).followsDirectly()
                && blocks.get(next).language().equals("text");
        return output ? blocks.get(next) : null;
    }

    /** The whole page with other outputs. */
    String with(Map<Block, String> outputs) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Block block : blocks) {
            @Nullable String output = outputs.get(block);
            if (output != null) {
                lines.subList(at, block.start())
                        .forEach(line -> out.append(line).append('\n'));
                out.append(output.stripTrailing()).append('\n');
                at = block.end();
            }
        }
        lines.subList(at, lines.size()).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
