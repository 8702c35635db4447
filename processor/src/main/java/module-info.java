import io.alchemi.processor.IndexProcessor;
import io.alchemi.processor.SchemaProcessor;
import javax.annotation.processing.Processor;

/** Annotation processors that generate loaders, JSON Schemas, templates, reference pages and mains from annotated records. */
@SuppressWarnings("requires-automatic") // JavaPoet and AutoService have no module descriptors.
module io.alchemi.processor {
    requires io.alchemi.config;
    requires java.compiler;
    requires com.palantir.javapoet;
    requires static com.google.auto.service;
    requires static transitive org.jspecify;

    provides Processor with
            SchemaProcessor,
            IndexProcessor;
}
