package io.alchemi.command.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.alchemi.config.ConfigException;
import io.alchemi.config.Loader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    private String warnings = "";

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
    void patternsOfOthersStay() throws IOException {
        write(".vscode/settings.json", "{\"yaml.schemas\": {\"./my schemas/prices.schema.json\": \"mine.yaml\"}}");

        files.visualStudioCode();
        files.visualStudioCode();

        assertThat(project.resolve(".vscode/settings.json"))
                .hasContent(
                        "{\"yaml.schemas\": {\"./my schemas/prices.schema.json\": [\"**/*.prices.yaml\", \"mine.yaml\"]}}");
    }

    @Test
    void settingsThatAreOnlyAComment() throws IOException {
        write(".vscode/settings.json", "// nothing yet\n");

        files.visualStudioCode();

        assertThat(project.resolve(".vscode/settings.json"))
                .content()
                .startsWith("// nothing yet\n{\n  \"yaml.schemas\": {");
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
                        <entry key="prices"><value><SchemaInfo>
                          <option name="generatedName" value="New Schema"/>
                          <option name="patterns"><list><Item><option name="path" value="old.yaml"/></Item></list></option>
                        </SchemaInfo></value></entry>
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
                .contains(
                        "<component name=\"Other\"/>", "<!-- mine -->", "<entry key=\"mine\"/>", "value=\"New Schema\"")
                .contains("<option name=\"path\" value=\"old.yaml\"/>")
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

        assertThat(configuration.header()).isEqualTo("# $schema-id: prices\n");
        assertThat(written(configuration, "new/a.yaml"))
                .containsExactly(project.resolve("new/a.yaml"), project.resolve("new/schemas/prices.schema.json"));
        assertThat(project.resolve("new/schemas/prices.schema.json")).hasContent(PRICES.jsonSchema());
        assertThat(project.resolve("new/a.yaml")).hasContent("""
                # yaml-language-server: $schema=schemas/prices.schema.json
                # $schema: schemas/prices.schema.json
                tax: 0.1
                """);
        assertThat(warnings).isEqualTo("");
    }

    @Test
    void aConfigurationNamesASchemaAboveIt() throws IOException {
        write("a/b c/schemas/prices.schema.json", PRICES.jsonSchema());
        WrittenConfiguration configuration = new WrittenConfiguration(project, PRICES);

        assertThat(written(configuration, "a/b c/d/x.yaml")).hasSize(1);
        assertThat(project.resolve("a/b c/d/x.yaml")).content().contains("$schema=../schemas/prices.schema.json\n");
        assertThat(warnings).isEqualTo("");
        write("my configs/configs/schemas/prices.schema.json", "{}");
        written(configuration, "my configs/x.yaml");
        assertThat(project.resolve("my configs/x.yaml"))
                .content()
                .contains("$schema=configs/schemas/prices.schema.json\n");
        assertThat(warnings)
                .contains("configs/schemas/prices.schema.json is not the JSON Schema of this version; 'schema export ");
    }

    @Test
    void aConfigurationThatCannotBeWrittenLeavesNothing() throws IOException {
        WrittenConfiguration configuration = new WrittenConfiguration(project, PRICES);
        write("schemas", "");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> written(configuration, "x.yaml"))
                .withMessageContaining("schemas");
        assertThat(project.resolve("x.yaml")).doesNotExist();

        write("y/x.yaml", "mine");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> written(configuration, "y/x.yaml"))
                .withMessageContaining("choose another file");
        assertThat(project.resolve("y/x.yaml")).hasContent("mine");
        assertThat(project.resolve("y/schemas")).doesNotExist();
    }

    private List<Path> written(WrittenConfiguration configuration, String file) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<Path> written = configuration.write(
                project.resolve(file), "tax: 0.1\n", new PrintStream(err, true, StandardCharsets.UTF_8));
        warnings = err.toString(StandardCharsets.UTF_8);
        return written;
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
