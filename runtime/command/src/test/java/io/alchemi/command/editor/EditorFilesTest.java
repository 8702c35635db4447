package io.alchemi.command.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.alchemi.config.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.PriceAction_ConfigLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for editors keep what they hold, comments too. */
class EditorFilesTest {
    private static final Loader<?> PRICES = new PriceAction_ConfigLoader();

    @TempDir
    private Path project;

    private EditorFiles files = new EditorFiles(Path.of(""), Path.of(""), List.of());

    @BeforeEach
    void setUp() {
        files = new EditorFiles(project, project.resolve("my schemas"), List.of(PRICES));
    }

    @Test
    void settingsOfVisualStudioCodeAreCreated() throws IOException {
        files.visualStudioCode();

        assertThat(project.resolve(".vscode/settings.json")).hasContent("""
                {
                  "yaml.schemas": {
                    "./my schemas/prices.schema.json": ["**/*.prices.yaml"]
                  }
                }
                """);
        assertThat(project.resolve(".vscode/extensions.json")).hasContent("""
                {
                  "recommendations": ["redhat.vscode-yaml"]
                }
                """);
        assertThat(files.written()).hasSize(2);
    }

    @Test
    void settingsOfVisualStudioCodeKeepTheirComments() throws IOException {
        write(".vscode/settings.json", """
                // Ours: {"yaml.schemas": 1}
                {
                  /* two */ "editor.tabSize": 2, // "yaml.schemas"
                  "files.exclude": { "**/*.class": true },
                  "yaml.schemas": { // those of others
                    "https://example.org/a,b.json": ["a.yaml", "}.yaml"], // keep
                  },
                  "quote": "\\"yaml.schemas\\": {", }
                """);
        write(".vscode/extensions.json", "{\"recommendations\": [ // known\n\"a.b\"]}");

        files.visualStudioCode();
        files.visualStudioCode();

        assertThat(project.resolve(".vscode/settings.json")).hasContent("""
                // Ours: {"yaml.schemas": 1}
                {
                  /* two */ "editor.tabSize": 2, // "yaml.schemas"
                  "files.exclude": { "**/*.class": true },
                  "yaml.schemas": {
                    "./my schemas/prices.schema.json": ["**/*.prices.yaml"], // those of others
                    "https://example.org/a,b.json": ["a.yaml", "}.yaml"], // keep
                  },
                  "quote": "\\"yaml.schemas\\": {", }
                """);
        assertThat(project.resolve(".vscode/extensions.json"))
                .hasContent("{\"recommendations\": [\"redhat.vscode-yaml\",  // known\n\"a.b\"]}");
    }

    @Test
    void anOldAssociationIsReplaced() throws IOException {
        write(".vscode/settings.json", "{\"yaml.schemas\": {\"./my schemas/prices.schema.json\": \"old.yaml\"}}");

        files.visualStudioCode();

        assertThat(project.resolve(".vscode/settings.json"))
                .hasContent("{\"yaml.schemas\": {\"./my schemas/prices.schema.json\": [\"**/*.prices.yaml\"]}}");
    }

    @Test
    void settingsThatAreNotJsonStayAsTheyAre() throws IOException {
        for (String broken : List.of("{\"yaml.schemas\": 3}", "[]", "{\"a\": ", "{\"a\" 1}", "{a: 1}", "{\"a\": [}")) {
            write(".vscode/settings.json", broken);

            assertThatIOException()
                    .as(broken)
                    .isThrownBy(files::visualStudioCode)
                    .withMessageContaining("settings.json cannot be changed: ");
            assertThat(project.resolve(".vscode/settings.json")).hasContent(broken);
            assertThat(files.written()).isEmpty();
        }
    }

    @Test
    void mappingsOfJetBrainsAreAdded() throws IOException {
        write(".idea/jsonSchemas.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <project version="4">
                  <component name="Other"/>
                  <!-- mine -->
                  <component name="JsonSchemaMappingsProjectConfiguration">
                    <state>
                      <map>
                        <entry key="mine"/>
                      </map>
                    </state>
                  </component>
                </project>
                """);

        files.idea();
        String once = Files.readString(project.resolve(".idea/jsonSchemas.xml"));
        files.idea();

        assertThat(project.resolve(".idea/jsonSchemas.xml")).hasContent(once);
        assertThat(once)
                .contains("<component name=\"Other\"/>", "<!-- mine -->", "<entry key=\"mine\"/>")
                .contains("<option name=\"relativePathToSchema\" value=\"my schemas/jetbrains/prices.schema.json\"/>")
                .contains("<option name=\"path\" value=\"*.prices.yaml\"/>")
                .containsOnlyOnce("<entry key=\"prices\">");
        assertThat(project.resolve("my schemas/jetbrains/prices.schema.json"))
                .content()
                .contains("\"x-intellij-html-description\": \"<p><code>tax: ")
                .doesNotContain("markdownDescription", "doNotSuggest", "errorMessage");
    }

    @Test
    void mappingsThatAreNotXmlStayAsTheyAre() throws IOException {
        write(".idea/jsonSchemas.xml", "<project>");

        assertThatIOException().isThrownBy(files::idea).withMessageContaining("it is not XML");
        assertThat(project.resolve(".idea/jsonSchemas.xml")).hasContent("<project>");
    }

    @Test
    void theCatalogNamesWhereTheSchemasAre() throws IOException {
        files.schemas("https://example.org/schemas");
        files.catalog("https://example.org/schemas");

        assertThat(project.resolve("my schemas/prices.schema.json")).content().startsWith("""
                {
                  "$id": "https://example.org/schemas/prices.schema.json",
                  "$schema": "http://json-schema.org/draft-07/schema#",
                """);

        assertThat(project.resolve("my schemas/catalog.json")).content().contains("""
                      "fileMatch": ["**/*.prices.yaml"],
                      "url": "https://example.org/schemas/prices.schema.json"
                """);
    }

    @Test
    void aConfigurationNamesTheSchemaBesideIt() throws IOException {
        WrittenConfiguration configuration = new WrittenConfiguration(project, PRICES);

        assertThat(configuration.header()).contains("$schema=schemas/prices.schema.json\n");
        assertThat(configuration.write(project.resolve("a.yaml"), "tax: 0.1\n", System.err))
                .containsExactly(project.resolve("a.yaml"), project.resolve("schemas/prices.schema.json"));
        assertThat(project.resolve("schemas/prices.schema.json")).hasContent(PRICES.jsonSchema());
    }

    @Test
    void aConfigurationNamesASchemaAboveIt() throws IOException {
        Files.createDirectories(project.resolve("a/b c/d"));
        write("a/b c/schemas/prices.schema.json", "{}");
        WrittenConfiguration configuration = new WrittenConfiguration(project, PRICES);

        assertThat(configuration.write(project.resolve("a/b c/d/x.yaml"), "", err)).hasSize(1);
        assertThat(project.resolve("a/b c/d/x.yaml")).hasContent("""
                # yaml-language-server: $schema=../schemas/prices.schema.json
                # $schema: ../schemas/prices.schema.json
                """);
        write("prices.schema.json", "{}");
        assertThat(configuration.header()).contains("$schema=prices.schema.json\n");
        configuration.write(project.resolve("a/y.yaml"), "", err);
        assertThat(project.resolve("a/y.yaml")).content().contains("$schema=../prices.schema.json\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
