package nexgen.bindings.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what only the running job may know: credentials and connection strings.
 *
 * <p>Call it where the value is used, in {@code open()} or in a writer, never in {@code main()}: what
 * is read there becomes part of the job graph, which is stored and shown.
 */
public final class RuntimeValues {

  /** Variable that names another folder for secrets. */
  private static final String FOLDER_VARIABLE = "NEXGEN_SECRETS_FOLDER";

  private static final String DEFAULT_FOLDER = "/mnt/secrets";

  private RuntimeValues() {}

  /**
   * The folder that holds one folder for each secret.
   *
   * @return an absolute path, without a slash at the end
   */
  public static String secretsFolder() {
    String folder = System.getenv(FOLDER_VARIABLE);
    return folder == null || folder.isEmpty() ? DEFAULT_FOLDER : folder;
  }

  /**
   * The value of an environment variable.
   *
   * @param name the variable
   * @return its value
   * @throws IllegalStateException if it is not set
   */
  public static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }

  /**
   * The value of an environment variable, or a default.
   *
   * @param name the variable
   * @param fallback the value when it is not set
   * @return its value, or the default
   */
  public static String variable(String name, String fallback) {
    String value = System.getenv(name);
    return value == null ? fallback : value;
  }

  /**
   * One key of a secret, from its file.
   *
   * @param secret the secret, a folder below {@link #secretsFolder()}
   * @param key the key, a file in that folder
   * @return the content, without a line break at the end
   * @throws IllegalStateException if there is no such file
   */
  public static String file(String secret, String key) {
    Path path = Path.of(secretsFolder(), secret, key);
    if (!Files.isRegularFile(path)) {
      throw new IllegalStateException("The secret file " + path + " does not exist");
    }
    return read(path);
  }

  /**
   * One key of an optional secret, from its file.
   *
   * @param secret the secret, a folder below {@link #secretsFolder()}
   * @param key the key, a file in that folder
   * @return the content, without a line break at the end; empty if there is no such file
   */
  public static String fileOrEmpty(String secret, String key) {
    Path path = Path.of(secretsFolder(), secret, key);
    return Files.isRegularFile(path) ? read(path) : "";
  }

  private static String read(Path path) {
    try {
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      if (text.endsWith("\r\n")) {
        return text.substring(0, text.length() - 2);
      }
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException("The secret file " + path + " cannot be read", e);
    }
  }
}
