package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Diagnostics;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.RootSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source of environment variables, which set keys of a schema with a prefix and of its global block. */
record VariablesSource(Map<String, String> variables) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        Prefixes prefixes = new Prefixes(reading.schema());
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (prefixes.isOfSchema(variable.getKey()) || prefixes.isOfBlock(variable.getKey())) {
                names.add(variable.getKey());
            }
        }
        Collections.sort(names);
        Map<String, Setting> byPath = new HashMap<>();
        for (String name : names) {
            Setting setting = setting(reading, prefixes, name);
            if (setting != null) {
                add(setting, byPath, reading.problems());
            }
        }
        List<Setting> settings = new ArrayList<>(byPath.values());
        settings.sort(new UnorderedSettings(reading.schema()));
        return new SettingsSource(settings).read(reading);
    }

    /** Returns what a variable sets, or null if that is nothing or not known. */
    private @Nullable Setting setting(ReadContext reading, Prefixes prefixes, String name) {
        String value = variables.getOrDefault(name, "");
        List<String> paths = new ArrayList<>();
        if (prefixes.isOfBlock(name)) {
            prefixes.addBlockPath(name, paths);
        }
        if (prefixes.isOfSchema(name)) {
            String own = name.substring(prefixes.schema.length());
            paths.addAll(VariablePaths.of(reading.schema(), reading.below(), own));
        }
        if (paths.isEmpty()) {
            reading.problems().add(prefixes.unknown(name, place(name, value, reading.problems())));
        } else if (paths.size() > 1) {
            reading.problems()
                    .add(new Diagnostic(
                            DiagnosticId.AMBIGUOUS_VARIABLE,
                            place(name, value, reading.problems()),
                            "the environment variable may mean '" + String.join("' or '", paths) + "'",
                            "set the key in a file, or with --set"));
        } else if (!value.isEmpty()) {
            return Setting.ofVariable(name, paths.get(0), value);
        }
        return null;
    }

    /** Adds a setting, unless another variable sets the key. */
    private static void add(Setting setting, Map<String, Setting> byPath, Diagnostics problems) {
        Setting first = byPath.putIfAbsent(setting.path(), setting);
        String value = String.valueOf(setting.value());
        if (first == null || value.equals(first.value())) {
            return;
        }
        String message =
                "'" + setting.path() + "' is also set by " + first.document().name() + ", to another value";
        SourceLocation place = place(setting.document().name(), value, problems);
        problems.add(new Diagnostic(DiagnosticId.AMBIGUOUS_VARIABLE, place, message, "unset one of them")
                .at(setting.path()));
    }

    private static SourceLocation place(String name, String value, Diagnostics problems) {
        Document document = new Document(Document.Kind.VARIABLE, name, name + "=" + value);
        problems.register(document);
        return new SourceLocation(document, new Span(1, 1, 1, name.length() + 1));
    }

    /** The prefixes of a schema, with an underscore at their ends; empty if there is none. */
    private static final class Prefixes {
        private final Schema described;
        private final @Nullable KeySchema global;
        private final String schema;
        private final String block;

        Prefixes(Schema described) {
            this.described = described;
            this.global = described.globalKey();
            RootSchema root = described.root().root();
            this.schema = root == null || root.env().isEmpty() ? "" : root.env() + "_";
            RecordSchema section = global == null ? null : described.section(global);
            this.block = section == null ? "" : section.variables() + "_";
        }

        boolean isOfSchema(String name) {
            return !schema.isEmpty() && name.startsWith(schema);
        }

        boolean isOfBlock(String name) {
            return !block.isEmpty() && name.startsWith(block);
        }

        void addBlockPath(String name, List<String> paths) {
            for (KeySchema key : blockKeys()) {
                if (name.equals(block + VariablePaths.upper(key.name()))) {
                    paths.add(blockName() + "." + key.name());
                }
            }
        }

        private List<KeySchema> blockKeys() {
            RecordSchema section = global == null ? null : described.section(global);
            return section == null ? List.of() : section.keys();
        }

        private String blockName() {
            return global == null ? "" : global.name();
        }

        Diagnostic unknown(String name, SourceLocation place) {
            List<String> known = new ArrayList<>();
            if (isOfBlock(name)) {
                for (KeySchema key : blockKeys()) {
                    known.add(block + VariablePaths.upper(key.name()));
                }
                return new Diagnostic(
                        DiagnosticId.UNKNOWN_VARIABLE,
                        place,
                        "unknown environment variable for '" + blockName() + "'",
                        Suggestion.didYouMean(name, known),
                        List.of("known variables: " + String.join(", ", known)));
            }
            String nearest = Suggestion.didYouMean(name, VariablePaths.known(described, schema));
            return new Diagnostic(
                    DiagnosticId.UNKNOWN_VARIABLE,
                    place,
                    "unknown environment variable: variables that begin with " + schema + " set keys of '"
                            + described.rootFacts().id() + "'",
                    nearest.isEmpty() ? "write " + schema + "KEY, or " + schema + "SECTION__KEY" : nearest);
        }
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return variables.size() + " environment variables";
    }
}
