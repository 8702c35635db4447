package io.alchemi.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hand-written reader accepts is what SnakeYAML reads, with the same locations. */
class SimpleYamlTest {
    private static final int MUTATED = Integer.getInteger("alchemi.documents", 500) * 200;

    /** What mutations insert, between {@code ·}. */
    private static final String[] PIECES =
            (" ·  ·\n·\n\n·:·: ·-·- ·#· # c·'·''·\"·[·]·{·}·,·, ·a·b: 1·?·? ·&x ·*x·!t ·|·>·%·@·`·<<·---·..."
                            + "·\t·\r·\\·é·\u0085·\u2028·😀·\ufeff·\0·~·=·1·\n  - ·\n- a·\nb: ·\n  c: 2·[]·{}·'x'·\"x\"·key:\n")
                    .split("·");

    @ParameterizedTest
    @ValueSource(strings = {"configs", "configs/phase2"})
    void shippedConfigurationsAreNotDeclined(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../..", folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                assertThat(simple(Files.readString(file), Limits.DEFAULT))
                        .as(file.toString())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "[1, 2]",
                "a: 1",
                "a:\n",
                "a: b c # d\nb: 'x: y'\n",
                "a:\n- 1\n- b: 2\n  c: 3\n-\n- - 4\n  - 5\n",
                "a: [\n  1,\n  2,\n]\nb: 3",
                "a:\n  [\n    1, # one\n\n# two\n    2\n  ]",
                "- {a: 1, \"b\": [x, {}], 'c d': []}\n",
                "a: http://b:80/?c#d\n",
                "a:\n  [x y, -1, b:c]\nb: é\n",
                "\n# c\n\n  a: 1\n\n  b:\n# d\n",
                "a:\n  b\nc:\n  'd'\n",
                "'a': \"b\" # c\n\"d\":\n  e:   f  \n  g:\n    h: 1\ni: 2",
                "-a: 1\n--: 2\n..b: 3\na:b: x?y\nc#d: '#'\n",
                "a: ''\nb: \"\"",
                "-\n  a: 1\n-\n- b",
                "{a: 1,\n b: 2}",
                "'<<': 1\nA_9: ~\n",
            })
    void readsBlockCollectionsBracketsAndScalars(String yaml) {
        assertThat(described(simple(yaml, Limits.DEFAULT))).isEqualTo(described(any(yaml, Limits.DEFAULT)));
    }

    @Test
    void keepsTheLimits() {
        String yaml = "a:\n  - {b: [1]}";
        assertThat(simple(yaml, new Limits(100, 5, 7))).isNotNull();
        assertThat(simple(yaml, new Limits(100, 4, 7))).isNull();
        assertThat(simple(yaml, new Limits(100, 5, 6))).isNull();
        assertThat(simple(yaml, new Limits(yaml.length(), 5, 7))).isNotNull();
        assertThat(simple(yaml, new Limits(yaml.length() - 1, 5, 7))).isNull();
        assertThat(simple("k".repeat(1000) + ": 1", Limits.DEFAULT)).isNotNull();
        assertThat(simple("k".repeat(1001) + ": 1", Limits.DEFAULT)).isNull();
    }

    @Test
    void mutatedDocumentsHaveTheTreeAndTheLocationsOfSnakeYaml() throws IOException {
        List<String> documents = documents();
        Random random = new Random(20261129);
        int accepted = 0;
        for (int i = 0; i < MUTATED; i++) {
            StringBuilder mutated = new StringBuilder(documents.get(random.nextInt(documents.size())));
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(mutated.length() + 1);
                int removed = random.nextInt(4) == 0 ? random.nextInt(6) : 0;
                String inserted = random.nextInt(4) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
                mutated.replace(at, Math.min(at + removed, mutated.length()), inserted);
            }
            String yaml = mutated.toString();
            Limits limits = i % 4 == 0 ? new Limits(2000, 3, 20) : Limits.DEFAULT;
            Node node = simple(yaml, limits);
            if (node != null) {
                accepted++;
                assertThat(described(node)).as(yaml).isEqualTo(described(any(yaml, limits)));
            }
        }
        assertThat(accepted).isBetween(MUTATED / 20, MUTATED / 2);
    }

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        String cases = Files.readString(Path.of("src/test/resources/io/alchemi/config/tree/yaml.txt"));
        for (String block : cases.split("(?m)^### ")) {
            documents.add(
                    block.substring(block.indexOf('\n') + 1).replace('→', '\t').replace('␣', ' '));
        }
        for (String folder : new String[] {"configs", "trainers/src/test/fuzz/document"}) {
            try (Stream<Path> files = Files.walk(Path.of("../..", folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    documents.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return documents;
    }

    private static @Nullable Node simple(String yaml, Limits limits) {
        return SimpleYaml.read(document(yaml), yaml, 3, Scalar.Style.PLAIN, limits);
    }

    private static @Nullable Node any(String yaml, Limits limits) {
        Diagnostics problems = new Diagnostics();
        Node node = FullYaml.read(document(yaml), yaml, 3, Scalar.Style.PLAIN, limits, problems);
        return problems.sorted().isEmpty() ? node : null;
    }

    private static Document document(String yaml) {
        return new Document(Document.Kind.FILE, "t.yaml", yaml);
    }

    private static String described(@Nullable Node node) {
        if (node instanceof Mapping mapping) {
            StringBuilder out = new StringBuilder("{" + node.span());
            for (Mapping.Entry entry : mapping.entries()) {
                out.append(entry.name()).append(entry.key().span()).append(described(entry.value()));
            }
            return out.append('}').toString();
        } else if (node instanceof Sequence sequence) {
            StringBuilder out = new StringBuilder("[" + node.span());
            for (Node item : sequence.items()) {
                out.append(described(item));
            }
            return out.append(']').toString();
        }
        return node instanceof Scalar scalar ? scalar.style() + scalar.text() + "@" + node.span() : "refused";
    }
}
