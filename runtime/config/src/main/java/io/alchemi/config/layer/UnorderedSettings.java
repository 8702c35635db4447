package io.alchemi.config.layer;

import io.alchemi.config.check.UnionBranches;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType.UnionType;
import java.util.Comparator;
import java.util.List;

/**
 * Order of settings that have none, such as environment variables: the value of a section is set before those of its keys, and its
 * tag, or a key that selects a record of a union, before its other keys, which would be replaced.
 */
final class UnorderedSettings implements Comparator<Setting> {
    private final Schema schema;

    UnorderedSettings(Schema schema) {
        this.schema = schema;
    }

    @Override
    public int compare(Setting a, Setting b) {
        int byDepth = Integer.compare(steps(a).size(), steps(b).size());
        if (byDepth != 0) {
            return byDepth;
        }
        int byTag = Boolean.compare(selects(b), selects(a));
        return byTag != 0 ? byTag : a.path().compareTo(b.path());
    }

    private static List<SettingPath.Step> steps(Setting setting) {
        SettingPath path = SettingPath.parse(setting.path());
        return path == null ? List.of() : path.steps();
    }

    private boolean selects(Setting setting) {
        List<SettingPath.Step> steps = steps(setting);
        int last = steps.size() - 1;
        return last > 0
                && new SettingPath(steps).typeIn(schema, last) instanceof UnionType union
                && (steps.get(last).name().equals(union.discriminator())
                        || UnionBranches.ofKey(schema, union, steps.get(last).name()) != null);
    }
}
