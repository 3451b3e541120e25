package nexgen.bindings.streams;

import nexgen.bindings.completions.TransactionCompletionsCallback;
import nexgen.bindings.runtime.DeferredSink;
import nexgen.bindings.runtime.MongoUris;
import nexgen.bindings.runtime.RuntimeValues;
import nexgen.bindings.runtime.SinkDescription;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.mongodb.sink.MongoSink;
import org.apache.flink.connector.mongodb.sink.writer.serializer.MongoSerializationSchema;

/**
 * Writes to the stream <code>accounts_collection</code>, the MongoDB collection <code>accounts</code> of <code>credit_card</code>.
 *
 * <p>Made from the binding <code>streams.accounts_collection</code>, environment <code>production</code>.
 */
public final class AccountsCollectionSink {

  /** The logical name of the stream: a good name, and uid, for the operator. */
  public static final String NAME = "accounts_collection";

  private AccountsCollectionSink() {}

  /**
   * A sink that writes at least once: a serializer that replaces or updates by id makes repetitions
   * harmless.
   * The binding asks for confirmations: give the sink to {@link #confirming}.
   *
   * @param serializer makes the write of a record
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> Sink<T> create(MongoSerializationSchema<T> serializer) {
    return new DeferredSink<>(
        () ->
            MongoSink.<T>builder()
                .setUri(MongoUris.with(RuntimeValues.file("mongo_connection", "uri"), "w", "majority"))
                .setDatabase("credit_card")
                .setCollection("accounts")
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setSerializationSchema(serializer)
                .build());
  }

  /**
   * A sink that announces each write with the completion binding <code>transaction_completions</code>.
   *
   * @param sink what {@link #create} gives
   * @param event makes the value of the event that announces a write
   * @param <T> the type of what is written
   * @return the sink, for {@code DataStream.sinkTo}
   */
  public static <T> Sink<T> confirming(
      Sink<T> sink,
      SerializationSchema<T> event) {
    return TransactionCompletionsCallback.around(sink, new SinkDescription("accounts_collection", "credit_card.accounts", "_id", "majority"), event);
  }
}
