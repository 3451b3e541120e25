package nexgen.bindings.runtime;

import java.io.Serializable;

/** What a confirmation tells of the sink that wrote. */
public final class SinkDescription implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String stream;

  private final String target;

  private final String idField;

  private final String writeConcern;

  /**
   * A description.
   *
   * @param stream the logical name of the stream
   * @param target the topic or collection behind it
   * @param idField the field of a record that is its id there; null: none
   * @param writeConcern the acknowledgement that was waited for; null: the usual one
   */
  public SinkDescription(String stream, String target, String idField, String writeConcern) {
    this.stream = stream;
    this.target = target;
    this.idField = idField;
    this.writeConcern = writeConcern;
  }

  /**
   * The logical name of the stream.
   *
   * @return the name
   */
  public String stream() {
    return stream;
  }

  /**
   * The topic or collection behind the stream.
   *
   * @return its name
   */
  public String target() {
    return target;
  }

  /**
   * The field of a record that is its id at the target.
   *
   * @return the field's name, or null
   */
  public String idField() {
    return idField;
  }

  /**
   * The acknowledgement that was waited for.
   *
   * @return its name, or null
   */
  public String writeConcern() {
    return writeConcern;
  }
}
