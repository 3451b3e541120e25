package nexgen.bindings.lookups;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads the rows of a result. */
final class CassandraRows {
  private CassandraRows() {}

  /** Adds the rows of {@code page} and of all that follow to {@code rows}. */
  static CompletionStage<List<Row>> all(AsyncResultSet page, List<Row> rows) {
    page.currentPage().forEach(rows::add);
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> all(next, rows))
        : CompletableFuture.completedFuture(rows);
  }

  /**
   * The rows of {@code result} by their key columns, at most {@code most} of a key. When as many rows
   * came as were asked for, the last key may lack some and is left out.
   */
  static Map<List<Object>, List<Row>> byKey(ResultSet result, List<String> columns, int most, int asked) {
    Map<List<Object>, List<Row>> found = new HashMap<>();
    List<Object> key = List.of();
    int count = 0;
    for (Row row : result) {
      key = new ArrayList<>(columns.size());
      for (String column : columns) {
        key.add(row.getObject(CqlIdentifier.fromInternal(column)));
      }
      List<Row> rows = found.computeIfAbsent(key, missing -> new ArrayList<>());
      if (rows.size() < most) {
        rows.add(row);
      }
      count++;
    }
    if (count >= asked) {
      found.remove(key);
    }
    return found;
  }
}
