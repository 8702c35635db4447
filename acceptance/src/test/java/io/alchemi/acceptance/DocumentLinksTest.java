package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests relative links, anchors and images of the Markdown files, as rendered by GitHub and similar sites. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** Folders of sources and outputs, and hidden folders. */
    private static final Pattern SKIPPED = Pattern.compile("(.*/)?(src|target|runs|\\.[^/]+)/.*");

    private static final Pattern FENCED =
            Pattern.compile("^ *(```+)[^\n]*\n.*?^ *\\1 *$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)", Pattern.DOTALL);
    private static final Pattern IMAGE = Pattern.compile("!\\[([^]]*)]\\(([^)\\s]+)\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)\\s]+)\\)");
    private static final Pattern IMAGE_ELEMENT = Pattern.compile("<img\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(alt|src)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?)[ #]*$", Pattern.MULTILINE);
    private static final Pattern EXTERNAL = Pattern.compile("(https?|mailto):.*");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !SKIPPED.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkResolvesAndEveryImageHasAnAltText(Path document) throws IOException {
        assertThat(problems(ROOT, document)).isEmpty();
    }

    @Test
    void findsTheDocuments() throws IOException {
        assertThat(documents()).contains(Path.of("README.md"), Path.of("docs/runs.md"), Path.of("CHANGELOG.md"));
    }

    @Test
    void reportsBrokenLinks(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("docs"));
        Files.writeString(
                folder.resolve("docs/b.md"), "# One & `two_x`\n\n## Twice\n\n## Twice\n\n```sh\n# none\n```\n");
        Files.writeString(folder.resolve("a.md"), """
                ![](docs) ![none](c.png) [![badge](docs)](docs/c.md) <img src="docs"> `[code](none)`
                [b](docs/b.md#one--two_x) [b](docs/b.md#twice-1) [b](docs/b.md#twice-2) [b](docs/b.md#none)
                [here](#there) [docs](docs#there) [out](../b.md) [page](https://example.org/none)
                """);
        assertThat(problems(folder, Path.of("a.md")))
                .containsExactly(
                        "image docs has no alt text",
                        "c.png does not exist",
                        "image docs has no alt text",
                        "docs/c.md does not exist",
                        "docs/b.md#twice-2: no such heading",
                        "docs/b.md#none: no such heading",
                        "#there: no such heading",
                        "docs#there: no such heading",
                        "../b.md is outside the repository");
    }

    private static List<String> problems(Path root, Path document) throws IOException {
        Path file = root.resolve(document);
        String text = CODE.matcher(withoutFences(file)).replaceAll("");
        List<String> problems = new ArrayList<>();
        Matcher images = IMAGE.matcher(text);
        while (images.find()) {
            checkImage(images.group(1), images.group(2), root, file, problems);
        }
        Matcher elements = IMAGE_ELEMENT.matcher(text);
        while (elements.find()) {
            checkImage(attribute("alt", elements.group()), attribute("src", elements.group()), root, file, problems);
        }
        Matcher links = LINK.matcher(IMAGE.matcher(text).replaceAll("image"));
        while (links.find()) {
            checkLink(links.group(2), root, file, problems);
        }
        return problems;
    }

    private static void checkImage(String alt, String target, Path root, Path file, List<String> problems)
            throws IOException {
        if (alt.isBlank()) {
            problems.add("image " + target + " has no alt text");
        }
        checkLink(target, root, file, problems);
    }

    private static String attribute(String name, String element) {
        return ATTRIBUTE
                .matcher(element)
                .results()
                .filter(attribute -> attribute.group(1).equals(name))
                .map(attribute -> attribute.group(2))
                .findFirst()
                .orElse("");
    }

    private static void checkLink(String link, Path root, Path file, List<String> problems) throws IOException {
        if (EXTERNAL.matcher(link).matches()) {
            return;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!target.startsWith(root)) {
            problems.add(link + " is outside the repository");
        } else if (!Files.exists(target)) {
            problems.add(link + " does not exist");
        } else if (parts.length > 1
                && !(target.toString().endsWith(".md") && anchors(target).contains(parts[1]))) {
            problems.add(link + ": no such heading");
        }
    }

    /** Returns the anchors of the headings: lower case, dashes for spaces, without punctuation, numbered if not unique. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        Matcher headings = HEADING.matcher(withoutFences(page));
        while (headings.find()) {
            String text = LINK.matcher(CODE.matcher(headings.group(1)).replaceAll("$2"))
                    .replaceAll("$1");
            String name = text.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            String anchor = name;
            for (int i = 1; !anchors.add(anchor); i++) {
                anchor = name + "-" + i;
            }
        }
        return anchors;
    }

    private static String withoutFences(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }
}
