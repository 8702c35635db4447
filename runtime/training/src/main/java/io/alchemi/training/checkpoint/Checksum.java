package io.alchemi.training.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a safetensors file, kept in the file itself so that both are replaced in one step: it is the first entry of the
 * metadata, and covers the whole file with zeros in its own place.
 */
public final class Checksum {
    /** Name of the entry in the metadata. */
    static final String KEY = "sha256";

    /** The entry before the checksum is known. */
    static final String UNKNOWN = "0".repeat(64);

    private static final byte[] START =
            ("{\"" + SafetensorsHeader.METADATA + "\":{\"" + KEY + "\":\"").getBytes(StandardCharsets.UTF_8);
    private static final int POSITION = Long.BYTES + START.length;
    private static final int CHUNK = 1 << 20;

    private final MessageDigest digest = sha256();

    Checksum() {}

    /**
     * Returns the SHA-256 of a text.
     *
     * @param text the text
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public static String of(String text) {
        return KEY + ":" + HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns the SHA-256 of the bytes of a file.
     *
     * @param file the file
     * @return {@code sha256:} and 64 hexadecimal digits
     * @throws IOException if the file cannot be read
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return KEY + ":" + HexFormat.of().formatHex(digest.digest());
    }

    /** Adds the next bytes of the file, which stay to be written. */
    void update(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** Writes the checksum of all bytes so far into its place. */
    void seal(FileChannel channel) throws IOException {
        ByteBuffer hex = ByteBuffer.wrap(hex().getBytes(StandardCharsets.US_ASCII));
        int at = POSITION;
        while (hex.hasRemaining()) {
            at += channel.write(hex, at);
        }
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns true if a file contains what its checksum was computed of. */
    static boolean matches(FileChannel channel, String stated) throws IOException {
        Checksum found = new Checksum();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at = 0;
        while (channel.read(chunk, at) > 0) {
            chunk.flip();
            if (at == 0) {
                chunk.put(POSITION, UNKNOWN.getBytes(StandardCharsets.US_ASCII));
            }
            at += chunk.remaining();
            found.update(chunk);
            chunk.clear();
        }
        return found.hex().equals(stated);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
