package io.alchemi.command.arguments;

import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.schema.SchemaFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the flags of a schema by name. */
public final class FlagTable {
    private final List<SchemaFlag> flags;

    /** Creates the table of the flags of a schema. */
    public FlagTable(Schema schema) {
        flags = new SchemaFlags(schema).flags();
    }

    /** Returns all flags in the order of their keys. */
    public List<SchemaFlag> flags() {
        return flags;
    }

    /** Returns the flag with a long name, which may be an alias of its key, or null. */
    public @Nullable SchemaFlag byName(String name) {
        for (SchemaFlag flag : flags) {
            if (flag.name().equals(name) || flag.key().aliases().contains(name)) {
                return flag;
            }
        }
        return null;
    }

    /** Returns the flag that {@code --no-name} turns off, or null. */
    @Nullable
    SchemaFlag opposite(String name) {
        SchemaFlag flag = name.startsWith("no-") ? byName(name.substring(3)) : null;
        return flag != null && flag.hasOpposite() ? flag : null;
    }

    /** Returns the flag with a short name, or null. */
    public @Nullable SchemaFlag byShortName(String letter) {
        for (SchemaFlag flag : flags) {
            if (flag.shortName().equals(letter)) {
                return flag;
            }
        }
        return null;
    }
}
