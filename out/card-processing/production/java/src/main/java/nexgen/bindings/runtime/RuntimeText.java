package nexgen.bindings.runtime;

import java.io.Serializable;

/** A text that is read where the job runs; what is kept and sent is only how to read it. */
@FunctionalInterface
public interface RuntimeText extends Serializable {

  /**
   * Reads the text.
   *
   * @return the text
   */
  String read();
}
