package io.alchemi.config.layer;

import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.Node;

/** Origin of a configuration value. */
public sealed interface Origin {

    /**
     * Location in a file, or in a string that a program passed.
     *
     * @param file name of the file
     * @param span range of characters of the value
     */
    record At(String file, Span span) implements Origin {
        @Override
        public String describe() {
            return file + ":" + span.line() + ":" + span.column();
        }
    }

    /**
     * Environment variable.
     *
     * @param name name of the variable
     */
    record Variable(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }

    /**
     * A {@code --set} option.
     *
     * @param text the option with its argument
     */
    record Set(String text) implements Origin {
        @Override
        public String describe() {
            return text;
        }
    }

    /**
     * Command-line option of a key.
     *
     * @param name the option with its dashes
     */
    record Flag(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }

    /**
     * Entry of a map or of properties that a program passed.
     *
     * @param name the path or property, and the name of the source
     */
    record Property(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }

    /** Default of the key. */
    record Default() implements Origin {
        @Override
        public String describe() {
            return "default";
        }
    }

    /** Returns the origin for messages, for example {@code train.yaml:12:3}, {@code --seed} or {@code default}. */
    String describe();

    /** Returns the origin of a value. */
    static Origin of(Node node) {
        return of(node.place());
    }

    /** Returns the origin of the value at a location. */
    static Origin of(SourceLocation place) {
        Document document = place.document();
        return switch (document.kind()) {
            case FILE -> new At(document.name(), place.span());
            case VARIABLE -> new Variable(document.name());
            case SET -> new Set(document.text());
            case FLAG -> new Flag(document.name());
            case PROPERTY -> new Property(document.name());
            case DEFAULT -> new Default();
        };
    }
}
