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
 * The SHA-256 of a safetensors file. It is in the file itself, so that both are replaced together. It is the first metadata entry, and
 * covers the whole file with zeros in place of the checksum.
 */
public final class Checksum {
    /** Name of the metadata entry. */
    static final String KEY = "sha256";

    /** Placeholder until the checksum is known. */
    static final String UNKNOWN = "0".repeat(64);

    private static final byte[] START =
            ("{\"" + SafetensorsHeader.METADATA + "\":{\"" + KEY + "\":\"").getBytes(StandardCharsets.UTF_8);
    private static final int POSITION = Long.BYTES + START.length;
    private static final int CHUNK = 1 << 20;

    private final MessageDigest digest = sha256();

    Checksum() {}

    /**
     * Returns the SHA-256 of a string.
     *
     * @param text the string
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

    /** Adds the next bytes of the file. Does not change the buffer's position. */
    void update(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** Replaces the placeholder with the checksum of all bytes so far. */
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

    /** Returns true if the content of a file matches its checksum. */
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
