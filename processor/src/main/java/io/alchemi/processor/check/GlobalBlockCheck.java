package io.alchemi.processor.check;

import io.alchemi.config.schema.RootSchema;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.regex.Pattern;

/** Requires valid prefixes of environment variables, and that a global block has only scalar keys, and those that it reserves. */
final class GlobalBlockCheck implements RecordCheck {
    private static final Pattern VARIABLES = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    @Override
    public void check(ExtractedRecord record, Report problems) {
        RootSchema root = record.schema().root();
        if (root != null && !root.env().isEmpty()) {
            checkPrefix(record, root.env(), problems);
        }
        String variables = record.schema().variables();
        if (variables == null) {
            return;
        }
        checkPrefix(record, variables, problems);
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

    private static void checkPrefix(ExtractedRecord record, String prefix, Report problems) {
        if (!record.isUnreadable() && !VARIABLES.matcher(prefix).matches()) {
            problems.report(record.element(), NamesWording.badVariables(record.element(), prefix));
        }
    }
}
