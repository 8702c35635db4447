package io.alchemi.processor.check;

import io.alchemi.config.check.Defaults;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.tree.Mapping;
import io.alchemi.config.tree.Mapping.Entry;
import io.alchemi.config.tree.Node;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.Generics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requires an example for each required key of a generic record whose type depends on a type argument: one of the key, or one of the
 * section where the record is used.
 */
final class ArgumentExampleCheck implements SchemaCheck {
    @Override
    public void check(ExtractedSchema schema, Report problems) {
        for (ReachableRecord reached : schema.records().values()) {
            if (!reached.record().compiled()) {
                continue;
            }
            for (Component component : reached.record().components()) {
                // Where a generic record contains another one, the outer one has the example.
                if (component.isSupported() && !component.isDependent()) {
                    check(reached.record(), component, schema, problems);
                }
            }
        }
    }

    private static void check(ExtractedRecord record, Component component, ExtractedSchema schema, Report problems) {
        KeySchema key = component.key();
        if (key.type() instanceof RecordType section && Generics.isApplication(section.type())) {
            ExtractedRecord flattened = component.flattened();
            ReachableRecord reached = schema.records().get(section.type());
            ExtractedRecord used = flattened == null && reached != null ? reached.record() : flattened;
            List<String> missing = new ArrayList<>();
            if (used != null) {
                new Search(schema, missing).visit(used, "", given(key));
            }
            if (!missing.isEmpty()) {
                problems.report(
                        component.place(),
                        flattened == null
                                ? RecordWording.sectionWithoutExample(record, component, missing)
                                : RecordWording.flattenedWithoutExample(record, component, missing));
            }
        }
    }

    /** Returns the mapping that is the default or the example of a key, or null if it is none. */
    private static @Nullable Mapping given(KeySchema key) {
        KeySchema stated = key.defaultText() == null ? key.withDefault(key.exampleText()) : key;
        return Defaults.of(stated) instanceof Mapping mapping ? mapping : null;
    }

    /** Collects the keys without a value. */
    private static final class Search {
        private final ExtractedSchema schema;
        private final List<String> missing;
        private final Set<String> open = new HashSet<>();

        Search(ExtractedSchema schema, List<String> missing) {
            this.schema = schema;
            this.missing = missing;
        }

        /**
         * Visits an application.
         *
         * @param path the path of its section, with a dot at its end unless it is empty
         * @param given the values that the default or the example of an outer section states, or null
         */
        void visit(ExtractedRecord application, String path, @Nullable Mapping given) {
            if (!open.add(application.schema().type())) {
                return;
            }
            for (Component component : application.components()) {
                KeySchema key = component.key();
                Entry entry = given == null ? null : given.entry(key.name());
                Node value = entry == null ? null : entry.value();
                boolean hasValue = value != null
                        && !(value instanceof Mapping && key.type().isSection());
                if (component.isDependent() && component.isSupported() && !hasValue && !key.nullable()) {
                    Mapping inner = component.flattened() != null
                            ? given
                            : value instanceof Mapping mapping ? mapping : given(key);
                    visit(component, path, inner);
                }
            }
            open.remove(application.schema().type());
        }

        private void visit(Component component, String path, @Nullable Mapping inner) {
            KeySchema key = component.key();
            ExtractedRecord flattened = component.flattened();
            if (flattened != null) {
                visit(flattened, path, inner);
            } else if (!(key.type() instanceof RecordType section)) {
                if (key.isRequired() && key.exampleText() == null) {
                    missing.add(path + key.name());
                }
            } else if (Generics.isApplication(section.type())
                    && schema.records().containsKey(section.type())) {
                visit(schema.reached(section.type()).record(), path + key.name() + ".", inner);
            }
        }
    }
}
