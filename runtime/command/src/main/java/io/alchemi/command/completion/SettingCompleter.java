package io.alchemi.command.completion;

import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.StringPattern;
import io.alchemi.config.schema.ValueType.EnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes the argument of {@code --set}: the path of a key, section by section, and then its value. */
final class SettingCompleter {
    private final Schema schema;
    private final String start;

    /**
     * Creates a completer.
     *
     * @param start the part of the word before the path, for example {@code --set=}
     */
    SettingCompleter(Schema schema, String start) {
        this.schema = schema;
        this.start = start;
    }

    void complete(Candidates candidates) {
        String typed = candidates.typed().substring(start.length());
        int equals = typed.indexOf('=');
        String path = equals < 0 ? typed : typed.substring(0, equals);
        int dot = path.lastIndexOf('.');
        String section = path.substring(0, dot + 1);
        RecordSchema record = record(section);
        if (record == null) {
            return;
        } else if (equals < 0) {
            keys(record, section, candidates);
            return;
        }
        KeySchema key = record.key(path.substring(dot + 1));
        if (key != null) {
            for (String value : values(record, key)) {
                candidates.add(start + path + "=" + value, "");
            }
        }
    }

    private void keys(RecordSchema record, String section, Candidates candidates) {
        for (KeySchema key : record.keys()) {
            String end = schema.section(key) == null ? "=" : ".";
            String doc = FirstSentence.phrase(schema.docs(record).ofKey(key.name()));
            candidates.add(start + section + key.name() + end, doc);
        }
    }

    /** Returns the record of a section, whose path ends with a dot unless it is the root, or null if there is none. */
    private @Nullable RecordSchema record(String section) {
        RecordSchema record = schema.root();
        int at = 0;
        while (at < section.length() && record != null) {
            int dot = section.indexOf('.', at);
            KeySchema key = record.key(section.substring(at, dot));
            record = key == null ? null : schema.section(key);
            at = dot + 1;
        }
        return record;
    }

    /** Returns the values that a key may have, if they are few: constants, true and false, or suggestions. */
    static List<String> values(RecordSchema record, KeySchema key) {
        StringPattern pattern = key.pattern();
        if (key.type().leaf() instanceof EnumType constants) {
            return record.enumOf(constants).names();
        } else if (key.type().leafKind() == ScalarKind.BOOLEAN) {
            return List.of("true", "false");
        }
        return pattern == null ? List.of() : pattern.suggestions();
    }
}
