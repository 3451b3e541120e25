import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.WriteModel;
import org.apache.flink.connector.mongodb.sink.writer.context.MongoSinkContext;
import org.apache.flink.connector.mongodb.sink.writer.serializer.MongoSerializationSchema;
import org.bson.BsonDocument;

/** Writes as a job makes them. */
public final class MongoSamples {
  private MongoSamples() {}

  public static MongoSerializationSchema<String> schema() {
    return new Schema();
  }

  private static final class Schema implements MongoSerializationSchema<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public WriteModel<BsonDocument> serialize(String element, MongoSinkContext context) {
      return new InsertOneModel<>(BsonDocument.parse(element));
    }
  }
}
