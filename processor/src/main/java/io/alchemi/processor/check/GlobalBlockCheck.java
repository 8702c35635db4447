package io.alchemi.processor.check;

import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.regex.Pattern;

/** Requires that a global block has only scalar keys, a valid prefix of environment variables, and the keys that it reserves. */
final class GlobalBlockCheck implements RecordCheck {
    private static final Pattern VARIABLES = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    @Override
    public void check(ExtractedRecord record, Report problems) {
        String variables = record.schema().variables();
        if (variables == null) {
            return;
        }
        if (!record.isUnreadable() && !VARIABLES.matcher(variables).matches()) {
            problems.report(record.element(), NamesWording.badVariables(record.element(), variables));
        }
        for (String reserved : GlobalKeyCheck.reservedBy(record)) {
            if (!record.isUnreadable() && record.schema().key(reserved) == null) {
                problems.report(record.element(), NamesWording.unknownReserved(record, reserved));
            }
        }
        for (Component component : record.components()) {
            if (component.isSupported() && !component.key().type().isSingle()) {
                problems.report(component.place(), RecordWording.globalSection(record, component));
            }
        }
    }
}
