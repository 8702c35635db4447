package io.alchemi.processor.emit.binding;

import com.palantir.javapoet.ClassName;
import io.alchemi.config.schema.RecordName;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.Generics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names the binders that a generated class refers to: the classes of records, and its own nested classes of applications of generic
 * records. They are nested, since each file depends on one record only, and several records may use one application.
 */
final class Binders {
    private final ClassName self;
    private final ExtractedSchema schema;
    private final GeneratedFiles files;
    private final Map<String, ExtractedRecord> applications = new LinkedHashMap<>();
    private final Map<String, ClassName> names = new LinkedHashMap<>();

    /**
     * Collects the applications that the class of a record needs.
     *
     * @param schema a schema that contains the record
     * @param files finds classes
     */
    Binders(ExtractedRecord record, ExtractedSchema schema, GeneratedFiles files) {
        this.self = GeneratedFiles.name(record.element(), "Schema");
        this.schema = schema;
        this.files = files;
        for (Component component : record.components()) {
            collect(component);
        }
    }

    private void collect(Component component) {
        ExtractedRecord flattened = component.flattened();
        for (RecordType section : component.key().type().records()) {
            if (Generics.isApplication(section.type()) && !applications.containsKey(section.type())) {
                ExtractedRecord application =
                        flattened == null ? schema.reached(section.type()).record() : flattened;
                add(section.type(), application);
            }
        }
    }

    /** Adds an application, and those to which its type arguments lead. The class of the generic record has the others. */
    private void add(String type, ExtractedRecord application) {
        String name = RecordName.simple(type);
        int number = 1;
        while (names.containsValue(self.nestedClass(number == 1 ? name : name + number))) {
            number++;
        }
        names.put(type, self.nestedClass(number == 1 ? name : name + number));
        applications.put(type, application);
        application.components().stream().filter(Component::isDependent).forEach(this::collect);
    }

    /** Returns the applications by the names of their classes. */
    Map<ClassName, ExtractedRecord> applications() {
        Map<ClassName, ExtractedRecord> byName = new LinkedHashMap<>();
        names.forEach((type, name) -> byName.put(name, applications.get(type)));
        return byName;
    }

    /** Returns the class of the binder of a record. */
    ClassName of(String type) {
        ClassName nested = names.get(type);
        return nested == null ? GeneratedFiles.name(files.element(type), "Schema") : nested;
    }

    /** Returns the class of the binder of a record. */
    ClassName of(ExtractedRecord record) {
        return of(record.schema().type());
    }
}
