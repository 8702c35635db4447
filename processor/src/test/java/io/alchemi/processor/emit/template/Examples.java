package io.alchemi.processor.emit.template;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.tree.YamlText;
import io.alchemi.processor.emit.SchemaPath;
import java.util.ArrayList;
import java.util.List;

/** The shortest document of a schema: its required keys with their examples. */
final class Examples {
    private Examples() {}

    static String of(Schema schema) {
        return of(SchemaPath.root(schema));
    }

    private static String of(SchemaPath place) {
        List<String> entries = new ArrayList<>();
        for (KeySchema key : place.keys()) {
            if (place.requires(key)) {
                SchemaPath section = place.section(key);
                String value = section == null ? key.exampleText() : of(section);
                entries.add(YamlText.string(key.name()) + ": " + value);
            }
        }
        return "{" + String.join(", ", entries) + "}";
    }
}
