package io.alchemi.processor.extract;

import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.EnumType;
import io.alchemi.config.schema.ValueType.ListType;
import io.alchemi.config.schema.ValueType.MapType;
import io.alchemi.config.schema.ValueType.RecordType;
import io.alchemi.config.schema.ValueType.UnionType;
import io.alchemi.config.schema.ValueType.UnionType.Branch;
import java.util.ArrayList;
import java.util.List;

/** What a type is made of: the records, enums and unions in it, also as items of lists and values of maps. */
public final class TypeParts {
    private TypeParts() {}

    /** What single values of a type are: the items of its lists and the values of its maps, or the type itself. */
    public static ValueType leaf(ValueType type) {
        if (type instanceof ListType list) {
            return leaf(list.item());
        }
        return type instanceof MapType map ? leaf(map.value()) : type;
    }

    /** The records in a type, those of the branches of a union in their order. */
    public static List<RecordType> records(ValueType type) {
        ValueType leaf = leaf(type);
        if (leaf instanceof UnionType union) {
            return union.branches().stream().map(Branch::record).toList();
        }
        return leaf instanceof RecordType section ? List.of(section) : List.of();
    }

    /** The enums in a type, those that are keys of maps first. */
    public static List<EnumType> enums(ValueType type) {
        List<EnumType> enums = new ArrayList<>();
        ValueType at = type;
        while (at instanceof ListType || at instanceof MapType) {
            if (at instanceof MapType map) {
                EnumType keys = map.keys();
                if (keys != null) {
                    enums.add(keys);
                }
                at = map.value();
            } else {
                at = ((ListType) at).item();
            }
        }
        if (at instanceof EnumType constants) {
            enums.add(constants);
        }
        return enums;
    }
}
