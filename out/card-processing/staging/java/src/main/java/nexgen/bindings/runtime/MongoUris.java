package nexgen.bindings.runtime;

import java.util.Locale;

/** Options of MongoDB connection strings. */
public final class MongoUris {

  private MongoUris() {}

  /**
   * Adds an option that a connection string does not have yet.
   *
   * @param uri the connection string
   * @param name the option
   * @param value its value
   * @return the connection string with the option
   */
  public static String with(String uri, String name, String value) {
    int query = uri.indexOf('?');
    String options = query < 0 ? "" : uri.substring(query + 1).toLowerCase(Locale.ROOT);
    for (String option : options.split("&")) {
      if (option.startsWith(name.toLowerCase(Locale.ROOT) + "=")) {
        return uri;
      }
    }
    if (query >= 0) {
      return uri + (options.isEmpty() ? "" : "&") + name + "=" + value;
    }
    boolean hasPath = uri.indexOf('/', uri.indexOf("//") + 2) >= 0;
    return uri + (hasPath ? "" : "/") + "?" + name + "=" + value;
  }
}
