package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Node;

/** Where a value of a configuration comes from. */
public sealed interface Origin {

    /**
     * A file, or a text that a program passed.
     *
     * @param file its name
     * @param span the stretch that states the value
     */
    record At(String file, Span span) implements Origin {
        @Override
        public String describe() {
            return file + ":" + span.line() + ":" + span.column();
        }
    }

    /**
     * An environment variable.
     *
     * @param name its name
     */
    record Variable(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }

    /**
     * A {@code --set} of the command line.
     *
     * @param text the whole argument
     */
    record Set(String text) implements Origin {
        @Override
        public String describe() {
            return text;
        }
    }

    /**
     * A typed flag of the command line.
     *
     * @param name the flag with its dashes
     */
    record Flag(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }

    /** The default of the key. */
    record Default() implements Origin {
        @Override
        public String describe() {
            return "default";
        }
    }

    /** The origin as people name it: {@code train.yaml:12:3}, {@code --seed}, {@code default}. */
    String describe();

    /** The origin of a value. */
    static Origin of(Node node) {
        Document document = node.document();
        return switch (document.kind()) {
            case FILE -> new At(document.name(), node.span());
            case VARIABLE -> new Variable(document.name());
            case SET -> new Set(document.text());
            case FLAG -> new Flag(document.name());
            case DEFAULT -> new Default();
        };
    }
}
