package io.alchemi.config.layer;

import io.alchemi.config.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Source of properties whose names are paths.
 *
 * @param name the name for messages
 * @param properties the properties
 * @param prefix the prefix of the names, with its dot, or empty
 */
record PropertiesSource(String name, Properties properties, String prefix) implements Source {

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        List<Setting> settings = new ArrayList<>();
        for (String property : properties.stringPropertyNames()) {
            if (property.startsWith(prefix)) {
                String value = properties.getProperty(property, "");
                settings.add(Setting.ofProperty(name, property, property.substring(prefix.length()), value));
            }
        }
        settings.sort(new UnorderedSettings(reading.schema()));
        return new SettingsSource(settings).read(reading);
    }

    /** Returns no values, which may be secrets. */
    @Override
    public String toString() {
        return "properties " + name + " with the prefix '" + prefix + "'";
    }
}
