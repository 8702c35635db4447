package io.alchemi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The links, anchors and pictures of all pages in Markdown, as a forge renders them. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> FOLDERS =
            List.of("docs", "examples", "configs", "archetype", "acceptance", "benchmarks", "trainers");
    private static final Pattern LINK =
            Pattern.compile("(!?)\\[([^\\[\\]]*(?:\\[[^\\]]*\\][^\\[\\]]*)*)\\]\\(([^()\\s]+)\\)");

    @Test
    void everyLinkLeadsSomewhereAndEveryPictureHasAText() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(100);
        for (Path page : pages) {
            Matcher link = LINK.matcher(prose(page));
            while (link.find()) {
                String fault = fault(page, link.group(3));
                if (fault == null && !link.group(1).isEmpty() && link.group(2).isBlank()) {
                    fault = "has no alternative text";
                }
                if (fault != null) {
                    broken.add(ROOT.relativize(page) + ": " + link.group(3) + " " + fault);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static @Nullable String fault(Path page, String target) throws IOException {
        if (target.contains("://")) {
            return null;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page
                : Objects.requireNonNull(page.getParent()).resolve(parts[0]).normalize();
        if (!Files.exists(file)) {
            return "does not exist";
        }
        return parts.length == 1 || anchors(file).contains(parts[1]) ? null : "has no such heading";
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(LinksTest::isPage).forEach(pages::add);
        }
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(LinksTest::isPage).forEach(pages::add);
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.endsWith(".md") && !path.contains("target/") && !path.contains("node_modules/");
    }

    /** Returns a page without its code. */
    private static String prose(Path page) throws IOException {
        StringBuilder prose = new StringBuilder();
        boolean isCode = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                isCode = !isCode;
            } else if (!isCode && !line.startsWith("    ")) {
                prose.append(line.replaceAll("`[^`]*`", "x")).append('\n');
            }
        }
        return prose.toString();
    }

    /** Returns the anchors of the headings: lower case, dashes for spaces, without punctuation. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        boolean isCode = false;
        for (String line : Files.readAllLines(page)) {
            isCode ^= line.startsWith("```");
            if (!isCode && line.startsWith("#")) {
                String heading = line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
                anchors.add(heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
            }
        }
        return anchors;
    }
}
