package io.alchemi.processor.check;

import io.alchemi.config.schema.EnumSchema;
import io.alchemi.config.schema.EnumSchema.Constant;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.processor.extract.Component;
import io.alchemi.processor.extract.ExtractedRecord;
import java.util.HashSet;
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
                    new ConstantNames(record, component, record.schema().enumOf(type), problems, new HashSet<>())
                            .check();
                }
            }
        }
    }

    /** Reports the problems of the names of one enum. */
    private record ConstantNames(
            ExtractedRecord record, Component component, EnumSchema constants, Report problems, Set<String> names) {
        void check() {
            for (Constant constant : constants.constants()) {
                if (!PlainText.is(constant.name())) {
                    problems.report(
                            component.place(),
                            NamesWording.badConstant(record, component, constants.type(), constant.name()));
                }
                checkUnique(constant.name());
                for (String alias : constant.aliases()) {
                    if (!PlainText.is(alias)) {
                        problems.report(
                                component.place(),
                                NamesWording.badConstantAlias(record, component, constants.type(), constant, alias));
                    }
                    checkUnique(alias);
                }
            }
        }

        private void checkUnique(String name) {
            if (!names.add(constants.ignoreCase() ? name.toLowerCase(Locale.ROOT) : name)) {
                problems.report(
                        component.place(), NamesWording.duplicateConstant(record, component, constants.type(), name));
            }
        }
    }
}
