package nexgen.bindings.lookups;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses as host:port, several in one text separated by commas. */
final class Endpoints {
  private Endpoints() {}

  /** The addresses in {@code texts}, unresolved; {@code port} where one names none. */
  static List<InetSocketAddress> of(int port, String... texts) {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String text : texts) {
      for (String part : text.split(",")) {
        String address = part.strip();
        if (!address.isEmpty()) {
          addresses.add(address(address, port));
        }
      }
    }
    return addresses;
  }

  private static InetSocketAddress address(String text, int port) {
    int colon = text.lastIndexOf(':');
    // The colons of an IPv6 address stand in brackets.
    if (colon < 0 || text.endsWith("]")) {
      return InetSocketAddress.createUnresolved(text, port);
    }
    return InetSocketAddress.createUnresolved(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
