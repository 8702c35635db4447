package io.alchemi.command.arguments;

import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.schema.SchemaFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags of a schema by their names. */
public final class FlagTable {
    private final List<SchemaFlag> flags;

    /** Lists the flags of a schema. */
    public FlagTable(Schema schema) {
        flags = new SchemaFlags(schema).flags();
    }

    /** All flags in the order of their keys. */
    public List<SchemaFlag> flags() {
        return flags;
    }

    /** The flag of a long name, or of an alias of its key, or null. */
    @Nullable
    SchemaFlag named(String name) {
        for (SchemaFlag flag : flags) {
            if (flag.name().equals(name) || flag.key().aliases().contains(name)) {
                return flag;
            }
        }
        return null;
    }

    /** The flag that {@code --no-name} turns off, or null. */
    @Nullable
    SchemaFlag opposite(String name) {
        SchemaFlag flag = name.startsWith("no-") ? named(name.substring(3)) : null;
        return flag != null && flag.hasOpposite() ? flag : null;
    }

    /** The flag of a letter, or null. */
    @Nullable
    SchemaFlag lettered(String letter) {
        for (SchemaFlag flag : flags) {
            if (flag.shortName().equals(letter)) {
                return flag;
            }
        }
        return null;
    }
}
