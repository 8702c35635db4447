package io.alchemi.command.arguments;

import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags of a schema: each is a key. */
public final class FlagTable {
    private final List<Flag> flags = new ArrayList<>();

    /**
     * One flag.
     *
     * @param schema the schema of its key
     * @param record the record of its key
     * @param key its key
     * @param path the path of its key
     * @param name its long name without dashes
     * @param shortName its letter, or empty
     */
    public record Flag(Schema schema, RecordSchema record, KeySchema key, String path, String name, String shortName) {
        /** Whether it takes no value. */
        public boolean isSwitch() {
            return key.type().isSingle() && key.type().leafKind() == ScalarKind.BOOLEAN;
        }

        /** Whether it may be repeated. */
        public boolean isRepeatable() {
            return key.type() instanceof ListType;
        }

        /**
         * Whether {@code --no-name} turns it off. A key that begins with {@code no_} has no such form, nor has an option that is
         * no key of a configuration: nothing could have turned it on.
         */
        public boolean hasOpposite() {
            return isSwitch() && !key.name().startsWith("no_") && schema.root().root() != null;
        }
    }

    /** The flags of one schema. */
    public FlagTable(Schema schema) {
        collect(schema, schema.root(), "");
    }

    private void collect(Schema schema, RecordSchema record, String path) {
        for (KeySchema key : record.keys()) {
            String here = path.isEmpty() ? key.name() : path + "." + key.name();
            FlagSchema flag = key.flag();
            if (flag != null) {
                flags.add(new Flag(schema, record, key, here, flag.name(), flag.shortName()));
            }
            if (key.type() instanceof RecordType section && depth(here) < 16) {
                collect(schema, schema.record(section), here);
            }
        }
    }

    private static int depth(String path) {
        int dots = 0;
        for (int i = 0; i < path.length(); i++) {
            dots += path.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }

    /** All flags in the order of their keys. */
    public List<Flag> flags() {
        return flags;
    }

    /** The flag of a long name, or of an alias of its key, or null. */
    @Nullable
    Flag named(String name) {
        for (Flag flag : flags) {
            if (flag.name().equals(name) || flag.key().aliases().contains(name)) {
                return flag;
            }
        }
        return null;
    }

    /** The flag that {@code --no-name} turns off, or null. */
    @Nullable
    Flag opposite(String name) {
        Flag flag = name.startsWith("no-") ? named(name.substring(3)) : null;
        return flag != null && flag.hasOpposite() ? flag : null;
    }

    /** The flag of a letter, or null. */
    @Nullable
    Flag lettered(String letter) {
        for (Flag flag : flags) {
            if (flag.shortName().equals(letter)) {
                return flag;
            }
        }
        return null;
    }
}
