package io.alchemi.config.schema;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** IPv4 and IPv6 addresses in numbers, which the JDK parses without a name service. */
final class IpAddress {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String GROUP = "[0-9a-fA-F]{1,4}";

    /** Matches IPv6 addresses without zone and without dots. */
    static final String IPV6 = "(?:" + ipv6() + ")";

    /** Matches IPv4 addresses and those of {@link #IPV6}. */
    static final String REGEX = "(?:" + OCTET + "(?:\\." + OCTET + "){3}|" + IPV6 + ")";

    private IpAddress() {}

    /** Returns the alternatives by the number of groups before {@code ::}. */
    private static String ipv6() {
        StringBuilder out = new StringBuilder("(?:" + GROUP + ":){7}" + GROUP);
        out.append("|(?:" + GROUP + ":){1,7}:|:(?::" + GROUP + "){1,7}|::");
        for (int before = 1; before <= 6; before++) {
            out.append("|(?:" + GROUP + ":){").append(before).append("}(?::" + GROUP + "){1,");
            out.append(7 - before).append('}');
        }
        return out.toString();
    }

    /** Parses a matching address. */
    static InetAddress parse(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
    }

    /** Returns an address in the form of RFC 5952, in which the longest run of zeros is left out. */
    static String text(InetAddress address) {
        String full = address.getHostAddress();
        if (address instanceof Inet4Address) {
            return full;
        }
        String padded = ":" + full + ":";
        String run = ":0:0:0:0:0:0:0:0:";
        while (run.length() > 3 && !padded.contains(run)) {
            run = run.substring(2);
        }
        int at = padded.indexOf(run);
        if (run.length() <= 3) {
            return full;
        }
        String before = padded.substring(0, at);
        String after = padded.substring(at + run.length());
        return (before.isEmpty() ? "" : before.substring(1)) + "::"
                + (after.isEmpty() ? "" : after.substring(0, after.length() - 1));
    }
}
