package io.alchemi.processor.check;

import io.alchemi.config.schema.FlagSchema;
import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.ValueType.BooleanType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.processor.extract.ExtractedSchema;
import io.alchemi.processor.extract.ExtractedSchema.Reached;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All flags of a root, and those of every command, have names of their own. */
final class FlagCheck implements SchemaCheck {
    /** What is no key of a configuration but a flag of the command that trains. */
    private static final List<String> RESERVED = List.of(
            "--config",
            "--cfg",
            "-c",
            "--set",
            "--name",
            "--resume",
            "--dry-run",
            "--max-time",
            "--progress",
            "--quiet",
            "--format",
            "--help",
            "-h",
            "--version");

    @Override
    public void check(ExtractedSchema schema, Report problems) {
        Search search = new Search(schema, problems);
        search.visit(schema.root().schema().type(), "");
        for (Reached reached : schema.records().values()) {
            if (!search.visited.contains(reached.record().schema().type())) {
                checkWithoutPlace(reached, problems);
            }
        }
    }

    /** A record that is only met inside lists, maps and unions has no one place for a flag to set. */
    private static void checkWithoutPlace(Reached reached, Report problems) {
        boolean block = reached.record().schema().variables() != null;
        for (KeySchema key : reached.record().schema().keys()) {
            if (key.flag() != null && !block) {
                problems.report(reached.place(key), Wording.flagWithoutPlace(reached.record(), key, reached.path(key)));
            }
        }
    }

    private static final class Search {
        private final ExtractedSchema schema;
        private final Report problems;
        private final Map<String, String> taken = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> visited = new HashSet<>();
        /** The global blocks that were met; that one is met twice is the problem of another check. */
        private final Set<String> blocks = new HashSet<>();
        /** Records that hold no flag at any depth, so that their many places need not be visited. */
        private final Set<String> flagless = new HashSet<>();

        Search(ExtractedSchema schema, Report problems) {
            this.schema = schema;
            this.problems = problems;
            if (schema.root().schema().root() != null) {
                RESERVED.forEach(flag -> taken.put(flag, "every command"));
            }
        }

        /** Visits a record at one of its places; gives whether it holds a flag. */
        boolean visit(String type, String path) {
            Reached reached = schema.records().get(type);
            visited.add(type);
            if (reached == null || flagless.contains(type) || !open.add(type)) {
                return false;
            }
            if (reached.record().schema().variables() != null && !blocks.add(type)) {
                return true;
            }
            boolean flagged = false;
            for (KeySchema key : reached.record().schema().keys()) {
                String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
                FlagSchema flag = key.flag();
                if (flag != null) {
                    flagged = true;
                    take(reached, key, flag, keyPath);
                } else if (key.type() instanceof RecordType section) {
                    flagged |= visit(section.type(), keyPath);
                }
            }
            open.remove(type);
            if (!flagged) {
                flagless.add(type);
            }
            return flagged;
        }

        private void take(Reached reached, KeySchema key, FlagSchema flag, String path) {
            List<String> names = new ArrayList<>();
            names.add("--" + flag.name());
            if (key.type() instanceof BooleanType && !key.name().startsWith("no_")) {
                names.add("--no-" + flag.name());
            }
            if (!flag.shortName().isEmpty()) {
                names.add("-" + flag.shortName());
            }
            for (String name : names) {
                String other = taken.putIfAbsent(name, "'" + path + "'");
                if (other != null && !other.equals("'" + path + "'")) { // NameCheck reports duplicate keys.
                    problems.report(reached.place(key), Wording.flagClash(name, path, other));
                }
            }
        }
    }
}
