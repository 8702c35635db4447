package io.alchemi.config.layer;

import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source of environment variables that set keys of the global block. */
record VariablesSource(Map<String, String> variables) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        Schema schema = reading.schema();
        KeySchema global = schema.globalKey();
        List<Setting> settings = new ArrayList<>();
        RecordSchema block = global == null ? null : schema.section(global);
        if (global != null && block != null) {
            String prefix = block.variables() + "_";
            List<String> names = new ArrayList<>();
            for (String name : variables.keySet()) {
                if (name.startsWith(prefix)) {
                    names.add(name);
                }
            }
            Collections.sort(names);
            for (String name : names) {
                setting(reading, global, block, prefix, name, settings);
            }
        }
        return new SettingsSource(settings).read(reading);
    }

    private void setting(
            ReadContext reading,
            KeySchema global,
            RecordSchema block,
            String prefix,
            String name,
            List<Setting> settings) {
        String value = variables.getOrDefault(name, "");
        List<String> known = new ArrayList<>();
        for (KeySchema key : block.keys()) {
            String variable = prefix + key.name().toUpperCase(Locale.ROOT);
            known.add(variable);
            if (variable.equals(name)) {
                if (!value.isEmpty()) {
                    settings.add(Setting.ofVariable(name, global.name() + "." + key.name(), value));
                }
                return;
            }
        }
        Document document = new Document(Document.Kind.VARIABLE, name, name + "=" + value);
        reading.problems().register(document);
        reading.problems()
                .add(new Diagnostic(
                        DiagnosticId.UNKNOWN_VARIABLE,
                        new SourceLocation(document, new Span(1, 1, 1, name.length() + 1)),
                        "unknown environment variable for '" + global.name() + "'",
                        Suggestion.didYouMean(name, known),
                        List.of("known variables: " + String.join(", ", known))));
    }
}
