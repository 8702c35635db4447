package lab;

import io.alchemi.command.ActionCommand;
import io.alchemi.command.CommandAction;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Embed} as {@code alchemi lab embed}. Generated; do not edit.
 */
@Generated("io.alchemi.processor.SchemaProcessor")
public final class EmbedMain extends ActionCommand<Embed.Options> {
    /**
     * Creates the command.
     */
    public EmbedMain() {
        super("lab embed", Embed_OptionsSchema.INSTANCE);
    }

    @Override
    protected CommandAction<Embed.Options> action() {
        return new Embed();
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments of the command
     */
    public static void main(String[] args) {
        System.exit(new EmbedMain().run(args));
    }
}
