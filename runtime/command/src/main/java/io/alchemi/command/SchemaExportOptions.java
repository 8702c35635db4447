package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import io.alchemi.schema.Matches;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi schema export}.
 *
 * @param vscode associate the files of each schema in .vscode/settings.json, and recommend the extension for YAML
 * @param idea associate the files of each schema in .idea/jsonSchemas.xml, with variants for JetBrains in DIR/jetbrains
 * @param catalog the URL below which the schemas are published: it becomes part of their $id, and catalog.json lists them as SchemaStore does
 */
@ConfigRecord
record SchemaExportOptions(
        @Flag @Default("false") boolean vscode,
        @Flag @Default("false") boolean idea,

        @Flag @Matches(value = "https?://[^ ?#]+", describedAs = "a URL such as https://example.org/schemas") @Nullable
        String catalog) {}
