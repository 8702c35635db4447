package io.alchemi.command;

import io.alchemi.schema.ConfigRecord;
import io.alchemi.schema.Default;
import io.alchemi.schema.Flag;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code alchemi schema export}.
 *
 * @param vscode associate the files of each schema in .vscode/settings.json, and recommend the extension for YAML
 * @param idea associate the files of each schema in .idea/jsonSchemas.xml, with variants for JetBrains in DIR/jetbrains
 * @param catalog also write catalog.json in the form of SchemaStore, for schemas that are published below this URL
 */
@ConfigRecord
record SchemaExportOptions(
        @Flag @Default("false") boolean vscode,
        @Flag @Default("false") boolean idea,
        @Flag @Nullable String catalog) {}
