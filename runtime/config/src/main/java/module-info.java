/** From text to a checked record. */
module io.alchemi.config {
    requires org.yaml.snakeyaml;
    requires static org.jspecify;
}
