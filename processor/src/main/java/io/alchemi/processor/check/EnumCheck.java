package io.alchemi.processor.check;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Requires that the names of enum constants are valid and unique. */
final class EnumCheck implements RecordCheck {
    @Override
    public void check(ExtractedRecord record, Report problems) {
        Set<String> checked = new HashSet<>();
        for (Component component : record.components()) {
            for (EnumType type : component.key().type().enums()) {
                if (checked.add(type.type())) {
                    checkEnum(record, component, record.schema().enumOf(type), problems);
                }
            }
        }
    }

    private static void checkEnum(ExtractedRecord record, Component component, EnumSchema constants, Report problems) {
        Set<String> names = new HashSet<>();
        for (String name : names(constants)) {
            if (!PlainText.is(name)) {
                problems.report(component.place(), NamesWording.badConstant(record, component, constants.type(), name));
            }
            if (!names.add(constants.ignoreCase() ? name.toLowerCase(Locale.ROOT) : name)) {
                problems.report(
                        component.place(), NamesWording.duplicateConstant(record, component, constants.type(), name));
            }
        }
    }

    private static List<String> names(EnumSchema constants) {
        List<String> names = new ArrayList<>();
        for (Constant constant : constants.constants()) {
            names.add(constant.name());
            names.addAll(constant.aliases());
        }
        return names;
    }
}
