/** Loads and validates configurations. The only runtime dependency, besides SnakeYAML, of programs with generated loaders. */
module io.alchemi.config {
    requires org.yaml.snakeyaml;
    requires static org.jspecify; // Not transitive: users need no annotations of nullness.

    exports io.alchemi.config;
    exports io.alchemi.config.check;
    exports io.alchemi.config.diagnose;
    exports io.alchemi.config.generated;
    exports io.alchemi.config.layer;
    exports io.alchemi.config.schema;
    exports io.alchemi.config.text;
    exports io.alchemi.config.tree;
    exports io.alchemi.config.value;
}
