package io.alchemi.processor.check;

import io.alchemi.config.schema.ScalarKind;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import io.alchemi.processor.extract.InputSchema;
import io.alchemi.processor.extract.Names;
import io.alchemi.processor.extract.Sources;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Requires that the schema of an {@code @Input} file is the root of a schema and has generated code. */
final class InputSchemaCheck implements RecordCheck {
    private final Elements elements;
    private final Sources sources;

    InputSchemaCheck(Elements elements, Sources sources) {
        this.elements = elements;
        this.sources = sources;
    }

    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (Component component : record.components()) {
            TypeMirror named = InputSchema.named(component.element());
            ScalarKind kind = component.key().type().leafKind();
            if (named == null || kind == null || !kind.isPath()) {
                continue;
            }
            TypeElement root = InputSchema.root(component.element());
            if (root == null) {
                problems.report(component.place(), SchemaWording.notASchema(record, component, named));
            } else if (!isGenerated(root)) {
                problems.report(component.place(), SchemaWording.schemaNotGenerated(record, component, root));
            }
        }
    }

    private boolean isGenerated(TypeElement root) {
        return sources.contain(root) || elements.getTypeElement(Names.qualified(root, "Schema")) != null;
    }
}
