package io.alchemi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Each POM has the elements that Maven Central requires: the parent and the BOM have all of them, the others only their own. */
class PublishedPomTest {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "bom/pom.xml"})
    void aPomWithoutAParentNamesItsOwner(String pom) throws IOException, ParserConfigurationException, SAXException {
        assertThat(elements(pom))
                .contains(
                        "groupId",
                        "artifactId",
                        "version",
                        "name",
                        "description",
                        "url",
                        "licenses",
                        "developers",
                        "scm");
    }

    @Test
    void theOthersHaveThatParentAndTheirOwnNames() throws IOException, ParserConfigurationException, SAXException {
        List<String> modules = List.of(
                "schema-annotations/pom.xml",
                "runtime/pom.xml",
                "runtime/config/pom.xml",
                "runtime/command/pom.xml",
                "runtime/training/pom.xml",
                "processor/pom.xml",
                "trainers/pom.xml",
                "archetype/pom.xml");
        for (String module : modules) {
            assertThat(elements(module)).as(module).contains("parent", "artifactId", "name", "description");
        }
    }

    @Test
    void thePageAboutInstallingNamesThisVersion() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(ROOT.resolve("bom/pom.xml")));
        assertThat(version.find()).isTrue();
        Matcher named = Pattern.compile(
                        "(?:io\\.alchemi:[a-z-]+:|archetypeVersion=|<alchemi\\.version>)([0-9][^\\s\"<]*)")
                .matcher(Files.readString(ROOT.resolve("docs/install.md")));
        assertThat(named.results().map(found -> found.group(1)).toList())
                .hasSize(9)
                .containsOnly(version.group(1));
    }

    private static List<String> elements(String pom) throws IOException, ParserConfigurationException, SAXException {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(pom).toFile())
                .getDocumentElement();
        List<String> names = new ArrayList<>();
        for (Node child = project.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getNodeName());
        }
        return names;
    }
}
