package io.alchemi.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An output of this process, in UTF-8, that tells a reader that ended, such as {@code head}, from a full disk. */
final class ProcessOutput extends PrintStream {
    private final Target target;

    ProcessOutput(FileDescriptor descriptor) {
        this(new Target(new FileOutputStream(descriptor)));
    }

    ProcessOutput(OutputStream stream) {
        this(new Target(stream));
    }

    private ProcessOutput(Target target) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /** Writes a line at once, unlike PrintStream, whose subclasses write the end of the line separately. */
    @Override
    public void println(@Nullable String line) {
        print(line + System.lineSeparator());
    }

    /** Returns a stream to this output for code that prints on and on: its first write after the reader ended throws. */
    PrintStream untilPipeIsClosed() {
        return new PrintStream(new Unread(this), true, StandardCharsets.UTF_8);
    }

    /** Returns true if writing failed because nobody reads the pipe any more. */
    boolean isPipeClosed() {
        IOException failure = target.failure;
        String reason = failure == null ? null : failure.getMessage();
        String lower = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return lower.contains("broken pipe") || lower.contains("pipe is being closed");
    }

    /** Thrown in the code that prints, to end it. */
    static final class PipeClosedError extends Error {
        private static final long serialVersionUID = 1;

        PipeClosedError() {
            super("nobody reads the output any more", null, false, false);
        }
    }

    /** A PrintStream catches only the IOException of the stream below. */
    private static final class Unread extends FilterOutputStream {
        private final ProcessOutput output;

        Unread(ProcessOutput output) {
            super(output);
            this.output = output;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            output.write(bytes, offset, length);
            if (output.isPipeClosed()) {
                throw new PipeClosedError();
            }
        }
    }

    /** Remembers why it could not write, which a PrintStream forgets. */
    private static final class Target extends FilterOutputStream {
        private @Nullable IOException failure;

        Target(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
