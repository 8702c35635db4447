package io.alchemi.config.layer;

import io.alchemi.config.schema.KeySchema;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.ValueType;
import io.alchemi.config.schema.ValueType.RecordType;
import java.util.HashSet;
import java.util.Set;

/** The records of a schema that contain a secret at any depth. */
final class SecretHolders {
    private final Set<String> types = new HashSet<>();

    SecretHolders(Schema schema) {
        int known = -1;
        while (known < types.size()) {
            known = types.size();
            for (RecordSchema record : schema.records().values()) {
                for (KeySchema key : record.keys()) {
                    if (Secrets.isSecret(key.type()) || hold(key.type())) {
                        types.add(record.type());
                    }
                }
            }
        }
    }

    /** Returns true if a record contains a secret. */
    boolean hold(RecordSchema record) {
        return types.contains(record.type());
    }

    /** Returns true if a record in a type contains a secret, which may be written in place of the record by mistake. */
    boolean hold(ValueType type) {
        if (types.isEmpty()) {
            return false;
        }
        for (RecordType record : type.records()) {
            if (types.contains(record.type())) {
                return true;
            }
        }
        return false;
    }
}
