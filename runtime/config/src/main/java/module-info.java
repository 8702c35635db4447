/** From text to a checked record. */
module io.alchemi.config {
    requires org.yaml.snakeyaml;
    requires static transitive org.jspecify;

    exports io.alchemi.config.diagnose;
    exports io.alchemi.config.generated;
    exports io.alchemi.config.schema;
}
