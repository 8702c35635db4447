package io.alchemi.command;

/** Thrown if a command cannot continue, for a reason that the user can act upon; the message is shown without a stack trace. */
public class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what is wrong, and what to change
     */
    public CommandException(String message) {
        super(message);
    }
}
