package nexgen.bindings.runtime;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that is made where it writes, so that its connection string is not part of the job graph.
 *
 * @param <T> the type of what is written
 */
public final class DeferredSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private final Maker<T> maker;

  /**
   * A sink that {@code maker} makes.
   *
   * @param maker makes the sink; called on a task manager
   */
  public DeferredSink(Maker<T> maker) {
    this.maker = maker;
  }

  /**
   * Makes a sink.
   *
   * @param <T> the type of what is written
   */
  @FunctionalInterface
  public interface Maker<T> extends Serializable {

    /**
     * Makes the sink.
     *
     * @return a sink without a committer
     */
    Sink<T> make();
  }

  @Override
  @Deprecated
  public SinkWriter<T> createWriter(InitContext context) throws IOException {
    return maker.make().createWriter(context);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return maker.make().createWriter(context);
  }
}
