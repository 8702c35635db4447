package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.tree.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that states values: a file, a text, the environment, arguments. Later sources win over earlier ones. */
public interface Source {
    /**
     * What the source states, or null if it cannot be read; then the problems tell why.
     *
     * @param reading the schema, what lower sources state, and where problems go
     */
    @Nullable
    Mapping read(Reading reading);

    /** A YAML file in UTF-8. */
    static Source file(Path file) {
        return new FileSource(file);
    }

    /**
     * A YAML text.
     *
     * @param name how messages call it
     */
    static Source text(String name, String yaml) {
        return new TextSource(new Document(Document.Kind.FILE, name, yaml));
    }

    /** The environment variables of this process that set keys of the global block. */
    static Source environment() {
        return variables(System.getenv());
    }

    /** Environment variables that set keys of the global block; others are ignored, empty ones are not set. */
    static Source variables(Map<String, String> variables) {
        return new VariablesSource(variables);
    }

    /** Values at paths as {@code --set} takes them: {@code train.lr=0.1}. Later ones win. */
    static Source set(List<String> arguments) {
        List<Setting> settings = new ArrayList<>();
        for (String argument : arguments) {
            settings.add(Setting.ofArgument(argument));
        }
        return new SettingsSource(settings);
    }

    /** Values of typed flags. */
    static Source settings(List<Setting> settings) {
        return new SettingsSource(settings);
    }
}
