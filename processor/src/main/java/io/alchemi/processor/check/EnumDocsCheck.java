package io.alchemi.processor.check;

import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedEnum;
import io.alchemi.processor.extract.ExtractedRecord;

/** Warns about enums in class files without generated documentation. */
final class EnumDocsCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        for (ExtractedEnum constants : record.enums()) {
            if (constants.docsLost()) {
                check(record, constants.schema().type(), problems);
            }
        }
    }

    private static void check(ExtractedRecord record, String lost, Report problems) {
        for (Component component : record.components()) {
            for (EnumType type : component.key().type().enums()) {
                if (type.type().equals(lost) && !Suppression.of(component.place(), DiagnosticId.MISSING_ENUM_DOCS)) {
                    problems.report(component.place(), RecordWording.lostEnumDocs(record, component, lost));
                }
            }
        }
    }
}
