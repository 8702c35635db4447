package io.alchemi.processor.check;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.schema.SchemaFlags;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.ReachableRecord;
import io.alchemi.processor.extract.ReservedNames;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requires that each flag sets one key, and that no other flag or option of a command has the same name. */
final class FlagCheck implements SchemaCheck {
    private final ReservedNames reserved;

    FlagCheck(ReservedNames reserved) {
        this.reserved = reserved;
    }

    @Override
    public void check(ExtractedSchema schema, Report problems) {
        SchemaFlags flags = new SchemaFlags(schema.described());
        Map<String, String> taken = new HashMap<>();
        for (SchemaFlag flag : flags.flags()) {
            ReachableRecord reached = schema.reached(flag.record().type());
            String second = flags.secondPath(flag);
            // GlobalKeyCheck reports multiple global blocks.
            if (second == null || flag.record().variables() != null) {
                checkNames(flag, reached, taken, problems);
            } else {
                problems.report(reached.place(flag.key()), RecordWording.flagOfTwoKeys(reached.record(), flag, second));
            }
        }
        for (ReachableRecord reached : schema.records().values()) {
            if (!flags.reaches(reached.record().schema())) {
                checkAmbiguous(reached, problems);
            }
        }
    }

    private void checkNames(SchemaFlag flag, ReachableRecord reached, Map<String, String> taken, Report problems) {
        for (String name : flag.names()) {
            String command = command(flag, name);
            String other = taken.putIfAbsent(name, flag.path());
            if (command != null) {
                problems.report(reached.place(flag.key()), RecordWording.flagOfCommand(name, flag.path(), command));
            } else if (other != null && !other.equals(flag.path())) { // NameCheck reports duplicate keys.
                problems.report(reached.place(flag.key()), RecordWording.flagClash(name, flag.path(), other));
            }
        }
    }

    /** Returns the command with an option that a flag would hide, or null. The options of a command hide none of others. */
    private @Nullable String command(SchemaFlag flag, String name) {
        String command = reserved.options().get(name);
        boolean isOption = flag.schema().root().root() == null;
        return isOption && !ReservedNames.EVERY_COMMAND.equals(command) ? null : command;
    }

    /** Reports flags of a record that only occurs in lists, maps and unions, where a flag would be ambiguous. */
    private static void checkAmbiguous(ReachableRecord reached, Report problems) {
        boolean block = reached.record().schema().variables() != null;
        for (KeySchema key : reached.record().schema().keys()) {
            if (key.flag() != null && !block) {
                problems.report(
                        reached.place(key), RecordWording.ambiguousFlag(reached.record(), key, reached.path(key)));
            }
        }
    }
}
